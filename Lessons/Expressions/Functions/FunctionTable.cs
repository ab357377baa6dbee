using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>Every function of values.</summary>
internal static class FunctionTable
{
    public static readonly ImmutableArray<Function> All =
    [
        new Elementwise("abs", Math.Abs), new Elementwise("sqrt", Math.Sqrt),
        new Elementwise("ln", ScalarMath<double>.Log), new Elementwise("exp", ScalarMath<double>.Exp),
        new Elementwise("log10", Number.Log10), new Elementwise("log2", Number.Log2),
        new Elementwise("round", x => Math.Round(x, MidpointRounding.ToEven)), new Elementwise("floor", Math.Floor), new Elementwise("ceil", Math.Ceiling),
        new Elementwise("sign", x => double.IsNaN(x) ? x : Math.Sign(x)),
        new Elementwise("sigmoid", ScalarMath<double>.Sigmoid), new Elementwise("tanh", ScalarMath<double>.Tanh),
        new Elementwise("relu", x => x > 0 || double.IsNaN(x) ? x : 0), new Elementwise("softplus", ScalarMath<double>.Softplus),
        new Elementwise("sin", ScalarMath<double>.Sin), new Elementwise("cos", ScalarMath<double>.Cos), new Elementwise("erf", ScalarMath<double>.Erf),
        new Elementwise("isnan", x => double.IsNaN(x) ? 1 : 0, ElementKind.Bool),
        new Elementwise("isfinite", x => double.IsFinite(x) ? 1 : 0, ElementKind.Bool),
        new Pairwise("pow", "pow(x, y)", Number.Power), new Pairwise("mod", "mod(x, y)", (x, y) => x - y * Math.Floor(x / y)),
        new Clamp(), new If(),
        new Extreme("min", Math.Min, double.PositiveInfinity), new Extreme("max", Math.Max, double.NegativeInfinity),

        new Reduction("sum", Number.Sum), new Reduction("mean", Number.Mean), new Reduction("product", Number.Product),
        new Reduction("norm", Number.Norm), new Reduction("size", x => x.Length),
        new Reduction("std", Number.Deviation), new Reduction("var", Number.Variance),
        new Reduction("median", x => Number.Quantile(x, 0.5)), new Reduction("range", x => Number.Largest(x) - Number.Smallest(x)),
        new Reduction("count", Number.Sum, ElementKind.Bool, ElementKind.Number),
        new Reduction("any", x => x.Contains(1.0) ? 1 : 0, ElementKind.Bool, ElementKind.Bool),
        new Reduction("all", x => x.Contains(0.0) ? 0 : 1, ElementKind.Bool, ElementKind.Bool),
        new Reduction("first", Number.First, ElementKind.Bool, ElementKind.Number),
        new Quantile(), new Dot(),

        .. new (string Name, ReduceRow Reduce)[]
        {
            ("sum", Number.Sum), ("mean", Number.Mean), ("max", Number.Largest), ("min", Number.Smallest), ("norm", Number.Norm), ("std", Number.Deviation),
        }.SelectMany(one => new Function[] { new AlongRows($"row{one.Name}", one.Reduce), new AlongColumns($"col{one.Name}", one.Reduce) }),
        new AlongRows("argmax", Number.ArgMax, OfSingle: 0), new AlongRows("argmin", Number.ArgMin, OfSingle: 0),
        new WithinRows("softmax", Number.Softmax), new WithinRows("sort", Number.Sort), new WithinRows("cumsum", Number.CumulativeSum),

        new MatrixProduct(), new Transposed(), new Outer(), new Reshape(), new Flatten(), new Concat(), new Pick(),
        new Identity(), new Zeros(), new Iota(), new Linspace(),
        new DistinctRows(), new Ulps(), new SameBits(), new Quantize(), new FloatSum(), new FloatDot(),
    ];
}
