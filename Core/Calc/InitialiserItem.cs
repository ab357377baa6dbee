using System.Numerics;

namespace Core;

/// <summary>What an initialiser promises, and the start weights that a layer of a run with this seed gets.</summary>
internal sealed class InitialiserItem(InitialiserSettings settings, int outputs, int inputs, ulong seed, int layer) : ICalculation
{
    public static CalcKind Kind { get; } = new(
        "initialiser",
        Phase.Update,
        "Start weights. Records, as far as the rule has them: `variance`, `std`, `bound` (uniform rules: values lie in (−bound, bound)) by the formulas, in double; `sample`, [out][in], the weights that layer starts with in a run of this seed; `sample_mean`, `sample_std` (population) of the sample.",
        [
            Field.Required("initialiser", NetworkSpec.Initialiser("initialiser", null, 2), "The rule."),
            Field.Required("shape", Spec.List(Spec.Integer(1, CalcContext.MostValues), "sizes", 2, 2), "[out, in]."),
            Field.Optional("layer", Spec.Integer(1, 1000), "Which dense layer, counted from 1: each draws other numbers.", "1"),
            CalcSpec.Seed,
        ],
        Bind);

    private static ICalculation? Bind(CalcContext context)
    {
        var settings = NetworkBinder.Initialiser(context.Fields["initialiser"]!, NetworkSpec.Weights, 2);
        var shape = Numbers.Whole(context.Fields["shape"])!;
        if (!context.Fits("shape", (double)shape[0] * shape[1])) return null;
        if (settings is GivenInitialiser { Values: var given } && !given.Shape.SequenceEqual(shape))
        {
            context.Problem("initialiser", $"weights of shape {given}", $"[{shape[0]}, {shape[1]}], [out, in]", "one row per unit");
            return null;
        }

        return new InitialiserItem(settings, shape[0], shape[1], context.Seed, context.Fields.Integer("layer"));
    }

    public IEnumerable<CalcValue> Run<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Promise() is var (variance, bound))
        {
            yield return CalcValue.Double("variance", [], variance);
            yield return CalcValue.Double("std", [], Math.Sqrt(variance));
            if (bound is { } limit) yield return CalcValue.Double("bound", [], limit);
        }

        T[] sample = [.. Initialiser.Values(settings, outputs * inputs, inputs, outputs, seed, 2 * (layer - 1), []).Select(T.CreateTruncating)];
        yield return CalcValue.Of("sample", [outputs, inputs], sample);
        double[] exact = [.. sample.Select(double.CreateTruncating)];
        double mean = exact.Sum() / exact.Length, squares = exact.Sum(value => (value - mean) * (value - mean));
        yield return CalcValue.Double("sample_mean", [], mean);
        yield return CalcValue.Double("sample_std", [], Math.Sqrt(squares / sample.Length));
    }

    private (double Variance, double? Bound)? Promise() => settings switch
    {
        ConstantInitialiser => (0, null),
        UniformInitialiser u => ((u.High - u.Low) * (u.High - u.Low) / 12, u.Low == -u.High ? u.High : null),
        NormalInitialiser n => (n.Deviation * n.Deviation, null),
        VarianceInitialiser v => (Initialiser.Variance(v, inputs, outputs), v.Uniform ? Initialiser.Bound(v, inputs, outputs) : null),
        LcgInitialiser => (1.0 / (3.0 * inputs), 1 / Math.Sqrt(inputs)),
        _ => null,
    };
}
