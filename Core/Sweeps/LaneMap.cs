using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>An elementwise rule that is the same for all runs; what is a single number of a run is a row of lanes here.</summary>
/// <param name="one">The operation of the first run.</param>
/// <param name="space">The lanes.</param>
internal sealed unsafe class LaneMap<V, T, TMap>(MapOperation<T, TMap> one, LaneSpace<T> space) : LaneOperation<T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TMap : struct, IMap<T>
{
    private readonly LaneOperand<T>[] inputs = [.. Enumerable.Range(0, 5).Select(k => space.Operand(one.Inputs[k < TMap.Arity ? k : 0]))];
    private readonly T* output = space.Pointer(one.Output);
    private readonly bool isSecondShared = TMap.Arity > 1 && space.IsShared(one.Inputs[1]);

    public override void Run(LaneTile tile)
    {
        if (isSecondShared) Run<SharedLanes<T>>(tile);
        else Run<OwnLanes<T>>(tile);
    }

    private void Run<TSecond>(LaneTile tile)
        where TSecond : struct, ILaneRead<T> =>
        Loop<TSecond>(
            one.At(tile.Run), one.Output.Count(tile.Rows), space.Lanes, inputs[0].At(tile), inputs[1].At(tile), inputs[2].At(tile), inputs[3].At(tile), inputs[4].At(tile), output);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Loop<TSecond>(TMap map, nint count, nint lanes, T* a, T* b, T* c, T* d, T* e, T* output)
        where TSecond : struct, ILaneRead<T>
    {
        for (nint i = 0, at = 0; i < count; i++, b += TSecond.IsShared ? 1 : 0)
            for (nint lane = 0; lane < lanes; lane += V.Width, at += V.Width)
                V.Store(
                    map.Apply(
                        V.Load(a + ((TMap.Scalars & 1) != 0 ? lane : at)),
                        TMap.Arity > 1 ? TSecond.Read<V>(b, (TMap.Scalars & 2) != 0 ? lane : at) : default,
                        TMap.Arity > 2 ? V.Load(c + ((TMap.Scalars & 4) != 0 ? lane : at)) : default,
                        TMap.Arity > 3 ? V.Load(d + ((TMap.Scalars & 8) != 0 ? lane : at)) : default,
                        TMap.Arity > 4 ? V.Load(e + ((TMap.Scalars & 16) != 0 ? lane : at)) : default),
                    output + at);
    }
}

/// <summary>An elementwise rule whose numbers differ between the runs (a momentum, a decay): each run's own rule down its lane. For parameters, which are few beside a batch.</summary>
/// <param name="all">The operation of each run.</param>
/// <param name="space">The lanes.</param>
internal sealed unsafe class LaneMaps<T, TMap>(ImmutableArray<MapOperation<T, TMap>> all, LaneSpace<T> space) : LaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TMap : struct, IMap<T>
{
    private readonly LaneOperand<T>[] inputs = [.. Enumerable.Range(0, 5).Select(k => space.Operand(all[0].Inputs[k < TMap.Arity ? k : 0]))];
    private readonly T* output = space.Pointer(all[0].Output);

    public override void Run(LaneTile tile)
    {
        for (var run = 0; run < all.Length; run++)
            Down(all[run].At(tile.Run), all[0].Output.Capacity, space.Lanes, inputs[0].At(tile) + run, inputs[1].At(tile) + run, inputs[2].At(tile) + run, inputs[3].At(tile) + run, inputs[4].At(tile) + run, output + run);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Down(TMap map, int count, nint lanes, T* a, T* b, T* c, T* d, T* e, T* output)
    {
        for (nint at = 0, end = count * lanes; at < end; at += lanes)
            output[at] = map.Apply(
                new Scalar<T>(a[(TMap.Scalars & 1) != 0 ? 0 : at]),
                new Scalar<T>(b[(TMap.Scalars & 2) != 0 ? 0 : at]),
                new Scalar<T>(c[(TMap.Scalars & 4) != 0 ? 0 : at]),
                new Scalar<T>(d[(TMap.Scalars & 8) != 0 ? 0 : at]),
                new Scalar<T>(e[(TMap.Scalars & 16) != 0 ? 0 : at])).Value;
    }
}
