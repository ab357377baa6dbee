using System.Collections.Immutable;

namespace Lessons;

/// <summary>Which kinds and shapes go together. The checker asks before the run, the evaluator with the real shapes: one set of rules.</summary>
internal sealed class TypeRules(string source)
{
    public ExpressionType Binary(BinarySyntax syntax, ExpressionType left, ExpressionType right)
    {
        var symbol = syntax.Operator.Symbol();
        if (syntax.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            if (left.Kind != right.Kind) throw Wrong($"`{symbol}` compares {left} with {right}; both sides must be of one kind", syntax.Place);
        }
        else
        {
            var kind = syntax.Operator.IsLogical() ? ElementKind.Bool : ElementKind.Number;
            Need(kind, left, $"left of `{symbol}`", syntax.Left.Place);
            Need(kind, right, $"right of `{symbol}`", syntax.Right.Place);
        }
        var shape = Common(left.Shape, right.Shape, $"`{symbol}`", syntax.Place);
        return new(syntax.Operator.IsComparison() || syntax.Operator.IsLogical() ? ElementKind.Bool : ElementKind.Number, shape);
    }

    public ExpressionType Unary(UnarySyntax syntax, ExpressionType of)
    {
        var negate = syntax.Operator == UnaryOperator.Negate;
        Need(negate ? ElementKind.Number : ElementKind.Bool, of, negate ? "after `-`" : "after `not`", syntax.Of.Place);
        return of;
    }

    public void Need(ElementKind kind, ExpressionType given, string where, Place place)
    {
        if (given.Kind == kind) return;
        throw Wrong(kind == ElementKind.Number
            ? $"expected a number or tensor {where}, got {given}"
            : $"expected a comparison {where}, got {given}; write for example x > 0", place);
    }

    /// <summary>The shape of the larger side; the smaller one is repeated along it (<see cref="Shapes"/>). Unknown lengths are left to the run.</summary>
    public ImmutableArray<int> Common(ImmutableArray<int> left, ImmutableArray<int> right, string what, Place place) =>
        Shapes.Joined(left, right) ?? throw Wrong(
            $"{what} cannot join shapes {Tensor.Show(left)} and {Tensor.Show(right)}; they must be equal, or one side a number, or beside a matrix [n,m] a row [m] or a column [n,1]", place);

    /// <summary>The one shape that both have; unknown lengths are left to the run.</summary>
    public ImmutableArray<int> NeedEqual(ImmutableArray<int> left, ImmutableArray<int> right, string what, Place place)
    {
        var equal = left.Length == right.Length;
        for (var axis = 0; equal && axis < left.Length; axis++) equal = left[axis] < 0 || right[axis] < 0 || left[axis] == right[axis];
        return equal ? [.. left.Zip(right, Math.Max)]
            : throw Wrong($"{what} got the shapes {Tensor.Show(left)} and {Tensor.Show(right)}; they must be equal", place);
    }

    /// <summary>Items of one kind and shape along a new first axis.</summary>
    public ExpressionType List(ListSyntax syntax, ImmutableArray<ExpressionType> items)
    {
        var shape = items[0].Shape;
        for (var i = 1; i < items.Length; i++)
        {
            Need(items[0].Kind, items[i], "in this list", syntax.Items[i].Place);
            shape = NeedEqual(shape, items[i].Shape, "a list", syntax.Items[i].Place);
        }
        return new(items[0].Kind, [items.Length, .. shape]);
    }

    /// <summary>How many axes a value has: 1 a row, 2 a matrix.</summary>
    public void NeedRank(int least, int most, ExpressionType given, string function, Place place)
    {
        if (given.Shape.Length >= least && given.Shape.Length <= most) return;
        var wanted = (least, most) switch
        {
            (1, 1) => "a row [n]",
            (1, 2) => "a row [n] or a matrix [n,m]",
            (2, 2) => "a matrix [n,m]",
            _ => "a row or a matrix",
        };
        throw Wrong($"expected {wanted} in `{function}`, got {given}{(given.IsSingle ? "" : "; flatten(x) makes one row, x[0] takes a part")}", place);
    }

    /// <summary>No more indices than axes.</summary>
    public void Index(IndexSyntax syntax, ExpressionType of)
    {
        var (given, rank) = (syntax.Indices.Length, of.Shape.Length);
        if (given <= rank) return;
        throw Wrong(rank == 0
            ? $"`{TextError.Cut(syntax.Of.ToString())}` is a single value and takes no index"
            : $"{given} indices, but `{TextError.Cut(syntax.Of.ToString())}` has the shape {Tensor.Show(of.Shape)}; give at most {rank}",
            syntax.Indices[rank].Place.To(syntax.Indices[^1].Place));
    }

    /// <summary>The index as a position on the axis; whole and inside the axis, or an error with the range.</summary>
    public int IndexOn(IndexSyntax syntax, ImmutableArray<int> shape, int axis, double index)
    {
        var length = shape[axis];
        if (index >= 0 && index == Math.Floor(index) && (length < 0 ? index <= int.MaxValue : index < length)) return (int)index;
        var range = length < 0 ? "0 and up" : length == 0 ? "nothing, the axis is empty" : $"0 to {length - 1}";
        throw Wrong($"index {Lessons.Number.Shortest(index)} is not on axis {axis + 1} of `{TextError.Cut(syntax.Of.ToString())}`, shape {Tensor.Show(shape)}; allowed: {range}",
            syntax.Indices[axis].Place);
    }

    /// <summary>The bounds of a slice, the end exclusive; whole and in order on the axis, or an error with the range.</summary>
    public (int From, int To) SliceOn(IndexSyntax syntax, ImmutableArray<int> shape, int axis, double from, double to)
    {
        var length = shape[axis];
        if (from >= 0 && from == Math.Floor(from) && to >= from && to == Math.Floor(to) && to <= (length < 0 ? int.MaxValue : length)) return ((int)from, (int)to);
        throw Wrong($"{Lessons.Number.Shortest(from)}:{Lessons.Number.Shortest(to)} is not on axis {axis + 1} of `{TextError.Cut(syntax.Of.ToString())}`, shape {Tensor.Show(shape)}; "
            + $"allowed: from:to with 0 ≤ from ≤ to ≤ {(length < 0 ? "its length" : Lessons.Number.Shortest(length))}, the end is not part of it",
            syntax.Indices[axis].Place);
    }

    public void NeedSingle(ElementKind kind, ExpressionType given, string where, Place place)
    {
        if (given.Kind == kind && given.IsSingle) return;
        throw Wrong($"expected {(kind == ElementKind.Bool ? "a bool" : "a number")} {where}, got {given}{Advice(kind, given)}", place);
    }

    private static string Advice(ElementKind wanted, ExpressionType given) => (wanted, given.Kind) switch
    {
        (ElementKind.Bool, ElementKind.Bool) => "; write all(…), any(…) or count(…) > 0",
        (ElementKind.Bool, ElementKind.Number) => "; compare it, as in x > 0",
        (ElementKind.Number, ElementKind.Number) => "; pick an element with [i,j], or write max(…), mean(…), norm(…)",
        _ => "",
    };

    public TextException Wrong(string message, Place place, bool notYet = false) => new(new TextError(message, source, place, notYet));
}
