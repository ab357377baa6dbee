using System.Collections.Immutable;

namespace Lessons;

/// <summary>matmul(a, b): [n,k]·[k,m]; a row [k] may stand on either side. Every element is one ascending sum.</summary>
internal sealed record MatrixProduct() : Function("matmul", "matmul(a, b)", 2, 2)
{
    private const long MostProducts = 200_000_000;

    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        for (var i = 0; i < 2; i++) rules.NeedRank(1, 2, arguments[i], Name, call.Arguments[i].Place);
        var (left, right) = (arguments[0].Shape, arguments[1].Shape);
        if (left[^1] >= 0 && right[0] >= 0 && left[^1] != right[0])
            throw rules.Wrong($"`matmul` cannot join shapes {Tensor.Show(left)} and {Tensor.Show(right)}; the last length of the left must be the first of the right; transpose(…) turns one", call.Place);
        return new(ElementKind.Number, [.. left[..^1], .. right[1..]]);
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var (a, b) = (arguments[0], arguments[1]);
        var inner = b.Shape[0];
        var (rows, columns) = (a.Shape.Length == 1 ? 1 : a.Shape[0], b.Shape.Length == 1 ? 1 : b.Shape[1]);
        if ((long)rows * columns > MostElements || (long)rows * columns * inner > MostProducts)
            throw rules.Wrong($"`matmul` of {Tensor.Show(a.Shape)} and {Tensor.Show(b.Shape)} is too large; take fewer rows, as in x[0:100]", call.Place);
        var values = new double[rows * columns];
        for (var i = 0; i < rows; i++)
            for (var k = 0; k < inner; k++)
            {
                var factor = a.Values[i * inner + k];
                for (var j = 0; j < columns; j++) values[i * columns + j] += factor * b.Values[k * columns + j];
            }
        return new([.. a.Shape[..^1], .. b.Shape[1..]], values);
    }
}

/// <summary>transpose(a): rows become columns; a row [n] becomes one column [n,1].</summary>
internal sealed record Transposed() : Function("transpose", "transpose(a)", 1, 1)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        rules.NeedRank(1, 2, arguments[0], Name, call.Arguments[0].Place);
        var shape = arguments[0].Shape;
        return new(arguments[0].Kind, shape is [var length] ? [length, 1] : [shape[1], shape[0]]);
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var of = arguments[0];
        if (of.Shape is [var length]) return new([length, 1], of.Values);
        var (rows, columns) = (of.Shape[0], of.Shape[1]);
        return new([columns, rows], Enumerable.Range(0, of.Values.Length).Select(k => of.Values[k % rows * columns + k / rows]));
    }
}

/// <summary>outer(a, b): every element of a row [n] with every one of a row [m], [n,m].</summary>
internal sealed record Outer() : Function("outer", "outer(a, b)", 2, 2)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        for (var i = 0; i < 2; i++) rules.NeedRank(1, 1, arguments[i], Name, call.Arguments[i].Place);
        return new(ElementKind.Number, [arguments[0].Shape[0], arguments[1].Shape[0]]);
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var (a, b) = (arguments[0], arguments[1]);
        if ((long)a.Values.Length * b.Values.Length > MostElements)
            throw rules.Wrong($"`outer` of {a.Values.Length} and {b.Values.Length} elements has more than {MostElements}; take fewer, as in x[0:100]", call.Place);
        return new([a.Values.Length, b.Values.Length], a.Values.SelectMany(x => b.Values.Select(y => x * y)));
    }
}

/// <summary>reshape(x, n, m): the same elements in reading order.</summary>
internal sealed record Reshape() : Function("reshape", "reshape(x, rows, columns)", 2, 4)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        for (var i = 1; i < arguments.Length; i++) NeedSingle(rules, call, arguments, i);
        return new(arguments[0].Kind, [.. Enumerable.Range(1, arguments.Length - 1).Select(i => Literal(call, i))]);
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        ImmutableArray<int> shape = [.. Enumerable.Range(1, arguments.Length - 1).Select(i => Whole(rules, call, i, arguments[i].Values[0], 0, MostElements))];
        var size = shape.Aggregate(1.0, (product, length) => product * length);
        return size == arguments[0].Values.Length ? new(shape, arguments[0].Values)
            : throw rules.Wrong($"`reshape` of {arguments[0].Values.Length} elements to {Tensor.Show(shape)}, which holds {Lessons.Number.Shortest(size)}; the product of the lengths must be their number", call.Place);
    }
}

/// <summary>flatten(x): all elements as one row.</summary>
internal sealed record Flatten() : Function("flatten", "flatten(x)", 1, 1)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        var shape = arguments[0].Shape;
        return new(arguments[0].Kind, [shape.Contains(-1) ? -1 : shape.Aggregate(1, (product, length) => product * length)]);
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments) => new([arguments[0].Values.Length], arguments[0].Values);
}
