using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>Inverted dropout on given values, with a given mask or the one that a run draws.</summary>
internal sealed class DropoutItem(double rate, CalcNumbers a, CalcNumbers? mask, CalcNumbers? da, (ulong Seed, int Layer, long Update) place) : ICalculation
{
    public static CalcKind Kind { get; } = new(
        "dropout",
        Phase.Forward,
        "Inverted dropout, a·mask/(1 − rate). Records: `mask`; `value`; with `da` also `gradient`, ∂L/∂a before the dropout.",
        [
            Field.Required("rate", Spec.Number(min: 0, below: 1), "Probability that a value is dropped."),
            Field.Required("a", CalcNumbers.OneOrMany(6, "lists of numbers"), "Values of any shape."),
            Field.Optional("mask", CalcNumbers.OneOrMany(6, "lists of numbers"), "1 = keep, 0 = drop, of the shape of a; otherwise drawn as in a run."),
            Field.Optional("da", CalcNumbers.OneOrMany(6, "lists of numbers"), "∂L/∂ of the result, of the shape of a."),
            Field.Optional("layer", Spec.Integer(1, 1000), "Which dropout layer, counted from 1: each draws another mask.", "1"),
            Field.Optional("update", Spec.Integer(1, 1L << 53), "Which update, counted from 1: each draws another mask.", "1"),
            CalcSpec.Seed,
        ],
        Bind);

    private static ICalculation? Bind(CalcContext context)
    {
        if (context.Numbers("a") is not { } a) return null;
        var (mask, da) = (context.Numbers("mask"), context.Numbers("da"));
        bool fits = da is null || context.SameShape("da", da, "a", a);
        if (mask is not null) fits &= context.SameShape("mask", mask, "a", a) && IsMask(context, mask);
        return fits ? new DropoutItem(context.Fields.Number("rate"), a, mask, da, (context.Seed, context.Fields.Integer("layer"), context.Fields.LongOrNull("update")!.Value)) : null;
    }

    private static bool IsMask(CalcContext context, CalcNumbers mask)
    {
        int wrong = Array.FindIndex(mask.Values, value => value is not (0 or 1));
        return wrong < 0 || context.Problem("mask", FormattableString.Invariant($"{mask.Values[wrong]} in the mask"), "1 for keep and 0 for drop");
    }

    public IEnumerable<CalcValue> Run<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sheet = new Sheet<T>();
        ImmutableArray<int> shape = [a.Values.Length];
        var (input, slope) = (sheet.Given("a", shape, a.Values), sheet.Given("da", shape, da?.Values ?? []));
        var (kept, value, gradient) = (sheet.Room("mask", shape), sheet.Room("value", shape), sheet.Room("gradient", shape));
        var rule = new DropoutApply<T>(T.One - T.CreateTruncating(rate));
        sheet.Program.Add(new DropoutMask<T>(rate, place.Seed, place.Layer, mask is null ? null : [mask.ToGiven()], kept));
        sheet.Program.Add(new MapOperation<T, DropoutApply<T>>(Phase.Forward, "a·mask/(1 − p)", rule, value, input, kept));
        sheet.Program.Add(new MapOperation<T, DropoutApply<T>>(Phase.Backward, "∂L/∂a · mask/(1 − p)", rule, gradient, slope, kept));
        sheet.Run.Update = mask is null ? place.Update : 1;
        sheet.Start();
        sheet.RunAll();
        yield return sheet.Result("mask", a.Shape, kept);
        yield return sheet.Result("value", a.Shape, value);
        if (da is not null) yield return sheet.Result("gradient", a.Shape, gradient, Phase.Backward);
    }
}
