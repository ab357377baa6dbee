namespace Lessons;

/// <summary>Words of the evaluation.</summary>
internal static class EvaluateWords
{
    private const string Set = @"eval\.(train|validation|test)\.";
    private const string Average = @"(\.(macro|micro|weighted))?";

    public static IEnumerable<StepEntry> All =>
    [
        new(Set + "loss", "The loss over the whole set with the new weights; dropout is off.", "用新的权重在整个集合上的损失；不做随机失活。"),
        new(Set + "a", "The outputs of the network for every sample of the set.", "网络对集合中每个样本的输出。"),
        new(Set + @"accuracy(\.subset)?", "The share of samples that are answered right.", "答对的样本所占的比例。"),
        new(Set + @"accuracy\.label(\[\d+\])?", "The share of labels that are right.", "判断正确的标签所占的比例。"),
        new(Set + "precision" + Average, "Of those called positive: the share that is.", "被判为正类的样本中，真的是正类的比例。"),
        new(Set + @"precision\[\d+\]", "Of those put into this class: the share that belongs there.", "被判为这一类的样本中，真的属于它的比例。"),
        new(Set + "recall" + Average, "Of those that are positive: the share that was found.", "真正的正类样本中，被找出来的比例。"),
        new(Set + @"recall\[\d+\]", "Of those that belong to this class: the share that was found.", "属于这一类的样本中，被找出来的比例。"),
        new(Set + @"f1(\[\d+\]|\.(macro|micro|weighted))?", "Precision and recall in one number: their harmonic mean.", "把精确率和召回率合成一个数：它们的调和平均。"),
        new(Set + @"confusion(\[\d+\]\[\d+\])?", "How often a sample of one class was taken for another: rows are the truth, columns the answer.", "每一类样本被认成各类的次数：行是真实类别，列是网络的回答。"),
        new(Set + "roc", "For every threshold: the share of false alarms and the share of hits.", "对每个阈值：误报的比例和命中的比例。"),
        new(Set + "auc", "The chance that a positive sample gets a higher score than a negative one.", "随机取一个正类和一个负类样本，正类得分更高的概率。"),
        new(Set + "log_loss", "The mean of −ln of the probability given to the right answer.", "给正确答案的概率取 −ln 后的平均。"),
        new(Set + "mse", "The mean of the squared errors.", "误差平方的平均。"),
        new(Set + "rmse", "The root of the mean squared error, in the unit of the target.", "均方误差的平方根，单位和目标相同。"),
        new(Set + "mae", "The mean size of the errors.", "误差绝对值的平均。"),
        new(Set + "r2", "The share of the targets' variance that the network explains.", "网络解释了目标方差的多少。"),
        new("stopped_epoch", "The epoch at whose end early stopping ended the run; 0 = not stopped.", "早停在哪一轮结束了训练；0 表示没有停。"),
        new("best_epoch", "The epoch with the best value so far.", "到现在为止最好的一轮。"),
        new("stopped_update", "The update after which a stopping rule ended the run; 0 = not stopped.", "停止规则在哪次更新后结束了训练；0 表示没有停。"),
        new(@"restored\.layer\d+\.(weight|bias)", "The parameters of the best epoch are put back.", "把最好那一轮的参数放回去。"),
    ];
}
