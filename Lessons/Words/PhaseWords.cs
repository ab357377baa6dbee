using Core;

namespace Lessons;

/// <summary>What a phase is for, in words.</summary>
/// <param name="Title">One or two words.</param>
/// <param name="Intro">One sentence.</param>
public sealed record PhaseWords(Bilingual Title, Bilingual Intro)
{
    /// <summary>The words of a phase.</summary>
    public static PhaseWords Of(Phase phase) => phase switch
    {
        Phase.Batch => Batch,
        Phase.Forward => Forward,
        Phase.Loss => Loss,
        Phase.Backward => Backward,
        Phase.Update => Update,
        _ => Evaluate,
    };

    private static readonly PhaseWords Batch = new(
        new("Batch", "取样本"),
        new("Which samples does the network look at in this update?", "这次更新让网络看哪些样本？"));

    private static readonly PhaseWords Forward = new(
        new("Forward", "前向传播"),
        new("The inputs flow through the layers to the output: this is the network's guess.", "输入逐层流向输出：这就是网络的猜测。"));

    private static readonly PhaseWords Loss = new(
        new("Loss", "损失"),
        new("One number says how wrong the guess is. Learning means making it smaller.", "用一个数说明猜得有多错。学习就是让它变小。"));

    private static readonly PhaseWords Backward = new(
        new("Backward", "反向传播"),
        new("From the loss back to every weight: which way, and how strongly, would each one change the loss?", "从损失往回推到每个权重：每个权重会让损失朝哪个方向变、变多少？"));

    private static readonly PhaseWords Update = new(
        new("Update", "更新参数"),
        new("Every weight takes a small step against its gradient, so that the loss gets smaller.", "每个权重逆着自己的梯度走一小步，让损失变小。"));

    private static readonly PhaseWords Evaluate = new(
        new("Evaluate", "评估"),
        new("With the new weights: how good is the network now? Nothing is learned here.", "用新的权重：网络现在有多好？这一步不学习。"));
}
