using System.Collections.Immutable;

namespace Lessons;

/// <summary>concat(a, b, …): one behind the other along the first axis; a single number counts as a row of one.</summary>
internal sealed record Concat() : Function("concat", "concat(a, b)", 1, int.MaxValue)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        NeedOneKind(rules, call, arguments);
        var shapes = arguments.Select(argument => argument.IsSingle ? [1] : argument.Shape).ToArray();
        var rest = shapes[0].RemoveAt(0);
        foreach (var shape in shapes[1..]) rest = rules.NeedEqual(rest, shape.RemoveAt(0), "`concat` behind the first axis", call.Place);
        return new(arguments[0].Kind, [shapes.Any(shape => shape[0] < 0) ? -1 : shapes.Sum(shape => shape[0]), .. rest]);
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        ImmutableArray<double> values = [.. arguments.SelectMany(argument => argument.Values)];
        var first = arguments.Sum(argument => argument.IsSingle ? 1 : argument.Shape[0]);
        return new([first, .. arguments[0].IsSingle ? [] : arguments[0].Shape.RemoveAt(0)], values);
    }
}

/// <summary>pick(x, c): of a row the elements, of a matrix the rows, where c holds.</summary>
internal sealed record Pick() : Function("pick", "pick(x, x > 0)", 2, 2)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        rules.NeedRank(1, int.MaxValue, arguments[0], Name, call.Arguments[0].Place);
        rules.Need(ElementKind.Bool, arguments[1], "in `pick`", call.Arguments[1].Place);
        rules.NeedEqual([arguments[0].Shape[0]], arguments[1].Shape, "`pick`", call.Place);
        return new(arguments[0].Kind, arguments[0].Shape.SetItem(0, -1));
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var (of, which) = (arguments[0], arguments[1].Values);
        var kept = Enumerable.Range(0, which.Length).Where(k => which[k] != 0).ToArray();
        return new(of.Shape.SetItem(0, kept.Length), kept.SelectMany(k => of.Part(k).Values));
    }
}

/// <summary>eye(n): ones on the diagonal, [n,n].</summary>
internal sealed record Identity() : Function("eye", "eye(n)", 1, 1)
{
    private const int MostRows = 1000;

    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        NeedSingle(rules, call, arguments, 0);
        return new(ElementKind.Number, [Literal(call, 0), Literal(call, 0)]);
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var size = Whole(rules, call, 0, arguments[0].Values[0], 0, MostRows);
        return new([size, size], Enumerable.Range(0, size * size).Select(k => k / Math.Max(size, 1) == k % Math.Max(size, 1) ? 1.0 : 0));
    }
}

/// <summary>zeros(n) or zeros(n, m).</summary>
internal sealed record Zeros() : Function("zeros", "zeros(n) or zeros(n, m)", 1, 4)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        for (var i = 0; i < arguments.Length; i++) NeedSingle(rules, call, arguments, i);
        return new(ElementKind.Number, [.. Enumerable.Range(0, arguments.Length).Select(i => Literal(call, i))]);
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        ImmutableArray<int> shape = [.. arguments.Select((argument, i) => Whole(rules, call, i, argument.Values[0], 0, MostElements))];
        var size = shape.Aggregate(1.0, (product, length) => product * length);
        return size <= MostElements ? new(shape, new double[(int)size])
            : throw rules.Wrong($"`zeros` of shape {Tensor.Show(shape)} has more than {MostElements} elements", call.Place);
    }
}

/// <summary>iota(n): 0, 1, … n − 1.</summary>
internal sealed record Iota() : Function("iota", "iota(n)", 1, 1)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        NeedSingle(rules, call, arguments, 0);
        return new(ElementKind.Number, [Literal(call, 0)]);
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var size = Whole(rules, call, 0, arguments[0].Values[0], 0, MostElements);
        return new([size], Enumerable.Range(0, size).Select(k => (double)k));
    }
}

/// <summary>linspace(a, b, n): n numbers from a to b, both included, at equal distances: a + (b − a)·k/(n − 1).</summary>
internal sealed record Linspace() : Function("linspace", "linspace(from, to, n)", 3, 3)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        for (var i = 0; i < 3; i++) NeedSingle(rules, call, arguments, i);
        return new(ElementKind.Number, [Literal(call, 2)]);
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var (from, to) = (arguments[0].Values[0], arguments[1].Values[0]);
        return Between(from, to, Whole(rules, call, 2, arguments[2].Values[0], 2, MostElements));
    }

    /// <summary>The numbers themselves; the last is exactly <paramref name="to"/>.</summary>
    public static Tensor Between(double from, double to, int points) =>
        new([points], Enumerable.Range(0, points).Select(k => k == points - 1 ? to : from + (to - from) * k / (points - 1)));
}
