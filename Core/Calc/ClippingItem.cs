using System.Numerics;

namespace Core;

/// <summary>Gradient clipping over one or several parameters.</summary>
internal sealed class ClippingItem(ClippingSettings settings, IReadOnlyList<CalcNumbers> gradients) : ICalculation
{
    public static CalcKind Kind { get; } = new(
        "clipping",
        Phase.Backward,
        "Clips the gradients of one or several parameters. Records: `grad_norm` over all of them, `parameterN.grad_clipped` of the Nth, counted from 1, `grad_norm_clipped`.",
        [
            Field.Required("clipping", TrainingSpec.Clipping, "The rule."),
            Field.Required("gradients", Spec.List(Spec.Numbers(1, 2, "the gradient of a parameter as a list or rows of numbers"), "gradients, one for each parameter", 1, 10_000),
                "One list or matrix for each parameter: `[[3, 4]]` is one parameter with two values."),
        ],
        Bind);

    private static ICalculation? Bind(CalcContext context)
    {
        CalcNumbers?[] gradients = [.. context.Fields["gradients"]!.Items.Select(CalcNumbers.Read)];
        return TrainingBinder.Clipping(context.Fields["clipping"]) is { } settings && !gradients.Contains(null) ? new ClippingItem(settings, gradients!) : null;
    }

    public IEnumerable<CalcValue> Run<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sheet = new Sheet<T>();
        Buffer<T>[] given = [.. gradients.Select((g, k) => sheet.Given($"parameter{k + 1}.grad", g.Shape, g.Values, Zone.Parameter))];
        Buffer<T>[] clipped = [.. given.Select((g, k) => sheet.Program.Like(g, $"parameter{k + 1}.grad_clipped", Zone.Gradient))];
        var room = sheet.Room("columns", given.Max(g => Table.Of(g).Columns));
        var (norm, after) = (sheet.Room("grad_norm"), sheet.Room("grad_norm_clipped"));
        sheet.Program.Add(new GradientNorm<T>([.. given], room, norm));
        for (var k = 0; k < given.Length; k++) sheet.Program.Add(Clipping.Operation(settings, given[k], norm, clipped[k]));
        sheet.Program.Add(new GradientNorm<T>([.. clipped], room, after));
        sheet.Start();
        sheet.RunAll();
        yield return sheet.Result("grad_norm", [], norm);
        for (var k = 0; k < clipped.Length; k++) yield return sheet.Result(clipped[k].Name, gradients[k].Shape, clipped[k]);
        yield return sheet.Result("grad_norm_clipped", [], after);
    }
}
