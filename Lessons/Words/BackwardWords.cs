namespace Lessons;

/// <summary>Words of the backward phase.</summary>
internal static class BackwardWords
{
    public static IEnumerable<StepEntry> All =>
    [
        new(@"(layer|drop|flat)\d+\.da", "How strongly the loss reacts to each output of this layer.", "损失对这一层每个输出有多敏感。"),
        new(@"layer\d+\.dz", "How strongly the loss reacts to each weighted sum z: the error signal that this layer passes back.", "损失对每个加权和 z 有多敏感：这一层往回传的误差信号。"),
        new(@"layer\d+\.weight\.grad_data", "The data's part of the gradient: error signal times the input of the weight, added up over the batch.", "梯度中来自数据的部分：误差信号乘以该权重的输入，对整批求和。"),
        new(@"layer\d+\.bias\.grad_data", "The data's part of the gradient: the error signal itself, added up over the batch.", "梯度中来自数据的部分：误差信号本身，对整批求和。"),
        new(@"layer\d+\.(weight|bias)\.grad_penalty", "The penalty's part of the gradient: it pulls the parameter towards 0.", "梯度中来自惩罚项的部分：把参数往 0 拉。"),
        new(@"layer\d+\.weight\.grad", "How the loss changes with each weight: error signal times the input of the weight, added up over the batch.", "损失随每个权重怎样变化：误差信号乘以该权重的输入，对整批求和。"),
        new(@"layer\d+\.bias\.grad", "How the loss changes with each bias: the error signal itself, added up over the batch.", "损失随每个偏置怎样变化：就是误差信号本身，对整批求和。"),
        new(@"input\.grad", "How the loss reacts to the inputs themselves. Nothing is trained with it, but it shows what the network looks at.", "损失对输入本身有多敏感。它不参与训练，但能看出网络在关注什么。"),
        new(@"layer\d+\.(weight|bias)\.grad_norm", "The length of this layer's gradient, as one number: is a signal still arriving here?", "这一层梯度的长度，用一个数表示：信号传到这里还剩多少？"),
        new("grad_norm", "The length of the gradient over all parameters: how steep the loss is here.", "全部参数梯度的长度：损失在这里有多陡。"),
        new(@"layer\d+\.(weight|bias)\.grad_clipped", "The gradient made no longer than allowed, so that one bad batch cannot throw the weights far away.", "把梯度限制在允许的大小，免得一批坏样本把权重甩得很远。"),
        new("grad_norm_clipped", "The length of the gradient after clipping.", "裁剪之后梯度的长度。"),
    ];
}
