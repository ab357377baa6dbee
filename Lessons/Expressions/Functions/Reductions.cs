using System.Collections.Immutable;

namespace Lessons;

internal delegate double ReduceRow(ReadOnlySpan<double> values);

/// <summary>All elements to one, in ascending order.</summary>
internal sealed record Reduction(string Name, ReduceRow Reduce, ElementKind In = ElementKind.Number, ElementKind Out = ElementKind.Number)
    : Function(Name, In == ElementKind.Bool ? $"{Name}(x > 0)" : $"{Name}(x)", 1, 1)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments, In);
        return new(Out, []);
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments) => Tensor.Of(Reduce(arguments[0].Values.AsSpan()));
}

/// <summary>quantile(x, q): the value below which the share q of all elements lies, on the line between neighbours.</summary>
internal sealed record Quantile() : Function("quantile", "quantile(x, q)", 2, 2)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        NeedSingle(rules, call, arguments, 1);
        return ExpressionType.Number;
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var share = arguments[1].Values[0];
        if (!(share >= 0 && share <= 1))
            throw rules.Wrong($"`quantile` got the share {Lessons.Number.Shortest(share)}; expected 0 to 1, as in quantile(x, 0.9)", call.Arguments[1].Place);
        return Tensor.Of(Number.Quantile(arguments[0].Values.AsSpan(), share));
    }
}

/// <summary>Σ aᵢ·bᵢ over two values of one shape.</summary>
internal sealed record Dot() : Function("dot", "dot(a, b)", 2, 2)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        rules.NeedEqual(arguments[0].Shape, arguments[1].Shape, "`dot`", call.Place);
        return ExpressionType.Number;
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var sum = 0.0;
        for (var i = 0; i < arguments[0].Values.Length; i++) sum += arguments[0].Values[i] * arguments[1].Values[i];
        return Tensor.Of(sum);
    }
}
