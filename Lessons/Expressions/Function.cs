using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>A function of values: its types and its arithmetic. Words that need the run itself have only a usage.</summary>
internal abstract record Function(string Name, int Least, int Most)
{
    private static readonly ImmutableArray<Function> All =
    [
        new Elementwise("abs", Math.Abs), new Elementwise("sqrt", Math.Sqrt),
        new Elementwise("ln", ScalarMath<double>.Log), new Elementwise("exp", ScalarMath<double>.Exp),
        new Elementwise("isnan", x => double.IsNaN(x) ? 1 : 0, ElementKind.Bool),
        new Elementwise("isfinite", x => double.IsFinite(x) ? 1 : 0, ElementKind.Bool),
        new Reduction("sum", Lessons.Number.Sum), new Reduction("mean", x => Lessons.Number.Sum(x) / x.Length),
        new Reduction("norm", Lessons.Number.Norm), new Reduction("size", x => x.Length),
        new Reduction("count", Lessons.Number.Sum, ElementKind.Bool, ElementKind.Number),
        new Reduction("any", x => x.Contains(1.0) ? 1 : 0, ElementKind.Bool, ElementKind.Bool),
        new Reduction("all", x => x.Contains(0.0) ? 0 : 1, ElementKind.Bool, ElementKind.Bool),
        new Extreme("min", Math.Min, double.PositiveInfinity), new Extreme("max", Math.Max, double.NegativeInfinity),
        new ArgMax(),
    ];

    private static readonly Dictionary<string, (string Usage, int Arity)> OfTheRun = new()
    {
        ["prev"] = ("prev(x)", 1),
        ["at"] = ("at(x, update)", 2),
        ["variant"] = ("variant(name, x)", 2),
        ["dead"] = ("dead(layer1)", 1),
        ["saturated"] = ("saturated(layer1)", 1),
    };

    private static readonly Dictionary<string, Function> ByName = All.ToDictionary(function => function.Name);

    public static IEnumerable<string> Names => ByName.Keys.Concat(OfTheRun.Keys);

    public static Function Named(string name) => ByName[name];

    public static string? Usage(string name) =>
        ByName.TryGetValue(name, out var function) ? function.Most > 1 ? $"{name}(x) or {name}(x, y)" : $"{name}({function.Argument})"
        : OfTheRun.TryGetValue(name, out var word) ? word.Usage : null;

    public static (int Least, int Most) Arity(string name) =>
        ByName.TryGetValue(name, out var function) ? (function.Least, function.Most) : (OfTheRun[name].Arity, OfTheRun[name].Arity);

    protected virtual string Argument => "x";

    /// <summary>The type of the result, or the error of the argument that does not fit.</summary>
    public abstract ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments);

    /// <summary>The result, for arguments that passed <see cref="Type"/>.</summary>
    public abstract Tensor Apply(ImmutableArray<Tensor> arguments);

    protected void Need(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments, ElementKind kind)
    {
        for (var i = 0; i < arguments.Length; i++) rules.Need(kind, arguments[i], $"in `{Name}`", call.Arguments[i].Place);
    }
}

internal delegate double ReduceRow(ReadOnlySpan<double> values);

/// <summary>Every number on its own; the shape stays.</summary>
internal sealed record Elementwise(string Name, Func<double, double> Each, ElementKind Out = ElementKind.Number) : Function(Name, 1, 1)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments, ElementKind.Number);
        return new(Out, arguments[0].Shape);
    }

    public override Tensor Apply(ImmutableArray<Tensor> arguments) => arguments[0].Map(Each);
}

/// <summary>All elements to one, in ascending order.</summary>
internal sealed record Reduction(string Name, ReduceRow Reduce, ElementKind In = ElementKind.Number, ElementKind Out = ElementKind.Number)
    : Function(Name, 1, 1)
{
    protected override string Argument => In == ElementKind.Bool ? "x > 0" : "x";

    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments, In);
        return new(Out, []);
    }

    public override Tensor Apply(ImmutableArray<Tensor> arguments) => Tensor.Of(Reduce(arguments[0].Values.AsSpan()));
}

/// <summary>min and max: over all elements of one argument, or element by element over several. NaN wins.</summary>
internal sealed record Extreme(string Name, Func<double, double, double> Pick, double OfNothing) : Function(Name, 1, int.MaxValue)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments, ElementKind.Number);
        if (arguments.Length == 1) return ExpressionType.Number;
        var shape = arguments[0].Shape;
        foreach (var argument in arguments[1..]) shape = rules.Common(shape, argument.Shape, $"`{Name}`", call.Place);
        return new(ElementKind.Number, shape);
    }

    public override Tensor Apply(ImmutableArray<Tensor> arguments) =>
        arguments.Length == 1
            ? Tensor.Of(arguments[0].Values.Aggregate(OfNothing, Pick))
            : arguments.Skip(1).Aggregate(arguments[0], (a, b) => Tensor.Zip(a, b, Pick));
}

/// <summary>Index of the largest along the last axis: one number for [n], one per row for [rows, n].</summary>
internal sealed record ArgMax() : Function("argmax", 1, 1)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments, ElementKind.Number);
        var shape = arguments[0].Shape;
        return new(ElementKind.Number, shape.IsEmpty ? shape : shape.RemoveAt(shape.Length - 1));
    }

    public override Tensor Apply(ImmutableArray<Tensor> arguments)
    {
        var of = arguments[0];
        if (of.IsSingle) return Tensor.Of(0);
        var outer = of.Shape.RemoveAt(of.Shape.Length - 1);
        var (rows, width) = (outer.Aggregate(1, (product, length) => product * length), of.Shape[^1]);
        return new(outer, Enumerable.Range(0, rows).Select(row => Number.ArgMax(of.Values.AsSpan(row * width, width))));
    }
}
