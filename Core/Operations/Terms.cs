using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>Sums of many terms, as symbols.</summary>
internal static class Terms
{
    /// <summary>0 + term(0) + term(1) + …</summary>
    public static Symbol<T> Chain<T>(int count, Func<int, Symbol<T>> term)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var terms = ImmutableArray.CreateBuilder<Formula<T>>(count);
        for (var k = 0; k < count; k++) terms.Add(term(k).Formula);
        return new Symbol<T>(new Formula<T>.Chain(terms.MoveToImmutable()));
    }

    /// <summary>The largest of term(0), term(1), ….</summary>
    public static Symbol<T> Largest<T>(int count, Func<int, Symbol<T>> term)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(new Formula<T>.Largest([.. Enumerable.Range(0, count).Select(k => term(k).Formula)]));

    /// <summary>Sum of a matrix column by column, then over the columns, as <c>Reduce.Sum</c> does it.</summary>
    public static Symbol<T> ByColumns<T>(int rows, int columns, Func<int, int, Symbol<T>> term)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        columns == 1 ? Chain(rows, r => term(r, 0)) : Chain(columns, c => Chain(rows, r => term(r, c)));

    /// <summary>Sum of a rule over a parameter, column by column of its storage, then over the columns.</summary>
    public static Symbol<T> OfTable<T>(Buffer<T> parameter, Operands<T> operands, Func<Symbol<T>, Symbol<T>> rule)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (rows, columns) = Table.Of(parameter);
        return ByColumns(rows, columns, (r, c) => rule(Table.At(parameter, operands, r, c)));
    }
}
