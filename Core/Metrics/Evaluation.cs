using System.Collections.Immutable;

namespace Core;

/// <summary>What a pair of targets and scores can be read as; a metric says which of these it fits.</summary>
[Flags]
public enum MetricTasks
{
    /// <summary>None: the targets and the outputs do not belong together.</summary>
    None = 0,

    /// <summary>Numbers.</summary>
    Regression = 1,

    /// <summary>Two classes, 0 negative and 1 positive.</summary>
    Binary = 2,

    /// <summary>Two or more classes that exclude each other.</summary>
    MultiClass = 4,

    /// <summary>Two or more independent labels.</summary>
    MultiLabel = 8,
}

/// <summary>
/// Scores (or ready predictions) beside their targets, from which every metric is computed. Scores are what the model puts out: probabilities
/// after sigmoid or softmax, values of a regression, logits when it ends without activation (then set the threshold to 0).
/// </summary>
public sealed class Evaluation
{
    private readonly double threshold;
    private readonly bool thresholdGiven;
    private int[]? predicted;

    private Evaluation(Targets targets, double[] scores, int outputs, double? threshold, int[]? predicted)
    {
        (Targets, Scores, Outputs, this.predicted) = (targets, scores, outputs, predicted);
        thresholdGiven = threshold is not null;
        this.threshold = threshold ?? (targets.Kind == TargetKind.Classes ? 0.5 : targets.BinaryCut);
        Tasks = TasksOf(targets, outputs);
    }

    /// <summary>The truth.</summary>
    public Targets Targets { get; }

    /// <summary>[n, <see cref="Outputs"/>]; empty when predictions were given.</summary>
    internal double[] Scores { get; }

    /// <summary>Scores per row.</summary>
    public int Outputs { get; }

    /// <summary>What this can be read as.</summary>
    public MetricTasks Tasks { get; }

    /// <summary>Scores [n, outputs] of the model for the targets.</summary>
    /// <param name="targets">The truth.</param>
    /// <param name="scores">[n, outputs], row-major; not copied.</param>
    /// <param name="outputs">Scores per row.</param>
    /// <param name="threshold">
    /// Positive when score ≥ threshold, in binary and multi-label tasks. Default ½, for targets −1/+1 0; two classes with two scores go by
    /// the greater score, unless a threshold is given for that of class 1.
    /// </param>
    /// <exception cref="BadDataException">When sizes do not fit.</exception>
    public static Evaluation OfScores(Targets targets, double[] scores, int outputs, double? threshold = null)
    {
        MetricCheck.SameShape(targets.Rows * outputs, scores.Length, outputs);
        if (threshold is { } t && double.IsNaN(t)) throw MetricCheck.Bad("threshold", "NaN", "a number", "correct it");
        var evaluation = new Evaluation(targets, scores, outputs, threshold, null);
        if (evaluation.Tasks == MetricTasks.None)
            throw MetricCheck.Bad("outputs", $"{outputs} scores per row for targets with {targets.Width} columns or classes",
                "one score per target column or class (one score for two classes)",
                "change the width of the last layer or the number of classes");
        return evaluation;
    }

    /// <summary>Decisions instead of scores: class numbers [n], or zeros and ones [n, labels] for multi-label targets.</summary>
    /// <exception cref="BadDataException">When sizes or class numbers do not fit.</exception>
    public static Evaluation OfPredictions(Targets targets, int[] predicted)
    {
        var width = targets.Kind == TargetKind.MultiLabel ? targets.Width : 1;
        MetricCheck.SameShape(targets.Rows * width, predicted.Length, width);
        if (targets.Kind == TargetKind.Numbers && !targets.IsBinary)
            throw MetricCheck.Bad("targets", "numbers", "classes or labels", "give scores for a regression");
        if (targets.Kind == TargetKind.MultiLabel) MetricCheck.ZeroOne(predicted);
        return new(targets, [], targets.Kind == TargetKind.Classes ? targets.Width : Math.Max(1, targets.Width), null, predicted);
    }

    /// <summary>What targets and a model with so many outputs can be read as: known before anything runs.</summary>
    public static MetricTasks TasksOf(Targets targets, int outputs) => targets.Kind switch
    {
        TargetKind.Numbers when outputs == targets.Width => MetricTasks.Regression | (targets.IsBinary ? MetricTasks.Binary : 0),
        TargetKind.MultiLabel when outputs == targets.Width => outputs == 1 ? MetricTasks.Binary : MetricTasks.MultiLabel,
        TargetKind.Classes or TargetKind.OneHot or TargetKind.Soft when outputs == targets.Width && outputs > 1 =>
            MetricTasks.MultiClass | (outputs == 2 ? MetricTasks.Binary : 0),
        TargetKind.Classes when outputs == 1 && targets.Width == 2 => MetricTasks.Binary,
        _ => MetricTasks.None,
    };

    /// <summary>Predicted class per row [n], or label by label [n, labels]; argmax takes the first of equal scores.</summary>
    public ReadOnlySpan<int> Predicted => predicted ??=
        (Tasks & MetricTasks.MultiLabel) != 0 ? Predictions.Positive(Scores, threshold)
        : (Tasks & MetricTasks.Binary) != 0 && (Outputs == 1 || thresholdGiven) ? Predictions.Positive(PositiveScores, threshold)
        : Predictions.ArgMax(Scores, Outputs);

    /// <summary>True class per row [n], or label by label [n, labels].</summary>
    public int[] Truth
    {
        get
        {
            if (Targets.Kind == TargetKind.MultiLabel) return [.. Targets.Values.Select(value => (int)value)];
            var truth = new int[Targets.Rows];
            for (var row = 0; row < truth.Length; row++) truth[row] = Targets.ClassOf(row);
            return truth;
        }
    }

    /// <summary>Binary tasks: score of the positive class per row, [n].</summary>
    public double[] PositiveScores =>
        Outputs == 1 ? Scores : [.. Enumerable.Range(0, Targets.Rows).Select(row => Scores[row * Outputs + 1])];

    /// <summary>Single-label tasks: confusion[true][predicted].</summary>
    public ConfusionMatrix Confusion => ConfusionMatrix.Of(Truth, Predicted, Targets.ClassCount);

    /// <summary>Binary tasks: ROC curve of the positive class.</summary>
    public RocCurve Roc => RocCurve.Of(Truth, PositiveScores);

    /// <summary>Hits, false alarms and misses of each class or label.</summary>
    internal ImmutableArray<ClassTally> Tallies =>
        IsMultiLabel ? MultiLabelScores.Tallies(Truth, Predicted, Targets.Width) : Confusion.Tallies;

    internal bool IsMultiLabel => (Tasks & MetricTasks.MultiLabel) != 0;
}
