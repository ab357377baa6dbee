namespace Sim;

/// <summary>Texts of the network diagram.</summary>
internal static class NetworkWords
{
    public static readonly Lessons.Text
        Title = new("network", "网络"),
        Inputs = new("input", "输入"),
        Loss = new("loss", "损失"),
        Target = new("target", "目标"),
        Sample = new("sample", "样本"),
        More = new("more", "个"),
        Positive = new("positive", "正"),
        Negative = new("negative", "负"),
        Off = new("off for this sample", "对此样本关闭"),
        OffInBatch = new("off for the whole batch", "对整批都关闭"),
        Dead = new("dead", "死亡"),
        Dropped = new("dropped", "被丢弃"),
        WeightImage = new("weights of unit {0}", "单元 {0} 的权重"),
        Layers = new("{0} layers", "{0} 层");
}
