using System.Collections.Immutable;

namespace Lessons;

internal delegate void MapRow(ReadOnlySpan<double> values, Span<double> result);

/// <summary>The last axis to one number: one for a row, one per row for a matrix.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Reduce">A row to its number.</param>
/// <param name="OfSingle">What a single number gives; null: it is an error.</param>
internal sealed record AlongRows(string Name, ReduceRow Reduce, double? OfSingle = null) : Function(Name, $"{Name}(x)", 1, 1)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        if (OfSingle is null) rules.NeedRank(1, int.MaxValue, arguments[0], Name, call.Arguments[0].Place);
        var shape = arguments[0].Shape;
        return new(ElementKind.Number, shape.IsEmpty ? shape : shape.RemoveAt(shape.Length - 1));
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var of = arguments[0];
        if (of.IsSingle) return Tensor.Of(OfSingle!.Value);
        var outer = of.Shape.RemoveAt(of.Shape.Length - 1);
        var (rows, width) = (outer.Aggregate(1, (product, length) => product * length), of.Shape[^1]);
        return new(outer, Enumerable.Range(0, rows).Select(row => Reduce(of.Values.AsSpan(row * width, width))));
    }
}

/// <summary>The first axis to one number: one per column of a matrix.</summary>
internal sealed record AlongColumns(string Name, ReduceRow Reduce) : Function(Name, $"{Name}(x)", 1, 1)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        rules.NeedRank(1, int.MaxValue, arguments[0], Name, call.Arguments[0].Place);
        return new(ElementKind.Number, arguments[0].Shape.RemoveAt(0));
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var of = arguments[0];
        var inner = of.Shape.RemoveAt(0);
        var (rows, width) = (of.Shape[0], inner.Aggregate(1, (product, length) => product * length));
        var (column, values) = (new double[rows], new double[width]);
        for (var j = 0; j < width; j++)
        {
            for (var i = 0; i < rows; i++) column[i] = of.Values[i * width + j];
            values[j] = Reduce(column);
        }
        return new(inner, values);
    }
}

/// <summary>Each row of the last axis to a row of the same length.</summary>
internal sealed record WithinRows(string Name, MapRow Map) : Function(Name, $"{Name}(x)", 1, 1)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        rules.NeedRank(1, int.MaxValue, arguments[0], Name, call.Arguments[0].Place);
        return arguments[0];
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var (of, width) = (arguments[0], arguments[0].Shape[^1]);
        var values = new double[of.Values.Length];
        for (var start = 0; start < values.Length; start += width) Map(of.Values.AsSpan(start, width), values.AsSpan(start, width));
        return new(of.Shape, values);
    }
}
