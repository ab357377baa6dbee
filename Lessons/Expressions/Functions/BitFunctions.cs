using System.Collections.Immutable;

namespace Lessons;

/// <summary>distinct_rows(x): how many rows of a matrix (elements of a row) differ in at least one bit.</summary>
internal sealed record DistinctRows() : Function("distinct_rows", "distinct_rows(x)", 1, 1)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        rules.NeedRank(1, int.MaxValue, arguments[0], Name, call.Arguments[0].Place);
        return ExpressionType.Number;
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var rows = Enumerable.Range(0, arguments[0].Shape[0]).Select(row => arguments[0].Part(row).Values.Select(BitConverter.DoubleToInt64Bits).ToArray());
        return Tensor.Of(rows.Distinct(new SameElements()).Count());
    }

    private sealed class SameElements : IEqualityComparer<long[]>
    {
        public bool Equals(long[]? x, long[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(long[] row)
        {
            var hash = new HashCode();
            foreach (var bits in row) hash.Add(bits);
            return hash.ToHashCode();
        }
    }
}

/// <summary>ulps(x, y): largest distance between elements, counted in single-precision numbers; nan beside a number is nan.</summary>
internal sealed record Ulps() : Function("ulps", "ulps(x, y)", 2, 2)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        rules.Common(arguments[0].Shape, arguments[1].Shape, "`ulps`", call.Place);
        return ExpressionType.Number;
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments) =>
        Tensor.Of(Tensor.Zip(arguments[0], arguments[1], Distance).Values.Aggregate(0.0, Math.Max));

    private static double Distance(double x, double y)
    {
        if (double.IsNaN(x) || double.IsNaN(y)) return double.IsNaN(x) && double.IsNaN(y) ? 0 : double.NaN;
        return Math.Abs((double)(Rank((float)x) - Rank((float)y)));
    }

    // Neighbouring floats have neighbouring ranks; −0 and 0 share one.
    private static long Rank(float value)
    {
        var bits = BitConverter.SingleToInt32Bits(value);
        return bits >= 0 ? bits : -(long)(bits & int.MaxValue);
    }
}

/// <summary>same_bits(x, y): equal shapes and every bit equal; nan equals itself, 0 and −0 differ.</summary>
internal sealed record SameBits() : Function("same_bits", "same_bits(x, y)", 2, 2)
{
    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        rules.NeedEqual(arguments[0].Shape, arguments[1].Shape, "`same_bits`", call.Place);
        return ExpressionType.Bool;
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments) =>
        Tensor.Of(arguments[0].Values.Zip(arguments[1].Values)
            .All(pair => BitConverter.DoubleToInt64Bits(pair.First) == BitConverter.DoubleToInt64Bits(pair.Second)) ? 1 : 0);
}

/// <summary>
/// quantize(x, bits): symmetric, one scale for all elements. s = max|x| / (2^(bits−1) − 1), and every element becomes s·round(x/s), halves to even.
/// </summary>
internal sealed record Quantize() : Function("quantize", "quantize(x, bits)", 2, 2)
{
    private const int MostBits = 24;

    public override ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        Need(rules, call, arguments);
        NeedSingle(rules, call, arguments, 1);
        return arguments[0];
    }

    public override Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments)
    {
        var levels = (1 << (Whole(rules, call, 1, arguments[1].Values[0], 2, MostBits) - 1)) - 1;
        var scale = arguments[0].Values.Aggregate(0.0, (most, x) => Math.Max(most, Math.Abs(x))) / levels;
        return scale == 0 ? arguments[0] : arguments[0].Map(x => scale * Math.Round(x / scale, MidpointRounding.ToEven));
    }
}
