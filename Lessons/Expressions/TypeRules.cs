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

    /// <summary>The shape both sides have; a single value meets every element. Unknown lengths are left to the run.</summary>
    public ImmutableArray<int> Common(ImmutableArray<int> left, ImmutableArray<int> right, string what, Place place)
    {
        if (left.IsEmpty) return right;
        if (right.IsEmpty) return left;
        var fits = left.Length == right.Length;
        for (var axis = 0; fits && axis < left.Length; axis++) fits = left[axis] < 0 || right[axis] < 0 || left[axis] == right[axis];
        if (!fits)
            throw Wrong($"{what} cannot join shapes {Tensor.Show(left)} and {Tensor.Show(right)}; they must be equal, or one side a number", place);
        return [.. left.Zip(right, Math.Max)];
    }

    /// <summary>Drops one axis per index.</summary>
    public ExpressionType Index(IndexSyntax syntax, ExpressionType of)
    {
        var (given, rank) = (syntax.Indices.Length, of.Shape.Length);
        if (given <= rank) return new(of.Kind, of.Shape.RemoveRange(0, given));
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
