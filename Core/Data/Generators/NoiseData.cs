using System.Collections.Immutable;

namespace Core;

/// <summary>
/// Nothing to learn: inputs uniform in [0, 1) of any shape, class numbers uniform in 0 … classes − 1, independent of each other.
/// A model can only memorise it; on new rows the cross-entropy cannot stay below ln(classes). Inputs [n, …shape].
/// </summary>
public sealed record NoiseData : DataGenerator
{
    /// <summary>Shape of one sample.</summary>
    public ImmutableArray<int> Shape { get; init; } = [784];

    /// <summary>Number of classes.</summary>
    public int Classes { get; init; } = 10;

    private protected override DataSet Build(ulong seed, int rows)
    {
        var (values, labels) = (DataStream.Position.Of(seed), DataStream.Label.Of(seed));
        var x = new double[rows * Shape.Aggregate(1, (product, size) => product * size)];
        for (var i = 0; i < x.Length; i++) x[i] = values.Uniform<double>(i);
        var y = new int[rows];
        for (var i = 0; i < rows; i++) y[i] = labels.Below(Classes, i);
        return DataSet.Create(x, Shape, Targets.Classes(y, Classes));
    }

    private protected override double SampleWidth => Shape.Aggregate(1.0, (product, size) => product * size);

    private protected override void Check(DataProblems problems, int rows)
    {
        var shape = Shape.IsDefaultOrEmpty ? "nothing" : $"[{string.Join(", ", Shape)}]";
        problems.Require(!Shape.IsDefaultOrEmpty && Shape.All(size => size >= 1), "shape", shape, "sizes of at least 1",
            "state for example [784] or [28, 28]");
        problems.Require(Classes >= 1, "classes", Classes, "at least 1", "correct it");
    }
}
