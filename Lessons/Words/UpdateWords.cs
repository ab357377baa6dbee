namespace Lessons;

/// <summary>Words of the update phase.</summary>
internal static class UpdateWords
{
    private const string Parameter = @"layer\d+\.(weight|bias)";

    public static IEnumerable<StepEntry> All =>
    [
        new("lr", "The learning rate of this update: how long a step is.", "这次更新的学习率：一步走多远。"),
        new($@"{Parameter}\.state\.velocity", "The velocity remembers past gradients, like a rolling ball: steady directions add up, changing ones cancel.", "速度记住过去的梯度，像滚动的小球：方向一致就累积，来回摆动就抵消。"),
        new($@"{Parameter}\.state\.m", "A running mean of the gradient: which way did it point lately?", "梯度的滑动平均：它最近指向哪里？"),
        new($@"{Parameter}\.state\.v", "A running mean of the squared gradient: how large was it lately?", "梯度平方的滑动平均：它最近有多大？"),
        new($@"{Parameter}\.state\.m_hat", "m corrected for its start at 0, which makes it too small in the first updates.", "修正 m：它从 0 开始，头几次更新会偏小。"),
        new($@"{Parameter}\.state\.v_hat", "v corrected for its start at 0, which makes it too small in the first updates.", "修正 v：它从 0 开始，头几次更新会偏小。"),
        new($@"{Parameter}\.state\.sum", "All squared gradients so far, added up: parameters that moved much take smaller steps.", "到现在为止梯度平方的总和：动得多的参数步子变小。"),
        new($@"{Parameter}\.state\.g_avg", "A running mean of the gradient; its square is taken off v, which leaves the spread.", "梯度的滑动平均；从 v 中减去它的平方，剩下的就是波动大小。"),
        new(@"newton\.hessian", "H, all second derivatives of the loss, measured over all samples: how every slope changes with every parameter.", "H：损失的全部二阶导数，在全部样本上测得：每个斜率随每个参数怎样变化。"),
        new(@"newton\.inverse", "H⁻¹, solved from H. Directions in which the loss is flat are left out.", "由 H 解出的 H⁻¹。损失平坦的方向被略去。"),
        new(@"newton\.step", "Newton's step: each element is a row of H⁻¹ times the gradients. On a quadratic it leads straight to the minimum.", "牛顿步：每个分量是 H⁻¹ 的一行乘以各个梯度。在二次函数上直达最小值。"),
        new(@"layer\d+\.weight", "The new weights: each one moves against its gradient.", "新的权重：每个权重逆着自己的梯度移动。"),
        new(@"layer\d+\.bias", "The new biases: each one moves against its gradient.", "新的偏置：每个偏置逆着自己的梯度移动。"),
    ];
}
