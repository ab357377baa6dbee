using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>An activation and its derivative on given values.</summary>
internal sealed class ActivationItem(ActivationSettings settings, CalcNumbers z, CalcNumbers? da) : ICalculation
{
    public static CalcKind Kind { get; } = new(
        "activation",
        Phase.Forward,
        "a = f(z) and f′(z) on given values. Records: `value` and `derivative`, both of the shape of z; of softmax, over the last index, `value` and for each row `jacobian[i][j]` = ∂aᵢ/∂zⱼ; with `da` also `dz`.",
        [
            Field.Required("activation", NetworkSpec.Activation, "f."),
            Field.Required("z", CalcNumbers.OneOrMany(5, "lists of numbers"), "Any shape; softmax goes over the last index."),
            Field.Optional("da", CalcNumbers.OneOrMany(5, "lists of numbers"), "∂L/∂a of the shape of z: gives ∂L/∂z."),
        ],
        Bind);

    private static ICalculation? Bind(CalcContext context)
    {
        var settings = NetworkBinder.Activation(context.Fields["activation"]!);
        if (context.Numbers("z") is not { } z) return null;
        var da = context.Numbers("da");
        bool fits = da is null || context.SameShape("da", da, "z", z);
        if (settings.MixesUnits && z.Shape.IsEmpty) fits = context.Problem("z", "one number for softmax", "a row of numbers", "softmax compares the units of a layer: write [1, 2, 3]");
        if (settings.MixesUnits) fits &= context.Fits("z", (double)z.Values.Length * z.Width);
        return fits ? new ActivationItem(settings, z, da) : null;
    }

    public IEnumerable<CalcValue> Run<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sheet = new Sheet<T>();
        ImmutableArray<int> shape = [z.Rows, z.Width];
        var (input, a) = (sheet.Given("z", shape, z.Values), sheet.Room("a", shape));
        var (slope, dz) = (sheet.Room("da", shape), sheet.Room("dz", shape));
        var rule = ActivationRules.For<T>(settings);
        sheet.Program.Add(rule.Forward(input, a));
        sheet.Program.Add(rule.Backward(slope, input, a, dz));
        sheet.Run.Rows = z.Rows;
        sheet.Start();
        sheet.Fill(slope, Enumerable.Repeat(1.0, z.Values.Length).ToArray());
        sheet.RunAll();
        yield return sheet.Result("value", z.Shape, a);
        if (settings.MixesUnits) yield return Jacobian(sheet, slope, dz);
        else yield return sheet.Result("derivative", z.Shape, dz, Phase.Backward);
        if (da is null) yield break;
        sheet.Fill(slope, da.Values);
        sheet.RunAll();
        yield return sheet.Result("dz", z.Shape, dz, Phase.Backward);
    }

    /// <summary>Row i of each Jacobian is what the backward operation makes of ∂L/∂a = 1 at unit i and 0 elsewhere.</summary>
    private CalcValue Jacobian<T>(Sheet<T> sheet, Buffer<T> slope, Buffer<T> dz)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (width, values) = (z.Width, new T[z.Values.Length * z.Width]);
        for (var unit = 0; unit < width; unit++)
        {
            var seed = new double[z.Values.Length];
            for (var row = 0; row < z.Rows; row++) seed[row * width + unit] = 1;
            sheet.Fill(slope, seed);
            sheet.RunAll();
            var written = sheet.Values(dz);
            for (var row = 0; row < z.Rows; row++) written.AsSpan(row * width, width).CopyTo(values.AsSpan((row * width + unit) * width));
        }

        return CalcValue.Of("jacobian", [.. z.Shape, width], values, Phase.Backward);
    }
}
