namespace Sim;

/// <summary>The words of the histograms.</summary>
internal static class HistogramWords
{
    public static readonly Lessons.Text NotFinite = new("! {0} not finite", "! {0} 个非有限"), Between = new("… {0} layers between", "…… 中间还有 {0} 层");

    private static readonly Lessons.Text Rows = new("{0} training rows", "{0} 个训练样本"), First = new("first {0} of {1} training rows", "{1} 个训练样本中的前 {0} 个"),
        Batch = new("batch of {0}", "批量 {0} 个样本");

    /// <summary>What is counted.</summary>
    public static Lessons.Text Title(string kind) => kind switch
    {
        "z" => new("weighted sums z by layer", "各层加权和 z 的分布"),
        "da" => new("slopes ∂L/∂a by layer", "各层 ∂L/∂a 的分布"),
        "dz" => new("slopes ∂L/∂z by layer", "各层 ∂L/∂z 的分布"),
        "weight" => new("weights by layer", "各层权重的分布"),
        "weight.grad" => new("gradients ∂L/∂W by layer", "各层 ∂L/∂W 的分布"),
        _ => new("activations by layer", "各层激活值的分布"),
    };

    /// <summary>Over which samples.</summary>
    public static Lessons.Text Note(HistogramData data) =>
        data.Rows == 0 ? Lessons.Text.None : data.Kind is "da" or "dz" ? Batch : data.Rows == data.AllRows ? Rows : First;
}
