using System.Text.RegularExpressions;

namespace Sim;

/// <summary>What steps are called, and the pane's own texts.</summary>
internal static partial class PaneWords
{
    public static readonly Lessons.Text
        Initial = new("initial state", "初始状态"),
        InitialHint = new("Before the first update: the parameters as they were set. One step forward begins with the batch.", "第一次更新之前：参数还是初始值。前进一步，就从取一批样本开始。"),
        Checked = new("checked", "已核对"),
        Differs = new("differs", "不一致"),
        InDouble = new("in double precision", "双精度重算"),
        Difference = new("difference", "相差"),
        Central = new("central difference", "中心差分"),
        Check = new("check", "核对"),
        Rounding = new("rounding explains", "舍入误差可达"),
        HowMeasured = new("{0} with {1} a little more and a little less", "把 {1} 略微增减后的 {0}"),
        Given = new("given, not calculated", "给定的值，不是算出来的"),
        Measured = new("counted over the whole set", "在整个数据集上统计得出"),
        MadeOf = new("made of", "由这些数算出"),
        Because = new("because", "因为"),
        Update = new("update", "更新"),
        Step = new("step", "步"),
        FromStep = new("← step {0}", "← 第 {0} 步"),
        FromUpdate = new("← update {0}", "← 第 {0} 次更新"),
        FromStart = new("given", "给定"),
        More = new("more", "个未显示"),
        MoreTerms = new("… {0} more terms, sum {1}", "…… 其余 {0} 项，和为 {1}");

    private static readonly Dictionary<string, Lessons.Text> Steps = new()
    {
        ["batch.index"] = new("which samples", "取哪些样本"),
        ["batch.x"] = new("inputs", "输入"),
        ["batch.y"] = new("targets", "目标值"),
        ["z"] = new("weighted sum", "加权和"),
        ["a"] = new("activation", "激活值"),
        ["drop.a"] = new("after dropout", "随机失活之后"),
        ["drop.mask"] = new("which values are kept", "保留哪些值"),
        ["flat.a"] = new("as one row", "展开成一行"),
        ["data_loss"] = new("loss of the batch", "本批损失"),
        ["penalty"] = new("penalty on the weights", "权重惩罚项"),
        ["loss"] = new("loss, penalty included", "总损失（含惩罚项）"),
        ["da"] = new("how the loss changes with the activation", "损失对激活值的导数"),
        ["dz"] = new("how the loss changes with the weighted sum", "损失对加权和的导数"),
        ["weight.grad"] = new("gradient of the weights", "权重的梯度"),
        ["weight.grad_data"] = new("gradient of the weights, data part", "权重梯度：数据部分"),
        ["weight.grad_penalty"] = new("gradient of the weights, penalty part", "权重梯度：惩罚部分"),
        ["weight.grad_norm"] = new("length of the gradient of the weights", "权重梯度的模"),
        ["weight.grad_clipped"] = new("clipped gradient of the weights", "裁剪后的权重梯度"),
        ["bias.grad"] = new("gradient of the biases", "偏置的梯度"),
        ["bias.grad_data"] = new("gradient of the biases, data part", "偏置梯度：数据部分"),
        ["bias.grad_penalty"] = new("gradient of the biases, penalty part", "偏置梯度：惩罚部分"),
        ["bias.grad_norm"] = new("length of the gradient of the biases", "偏置梯度的模"),
        ["bias.grad_clipped"] = new("clipped gradient of the biases", "裁剪后的偏置梯度"),
        ["input.grad"] = new("how the loss changes with the inputs", "损失对输入的导数"),
        ["grad_norm"] = new("length of the whole gradient", "整个梯度的模"),
        ["grad_norm_clipped"] = new("length of the clipped gradient", "裁剪后梯度的模"),
        ["lr"] = new("learning rate of this update", "本次更新的学习率"),
        ["newton.hessian"] = new("all curvatures", "全部曲率"),
        ["newton.inverse"] = new("the inverse of H", "H 的逆矩阵"),
        ["newton.step"] = new("the way to the minimum", "到最小值的一步"),
        ["velocity"] = new("velocity", "速度"),
        ["m"] = new("running mean of the gradient", "梯度的滑动平均"),
        ["v"] = new("running mean of the squared gradient", "梯度平方的滑动平均"),
        ["m_hat"] = new("mean of the gradient, bias-corrected", "梯度均值（偏差校正后）"),
        ["v_hat"] = new("mean of the squared gradient, bias-corrected", "梯度平方均值（偏差校正后）"),
        ["sum"] = new("sum of squared gradients", "梯度平方之和"),
        ["g_avg"] = new("running mean of the gradient", "梯度的滑动平均"),
        ["weight"] = new("new weights", "新的权重"),
        ["bias"] = new("new biases", "新的偏置"),
        ["eval"] = new("measured after the epoch", "本轮结束后的评估"),
        ["restored"] = new("put back from the best epoch", "恢复到最佳轮次的值"),
        ["stopped_epoch"] = new("early stopping: has it stopped?", "早停：停了吗？"),
        ["best_epoch"] = new("early stopping: best epoch", "早停：最佳轮次"),
        ["stopped_update"] = new("stopping rule: has it stopped?", "停止规则：停了吗？"),
    };

    /// <summary>What a step does, in a few words; empty for a name that has none.</summary>
    public static Lessons.Text OfStep(string name)
    {
        if (name.StartsWith("eval.", StringComparison.Ordinal)) return Steps["eval"];
        if (name.StartsWith("restored.", StringComparison.Ordinal)) return Steps["restored"];
        if (Steps.TryGetValue(name, out var plain)) return plain;
        var match = Layered().Match(name);
        if (!match.Success) return Lessons.Text.None;
        string rest = match.Groups["rest"].Value, kind = match.Groups["kind"].Value;
        int state = rest.IndexOf(".state.", StringComparison.Ordinal);
        if (state >= 0) rest = rest[(state + ".state.".Length)..];
        return Steps.GetValueOrDefault(kind == "layer" ? rest : $"{kind}.{rest}") ?? Steps.GetValueOrDefault(rest) ?? Lessons.Text.None;
    }

    [GeneratedRegex(@"^(?<kind>layer|drop|flat)\d+\.(?<rest>.+)$")]
    private static partial Regex Layered();
}
