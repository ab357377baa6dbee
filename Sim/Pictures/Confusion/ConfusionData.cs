using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>How the rows of one set are classified with the weights of this moment.</summary>
/// <param name="Set">validation, test or train: the first of them that the run has.</param>
/// <param name="Rows">Rows looked at.</param>
/// <param name="AllRows">Rows of the set.</param>
/// <param name="Names">Of the classes or labels.</param>
/// <param name="Matrix">Rows are the truth; null for labels that do not exclude each other.</param>
/// <param name="Tallies">Hits, false alarms and misses of each class or label.</param>
/// <param name="Scores">What a threshold decides about; null unless there is a single output.</param>
internal sealed record ConfusionData(
    string Set, int Rows, int AllRows, ImmutableArray<string> Names, ConfusionMatrix? Matrix, ImmutableArray<ClassTally> Tallies, BinaryScores? Scores)
{
    // Products of a forward pass over all rows: some hundred milliseconds, once for each state of the weights.
    private const long Products = 250_000_000;

    private const int MostClasses = 200;

    /// <returns>Null for a regression.</returns>
    public static ConfusionData? From(PictureSource source)
    {
        var program = source.Run.Timeline.Program;
        var kept = source.Memory.Of(source.Run, typeof(ConfusionData), () => new Kept());
        ulong weights = program.WeightHash();
        if (!kept.IsMade || kept.Weights != weights) (kept.IsMade, kept.Weights, kept.Data) = (true, weights, Of(program));
        return kept.Data;
    }

    private static ConfusionData? Of(TrainingProgram<float> program)
    {
        var (name, set) = program.Data.Sets.OrderBy(one => one.Name switch { "validation" => 0, "test" => 1, _ => 2 }).First();
        var targets = set.Targets;
        bool isLabels = targets.Kind == TargetKind.MultiLabel && targets.Width > 1;
        if (!isLabels && !new SampleClasses(targets).Any || targets.ClassCount > MostClasses) return null;
        long products = Math.Max(1, program.Parameters.Sum(parameter => (long)parameter.Count(1)));
        int rows = (int)Math.Clamp(Products / products, 1, set.Rows);
        float[] inputs = [.. set.Inputs.ToArray(0, rows * set.Width).Select(value => (float)value)];
        double[] scores = [.. new NetworkProbe(program, rows).Outputs(inputs).Select(value => (double)value)];
        var empty = new ConfusionData(name, rows, set.Rows, Named(set, isLabels ? targets.Width : targets.ClassCount), null, [], null);
        if (isLabels) return empty with { Tallies = [.. Enumerable.Range(0, targets.Width).Select(label => Label(targets, scores, rows, label, program.Experiment.Evaluation.Threshold))] };
        int[] truth = [.. Enumerable.Range(0, rows).Select(targets.ClassOf)];
        int outputs = scores.Length / rows;
        double cut = program.Experiment.Evaluation.Threshold is var stated && stated == 0.5 && targets.Kind != TargetKind.Classes ? targets.BinaryCut : stated;
        int[] predicted = outputs == 1 ? Predictions.Positive(scores, cut) : Predictions.ArgMax(scores, outputs);
        var matrix = ConfusionMatrix.Of(truth, predicted, targets.ClassCount);
        return empty with { Matrix = matrix, Tallies = matrix.Tallies, Scores = outputs == 1 ? BinaryScores.Of(truth, scores, cut) : null };
    }

    private static ClassTally Label(Targets targets, double[] scores, int rows, int label, double threshold) => ClassTally.Of(
        [.. Enumerable.Range(0, rows).Select(row => (int)targets[row, label])],
        Predictions.Positive([.. Enumerable.Range(0, rows).Select(row => scores[row * targets.Width + label])], threshold));

    // Two classes of one output are named by the data, or 0 and 1 (−1 and +1).
    private static ImmutableArray<string> Named(DataSet set, int classes) => [.. Enumerable.Range(0, classes).Select(k =>
        k < set.ClassNames.Length ? set.ClassNames[k] : set.Targets.IsPlusMinus ? k == 0 ? "−1" : "+1" : ClassGlyphs.NameOf(k, []))];

    private sealed class Kept
    {
        public bool IsMade { get; set; }

        public ulong Weights { get; set; }

        public ConfusionData? Data { get; set; }
    }
}
