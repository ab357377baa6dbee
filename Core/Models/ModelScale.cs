using System.Collections.Immutable;

namespace Core;

/// <summary>How inputs and targets were scaled belongs to the model: a prediction needs the same means and deviations as the training.</summary>
/// <param name="Inputs">Of every input, or nothing.</param>
/// <param name="Targets">Of every output, or nothing.</param>
internal sealed record ModelScale(Standardisation? Inputs, TargetScale? Targets)
{
    /// <summary>What the names of its tensors begin with.</summary>
    public const string Prefix = "scale.";

    private const string InputMean = Prefix + "input.mean", InputStd = Prefix + "input.std", InputGaps = Prefix + "input.gaps", TargetMean = Prefix + "target.mean", TargetStd = Prefix + "target.std";

    /// <summary>The tensors, in double precision.</summary>
    public static IEnumerable<StoredTensor> Tensors(RunData data)
    {
        if (data.InputScale is { } inputs)
        {
            yield return One(InputMean, inputs.Mean);
            yield return One(InputStd, inputs.Std);
        }

        if (!data.Gaps.IsEmpty) yield return One(InputGaps, data.Gaps);
        if (data.TargetScale is { } targets)
        {
            yield return One(TargetMean, [.. targets.Mean]);
            yield return One(TargetStd, [.. targets.Std]);
        }
    }

    /// <summary>What a file holds of it.</summary>
    /// <exception cref="ModelFileException">Means and deviations do not fit each other or the network.</exception>
    public static ModelScale From(TensorFile file, int inputs, int outputs) => new(
        Pair(file, InputMean, InputStd, inputs) is var (mean, std) ? new Standardisation([.. mean], [.. std]) : null,
        Pair(file, TargetMean, TargetStd, outputs) is var (targetMean, targetStd) ? new TargetScale(targetMean, targetStd) : null);

    /// <summary>What stood for missing inputs in the training [inputs]; empty where a file does not hold it.</summary>
    /// <exception cref="ModelFileException">It does not fit the network.</exception>
    public static ImmutableArray<double> Gaps(TensorFile file, int inputs) => file.Find(InputGaps)?.Values<double>() is not { } means ? []
        : means.Length == inputs && means.All(double.IsFinite) ? [.. means]
        : throw new ModelFileException($"{InputGaps} of {means.Length} numbers", $"{inputs} finite ones", "take a file that sim has saved");

    private static (double[] Mean, double[] Std)? Pair(TensorFile file, string mean, string std, int width)
    {
        if (file.Find(mean) is not { } first || file.Find(std) is not { } second) return null;
        var (means, stds) = (first.Values<double>(), second.Values<double>());
        if (means.Length != width || stds.Length != width)
            throw new ModelFileException($"{mean} and {std} of {means.Length} and {stds.Length} numbers", $"{width} each", "take a file that sim has saved");
        if (!means.All(double.IsFinite) || !stds.All(std => std is >= 0 and <= double.MaxValue))
            throw new ModelFileException($"{mean} and {std} with numbers that cannot be means and deviations", "finite ones, deviations of at least 0", "take a file that is not damaged");
        return (means, stds);
    }

    private static StoredTensor One(string name, ImmutableArray<double> values) => StoredTensor.Of<double>(name, [values.Length], values.AsSpan());
}
