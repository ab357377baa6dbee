namespace Lessons;

/// <summary>Words of what single workers do.</summary>
internal static class WorkerWords
{
    public static IEnumerable<StepEntry> All =>
    [
        new(@"worker\d+\.(layer|drop|flat)\d+\.da", "How strongly the loss reacts to each output of this layer, for the samples of this worker.", "损失对这一层每个输出有多敏感，只看这个工作者的样本。"),
        new(@"worker\d+\.layer\d+\.dz", "The error signal of this layer for the samples of this worker. It needs none of the others.", "这个工作者的样本在这一层的误差信号。不需要别的工作者。"),
        new(@"worker\d+\.layer\d+\.weight\.grad", "What this worker hands on: the gradient of its own share of the batch; in a ring, added to what the worker before handed on.", "这个工作者交出去的：自己那份样本的梯度；在环里则加在前一个工作者传来的和上。"),
        new(@"worker\d+\.layer\d+\.bias\.grad", "The same for the biases: the error signals of its own share of the batch, added up.", "偏置也一样：自己那份样本的误差信号之和。"),
    ];
}
