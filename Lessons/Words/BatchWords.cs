namespace Lessons;

/// <summary>Words of the batch and forward phases.</summary>
internal static class BatchWords
{
    public static IEnumerable<StepEntry> All =>
    [
        new(@"batch\.index", "The samples of this update, by their number in the training data (the first is 0).", "这次更新所用的样本，按训练数据中的编号（从 0 开始）。"),
        new(@"batch\.x", "Their inputs: one row per sample, one number per feature.", "它们的输入：每个样本一行，每个特征一个数。"),
        new(@"batch\.y", "Their targets: the answers the network should give.", "它们的目标：网络应当给出的答案。"),
    ];
}

/// <summary>Words of the forward phase.</summary>
internal static class ForwardWords
{
    public static IEnumerable<StepEntry> All =>
    [
        new(@"layer\d+\.z", "Each unit multiplies its inputs by their weights and adds them up, then adds its bias.", "每个神经元把输入乘以各自的权重再相加，最后加上偏置。"),
        new(@"layer\d+\.a", "The activation function turns the sum z into the unit's output a.", "激活函数把加权和 z 变成神经元的输出 a。"),
        new(@"drop\d+\.mask", "Dropout decides by chance which values go on: 1 keeps a value, 0 drops it.", "随机失活抽签决定哪些值继续传递：1 保留，0 丢弃。"),
        new(@"drop\d+\.a", "Dropped values become 0; the others are scaled up, so that the expected sum stays the same.", "被丢弃的值变成 0；其余的值放大，使总和的期望不变。"),
        new(@"flat\d+\.a", "The same numbers, written as one row per sample.", "同样的数，每个样本写成一行。"),
    ];
}

/// <summary>Words of the loss phase.</summary>
internal static class LossWords
{
    public static IEnumerable<StepEntry> All =>
    [
        new("data_loss", "Compares the outputs with the targets: the larger, the worse the guess. Averaged over the batch.", "把输出和目标相比：越大，猜得越差。对这一批样本取平均。"),
        new("penalty", "What large weights cost on top: it keeps the network simple. 0 without a regulariser.", "大权重要付的额外代价：让网络保持简单。没有正则化时为 0。"),
        new("loss", "The whole loss, before the weights change: data loss plus penalty.", "权重改变之前的总损失：数据损失加惩罚项。"),
    ];
}
