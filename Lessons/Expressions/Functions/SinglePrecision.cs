using System.Collections.Immutable;

namespace Lessons;

/// <summary>Sums in single precision, each addition rounded, with several partial sums side by side as registers have them.</summary>
internal static class LaneSum
{
    /// <summary>More than any register holds.</summary>
    public const int MostLanes = 1024;

    /// <summary>Term k goes to partial sum k mod lanes, which begins with 0; then the partial sums are added in ascending order. One lane is the plain chain.</summary>
    public static double Of(int count, int lanes, Func<int, float> term)
    {
        var partial = new float[lanes];
        for (var k = 0; k < count; k++) partial[k % lanes] += term(k);
        var sum = partial[0];
        for (var lane = 1; lane < lanes; lane++) sum += partial[lane];
        return sum;
    }
}

/// <summary>float_sum(x, lanes): all elements in single precision.</summary>
internal sealed record FloatSum() : Function("float_sum", "float_sum(x, lanes)", 2, 2)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        NeedSingle(rules, call, arguments, 1);
        return ExpressionType.Number;
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var (x, lanes) = (arguments[0].Values, Whole(rules, call, 1, arguments[1].Values[0], 1, LaneSum.MostLanes));
        return Tensor.Of(LaneSum.Of(x.Length, lanes, k => (float)x[k]));
    }
}

/// <summary>float_dot(a, b, lanes): every row of a with every row of b in single precision; product and sum are rounded each, as layers do it.</summary>
internal sealed record FloatDot() : Function("float_dot", "float_dot(a, b, lanes)", 3, 3)
{
    private const long MostProducts = 20_000_000;

    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        for (var i = 0; i < 2; i++) rules.NeedRank(1, 2, arguments[i], Name, call.Arguments[i].Place);
        NeedSingle(rules, call, arguments, 2);
        var (left, right) = (arguments[0].Shape, arguments[1].Shape);
        if (left[^1] >= 0 && right[^1] >= 0 && left[^1] != right[^1])
            throw rules.Wrong($"`float_dot` cannot join rows of shapes {Tensor.Show(left)} and {Tensor.Show(right)}; the last lengths must be equal", call.Place);
        return new(ElementKind.Number, [.. left[..^1], .. right[..^1]]);
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var (a, b) = (arguments[0], arguments[1]);
        var lanes = Whole(rules, call, 2, arguments[2].Values[0], 1, LaneSum.MostLanes);
        var inner = a.Shape[^1];
        if (inner != b.Shape[^1])
            throw rules.Wrong($"`float_dot` cannot join rows of shapes {Tensor.Show(a.Shape)} and {Tensor.Show(b.Shape)}; the last lengths must be equal", call.Place);
        var (rows, columns) = (a.Shape.Length == 1 ? 1 : a.Shape[0], b.Shape.Length == 1 ? 1 : b.Shape[0]);
        if ((long)rows * columns * Math.Max(1, inner) > MostProducts)
            throw rules.Wrong($"`float_dot` of {Tensor.Show(a.Shape)} and {Tensor.Show(b.Shape)} is too large; take fewer rows, as in x[0:100]", call.Place);
        var values = new double[rows * columns];
        for (var k = 0; k < values.Length; k++)
        {
            var (left, right) = (k / columns * inner, k % columns * inner);
            values[k] = LaneSum.Of(inner, lanes, i => (float)a.Values[left + i] * (float)b.Values[right + i]);
        }
        return new([.. a.Shape[..^1], .. b.Shape[..^1]], values);
    }
}
