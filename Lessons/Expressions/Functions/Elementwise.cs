using System.Collections.Immutable;

namespace Lessons;

/// <summary>Every number on its own; the shape stays.</summary>
internal sealed record Elementwise(string Name, Func<double, double> Each, ElementKind Out = ElementKind.Number) : Function(Name, $"{Name}(x)", 1, 1)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        return new(Out, arguments[0].Shape);
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments) => arguments[0].Map(Each);
}

/// <summary>Element by element over two values, like an operator.</summary>
internal sealed record Pairwise(string Name, string Usage, Func<double, double, double> Each) : Function(Name, Usage, 2, 2)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        return new(ElementKind.Number, rules.Common(arguments[0].Shape, arguments[1].Shape, $"`{Name}`", call.Place));
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments) => Tensor.Zip(arguments[0], arguments[1], Each);
}

/// <summary>min and max: over all elements of one argument, or element by element over several. NaN wins.</summary>
internal sealed record Extreme(string Name, Func<double, double, double> Each, double OfNothing)
    : Function(Name, $"{Name}(x) or {Name}(x, y)", 1, int.MaxValue)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        if (arguments.Length == 1) return ExpressionType.Number;
        var shape = arguments[0].Shape;
        foreach (var argument in arguments[1..]) shape = rules.Common(shape, argument.Shape, $"`{Name}`", call.Place);
        return new(ElementKind.Number, shape);
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments) =>
        arguments.Length == 1
            ? Tensor.Of(arguments[0].Values.Aggregate(OfNothing, Each))
            : arguments.Skip(1).Aggregate(arguments[0], (a, b) => Tensor.Zip(a, b, Each));
}

/// <summary>min(max(x, lo), hi)</summary>
internal sealed record Clamp() : Function("clamp", "clamp(x, lo, hi)", 3, 3)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        var low = rules.Common(arguments[0].Shape, arguments[1].Shape, "`clamp`", call.Place);
        return new(ElementKind.Number, rules.Common(low, arguments[2].Shape, "`clamp`", call.Place));
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments) =>
        Tensor.Zip(Tensor.Zip(arguments[0], arguments[1], Math.Max), arguments[2], Math.Min);
}

/// <summary>if(c, a, b): a where c holds, else b. Of a single condition the evaluator asks only the side that is taken.</summary>
internal sealed record If() : Function("if", "if(x > 0, a, b)", 3, 3)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        rules.Need(ElementKind.Bool, arguments[0], "in `if`", call.Arguments[0].Place);
        rules.Need(arguments[1].Kind, arguments[2], "in `if`", call.Arguments[2].Place);
        var sides = rules.Common(arguments[1].Shape, arguments[2].Shape, "`if`", call.Place);
        return new(arguments[1].Kind, rules.Common(arguments[0].Shape, sides, "`if`", call.Place));
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var (condition, yes, no) = (arguments[0], arguments[1], arguments[2]);
        var shape = rules.Common(condition.Shape, rules.Common(yes.Shape, no.Shape, "`if`", call.Place), "`if`", call.Place);
        return Merge(condition.Stretch(shape), yes.Stretch(shape), no.Stretch(shape));
    }

    private static Tensor Merge(Tensor condition, Tensor yes, Tensor no)
    {
        var values = ImmutableArray.CreateBuilder<double>(condition.Values.Length);
        for (var i = 0; i < condition.Values.Length; i++) values.Add(condition.Values[i] != 0 ? yes.Values[i] : no.Values[i]);
        return new(condition.Shape, values.MoveToImmutable());
    }
}
