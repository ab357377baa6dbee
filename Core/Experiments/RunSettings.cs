namespace Core;

/// <summary>Which samples each update sees.</summary>
public abstract record BatchSettings;

/// <summary>Batches cut from the training samples one after another; a smaller last batch is kept.</summary>
/// <param name="Size">Samples of a batch; null = all (full batch).</param>
/// <param name="Shuffle">A new order each epoch, derived from the seed; otherwise the order of the data.</param>
/// <param name="Stratified">Every batch holds the classes in their shares.</param>
public sealed record MiniBatchSettings(int? Size = null, bool Shuffle = false, bool Stratified = false) : BatchSettings;

/// <summary>The samples of every update, stated.</summary>
/// <param name="Updates">Batch of update 1, 2, ….</param>
public sealed record GivenBatchSettings(IReadOnlyList<GivenBatch> Updates) : BatchSettings;

/// <summary>One stated batch.</summary>
/// <param name="Samples">Training samples by number from 0; a sample may occur twice.</param>
/// <param name="Epoch">Its epoch from 1 (the reader fills in the epoch of the batch before it where none is stated).</param>
public sealed record GivenBatch(IReadOnlyList<int> Samples, int Epoch = 1);

/// <summary>How long training lasts; with both stated, whichever is reached first.</summary>
/// <param name="Updates">Updates; null = no limit by updates.</param>
/// <param name="Epochs">Epochs; null = no limit by epochs.</param>
public sealed record LengthSettings(long? Updates = null, long? Epochs = null);

/// <summary>Which way a monitored value is better.</summary>
public enum MonitorMode
{
    /// <summary>Losses and errors (loss, log_loss, mse, rmse, mae): min; everything else: max.</summary>
    Auto,

    /// <summary>Smaller is better: improved means value &lt; best − minDelta.</summary>
    Min,

    /// <summary>Larger is better: improved means value > best + minDelta.</summary>
    Max,
}

/// <summary>Stops at the end of the epoch in which the number of epochs without improvement reaches patience, even if more batches are given.</summary>
/// <param name="Monitor">An evaluated value without "eval.", e.g. <c>validation.loss</c>.</param>
/// <param name="Patience">Epochs without improvement.</param>
/// <param name="MinDelta">Smallest change that counts.</param>
/// <param name="RestoreBest">Put back the weights of the best epoch at the end.</param>
/// <param name="Mode">Which way is better.</param>
public sealed record EarlyStoppingSettings(
    string Monitor = "validation.loss", int Patience = 10, double MinDelta = 0, bool RestoreBest = false, MonitorMode Mode = MonitorMode.Auto);

/// <summary>What a stopping rule looks at.</summary>
public enum StoppingRuleKind
{
    /// <summary>‖g‖ over all parameters, before clipping.</summary>
    GradientNorm,

    /// <summary>|loss − loss of the update before|; not defined at update 1.</summary>
    LossChange,
}

/// <summary>Stop after an update when the value has been below ε for K updates in a row.</summary>
/// <param name="Kind">What is looked at.</param>
/// <param name="Below">ε; the value must be smaller.</param>
/// <param name="Updates">K.</param>
public sealed record StoppingRuleSettings(StoppingRuleKind Kind, double Below, int Updates = 1);

/// <summary>What is measured at the end of epochs and after the last update.</summary>
public sealed record EvaluationSettings
{
    /// <summary>Names of sets: train, validation, test (the test set only at the end); null = those that exist.</summary>
    public IReadOnlyList<string>? Sets { get; init; }

    /// <summary>Names as in <c>eval.SET.NAME</c>, see <see cref="MetricNames"/>; null = loss, and accuracy where targets are classes.</summary>
    public IReadOnlyList<string>? Metrics { get; init; }

    /// <summary>Positive when score ≥ threshold.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>Dropout stays on, with masks drawn for every evaluation: what a forgotten evaluation mode does.</summary>
    public bool Dropout { get; init; }

    /// <summary>Every so many epochs; 0 = only after the last update.</summary>
    public int Every { get; init; } = 1;

    /// <summary>
    /// Every metric an experiment may ask for by a plain name; besides <c>precision[c]</c>, <c>recall[c]</c>, <c>f1[c]</c>, <c>accuracy.label[c]</c> of one class
    /// or label and <c>confusion[t][p]</c>, rows of class t predicted as p. <c>a</c> are the network's outputs.
    /// </summary>
    public static IReadOnlyList<string> MetricNames { get; } =
    [
        "loss", "a", "accuracy", "accuracy.subset", "accuracy.label",
        "precision", "precision.macro", "precision.micro", "precision.weighted",
        "recall", "recall.macro", "recall.micro", "recall.weighted",
        "f1", "f1.macro", "f1.micro", "f1.weighted",
        "confusion", "roc", "auc", "log_loss", "mse", "rmse", "mae", "r2",
    ];

    internal const string IndexedMetric = @"(?:precision|recall|f1|accuracy\.label)\[[0-9]{1,6}\]|confusion\[[0-9]{1,6}\]\[[0-9]{1,6}\]";
}
