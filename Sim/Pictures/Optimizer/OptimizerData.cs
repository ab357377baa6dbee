using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>One quantity of the update of a parameter.</summary>
/// <param name="Symbol">g, m, v, m̂, …</param>
/// <param name="Name">The value's name; empty for the step, which is a difference.</param>
/// <param name="Values">Null where it is not known yet.</param>
/// <param name="IsOld">Still that of an earlier update: this one has not written it yet.</param>
internal sealed record OptimizerQuantity(string Symbol, string Name, Tensor<float>? Values, bool IsOld = false)
{
    public float? At(int place) => Values is { } tensor && place < tensor.Values.Length ? tensor.Values[place] : null;
}

/// <summary>How one parameter tensor is updated: before, gradient, optimizer state, step, after.</summary>
internal sealed record OptimizerData
{
    /// <summary>The parameter, e.g. layer1.weight.</summary>
    public required string Parameter { get; init; }

    public required ImmutableArray<int> Shape { get; init; }
    public required ImmutableArray<int> Element { get; init; }

    /// <summary>In the order they are computed.</summary>
    public required ImmutableArray<OptimizerQuantity> Quantities { get; init; }

    public required string Rule { get; init; }
    public float? LearningRate { get; init; }
    public required Notation Notation { get; init; }

    public int Count => Shape.Aggregate(1, (product, size) => product * size);

    /// <summary>The element's place, row-major.</summary>
    public int Place => Element.Zip(Shape).Aggregate(0, (place, pair) => place * pair.Second + pair.First);

    /// <summary>The letter of an element: w₁₂.</summary>
    public string Symbol(int place)
    {
        var index = new int[Shape.Length];
        for (int d = Shape.Length - 1; d >= 0; place /= Shape[d], d--) index[d] = place % Shape[d];
        return Notation.Finish(OperandSymbol.Of(Parameter, index, Notation));
    }

    /// <summary>The parameters that can be shown.</summary>
    public static IEnumerable<string> Parameters(RunView view) => view.Network.Dense
        .SelectMany(layer => layer.HasBias ? new[] { $"{layer.Name}.weight", $"{layer.Name}.bias" } : [$"{layer.Name}.weight"]);

    /// <summary>The parameter a step belongs to, or the first one.</summary>
    public static string ParameterOf(RunView view) =>
        Parameters(view).FirstOrDefault(name => view.Step?.Name == name || view.Step?.Name.StartsWith(name + ".", StringComparison.Ordinal) == true) ?? Parameters(view).First();

    /// <summary>The update of a parameter; null if it is too large to have been copied.</summary>
    public static OptimizerData? From(RunView view, string parameter, ImmutableArray<int> element, ViewSettings settings)
    {
        if (view.Find(parameter) is not { } current) return null;
        var notation = new Notation { Digits = settings.Digits, IsAscii = settings.Ascii, ShowsLayers = view.Network.Dense.Skip(1).Any() };
        bool isUpdated = view.Steps.Any(step => step.Name == parameter && view.IsDone(step));
        var before = view.Now == Moment.Start ? current : view.Before.GetValueOrDefault(parameter);
        var after = isUpdated ? current : null;
        string letter = parameter.EndsWith("weight", StringComparison.Ordinal) ? "w" : "b";
        var quantities = ImmutableArray.CreateBuilder<OptimizerQuantity>();
        quantities.Add(new(letter, parameter, before));
        quantities.Add(new("g", $"{parameter}.grad", view.Find($"{parameter}.grad")));
        if (view.Steps.Any(step => step.Name == $"{parameter}.grad_clipped")) quantities.Add(new("ĝ", $"{parameter}.grad_clipped", view.Find($"{parameter}.grad_clipped")));
        foreach (var step in view.Steps.Where(step => step.Name.StartsWith($"{parameter}.state.", StringComparison.Ordinal)))
            quantities.Add(new(StateSymbol(step.Name), step.Name, view.Find(step.Name), !view.IsDone(step) || view.Now == Moment.Start));
        if (view.Steps.FirstOrDefault(step => step.Name == "newton.step") is { } newton)
            quantities.Add(new("d", newton.Name, PartOf(view, newton.Name, parameter, current), !view.IsDone(newton) || view.Now == Moment.Start));
        quantities.Add(new($"Δ{letter}", "", Difference(before, after)));
        quantities.Add(new($"{letter} ←", parameter, after));
        return new OptimizerData
        {
            Parameter = parameter,
            Shape = current.Shape,
            Element = ElementCursor.Clamp(current.Shape, element),
            Quantities = quantities.ToImmutable(),
            Rule = view.Steps.FirstOrDefault(step => step.Name == parameter)?.Rule ?? "",
            LearningRate = view.Scalar("lr"),
            Notation = notation,
        };
    }

    // Newton's step holds all parameters, one behind the other.
    private static Tensor<float>? PartOf(RunView view, string name, string parameter, Tensor<float> like)
    {
        if (view.Find(name) is not { } all) return null;
        int first = Parameters(view).TakeWhile(other => other != parameter).Sum(other => view.Find(other)?.Values.Length ?? 0);
        return like with { Values = [.. all.Values.Skip(first).Take(like.Values.Length)] };
    }

    private static string StateSymbol(string name) => name[(name.LastIndexOf('.') + 1)..] switch
    {
        "velocity" => "v",
        "m" => "m",
        "v" => "v",
        "m_hat" => "m̂",
        "v_hat" => "v̂",
        "sum" => "s",
        "g_avg" => "ḡ",
        var other => other,
    };

    private static Tensor<float>? Difference(Tensor<float>? before, Tensor<float>? after) => before is null || after is null ? null
        : after with { Values = [.. after.Values.Zip(before.Values, (to, from) => to - from)] };
}
