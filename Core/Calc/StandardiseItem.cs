using System.Numerics;

namespace Core;

/// <summary>Standardisation fitted on some rows and applied to others.</summary>
internal sealed class StandardiseItem(CalcNumbers fit, CalcNumbers? apply) : ICalculation
{
    public static CalcKind Kind { get; } = new(
        "standardise",
        Phase.Batch,
        "x ← (x − mean)/std per input, mean and population std of the rows in `fit` only; a std of 0 counts as 1. Records, in double: `mean`, `std`; `fit` and `apply`, the rows standardised.",
        [
            Field.Required("fit", Spec.Numbers(1, 6, "rows of numbers"), "The training rows, [rows][inputs]; a plain list is one input."),
            Field.Optional("apply", Spec.Numbers(1, 6, "rows of numbers"), "Other rows of the same shape."),
        ],
        Bind);

    private int Inputs => fit.Values.Length / fit.Shape[0];

    private static ICalculation? Bind(CalcContext context)
    {
        if (context.Numbers("fit") is not { } fit) return null;
        var apply = context.Numbers("apply");
        if (apply is null || apply.Shape.Skip(1).SequenceEqual(fit.Shape.Skip(1))) return new StandardiseItem(fit, apply);
        context.Problem("apply", $"apply of {apply.Shown}", $"rows like those of fit, which has {fit.Shown}", "give the same inputs in the same order");
        return null;
    }

    public IEnumerable<CalcValue> Run<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = fit.Shape[0];
        var data = DataSet.Create(fit.Values, [Inputs], Targets.Numbers(new double[rows]));
        var rule = Standardisation.Fit(data, Enumerable.Range(0, rows).ToArray());
        yield return CalcValue.Double("mean", [Inputs], [.. rule.Mean]);
        yield return CalcValue.Double("std", [Inputs], [.. rule.Std]);
        yield return Standardised("fit", rule, fit);
        if (apply is not null) yield return Standardised("apply", rule, apply);
    }

    private CalcValue Standardised(string name, Standardisation rule, CalcNumbers rows)
    {
        double[] values = [.. rows.Values];
        for (var start = 0; start < values.Length; start += Inputs) rule.Apply(values.AsSpan(start, Inputs));
        return CalcValue.Double(name, rows.Shape, values);
    }
}
