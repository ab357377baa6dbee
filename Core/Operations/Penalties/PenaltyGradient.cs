using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>∂P/∂w: slope·sign(w) for absolute values, slope·w for squares, slope·w/‖w‖ for norms, added up over the penalties of this parameter.</summary>
/// <param name="terms">Penalties of this parameter that act through the gradient.</param>
/// <param name="parameter">Any shape.</param>
/// <param name="columnSums">[widest]: room for the sums of columns.</param>
/// <param name="output">Same shape.</param>
internal sealed unsafe class PenaltyGradient<T>(ImmutableArray<PenaltyTerm<T>> terms, Buffer<T> parameter, Buffer<T> columnSums, Buffer<T> output)
    : Operation<T>(Phase.Backward, "∂P/∂w = " + string.Join(" + ", terms.Select(t => t.SlopeLetters + (t.IsAbsolute ? "·sign(w)" : t.IsNorm ? "·w/‖w‖" : "·w"))), output, parameter)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run(RunState run)
    {
        var (rows, columns) = Table.Of(parameter);
        for (var k = 0; k < terms.Length; k++)
            if (terms[k].IsAbsolute) Apply(new AbsoluteSlope<T>(terms[k].Slope, terms[k].SlopeLetters, k == 0));
            else if (terms[k].IsNorm) Apply(new NormSlope<T>(terms[k].Slope, terms[k].SlopeLetters, k == 0), T.Sqrt(Reduce.SumOfSquares(parameter.Pointer, columnSums.Pointer, rows, columns)));
            else Apply(new SquareSlope<T>(terms[k].Slope, terms[k].SlopeLetters, k == 0));
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run)
    {
        var w = operands.Symbol(parameter, index);
        var sum = default(Symbol<T>);
        for (var k = 0; k < terms.Length; k++)
            sum = terms[k].IsAbsolute ? new AbsoluteSlope<T>(terms[k].Slope, terms[k].SlopeLetters, k == 0).Apply(w, sum, w, w, w)
                : terms[k].IsNorm ? new NormSlope<T>(terms[k].Slope, terms[k].SlopeLetters, k == 0).Apply(w, sum, Symbol<T>.Sqrt(Terms.OfTable(parameter, operands, x => x * x)), w, w)
                : new SquareSlope<T>(terms[k].Slope, terms[k].SlopeLetters, k == 0).Apply(w, sum, w, w, w);
        return sum.Formula;
    }

    private void Apply<TMap>(TMap map, T norm = default)
        where TMap : struct, IMap<T> =>
        Elementwise.Run(map, parameter.Capacity, parameter.Pointer, Output.Pointer, &norm, null, null, Output.Pointer);
}

/// <summary>sum + λ·sign(w), sign(0) = 0.</summary>
internal readonly struct AbsoluteSlope<T>(T slope, string letters, bool first) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V w, V sum, V _3, V _4, V _5)
        where V : struct, IVec<V, T>
    {
        var (zero, pull) = (V.Create(T.Zero), V.Named(slope, letters));
        var part = V.Select(V.Less(zero, w), pull, V.Select(V.Less(w, zero), -pull, zero));
        return first ? part : sum + part;
    }
}

/// <summary>sum + λ·w.</summary>
internal readonly struct SquareSlope<T>(T slope, string letters, bool first) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V w, V sum, V _3, V _4, V _5)
        where V : struct, IVec<V, T>
    {
        var part = V.Named(slope, letters) * w;
        return first ? part : sum + part;
    }
}

/// <summary>sum + λ·w/‖w‖, 0 where ‖w‖ is 0.</summary>
internal readonly struct NormSlope<T>(T slope, string letters, bool first) : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Arity => 3;

    public static int Scalars => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V w, V sum, V norm, V _4, V _5)
        where V : struct, IVec<V, T>
    {
        var zero = V.Create(T.Zero);
        var part = V.Select(V.Less(zero, norm), V.Named(slope, letters) * w / norm, zero);
        return first ? part : sum + part;
    }
}
