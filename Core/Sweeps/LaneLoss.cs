using System.Numerics;

namespace Core;

/// <summary>The sums of an elementwise loss's parts over the samples, output by output.</summary>
/// <param name="one">The loss of the first run.</param>
/// <param name="parts">What computes its parts.</param>
/// <param name="columns">[outputs] of the first run: where the sums are kept.</param>
/// <param name="space">The lanes.</param>
internal sealed unsafe class LaneLossSums<V, T>(ISummedLoss<T> one, LaneOperation<T> parts, Buffer<T> columns, LaneSpace<T> space) : LaneOperation<T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* terms = space.Pointer(one.Parts.Output);
    private readonly T* sums = space.Pointer(columns);
    private readonly int width = columns.Capacity * space.Lanes;

    public override void Run(LaneTile tile)
    {
        parts.Run(tile);
        LaneSums<V, T>.Columns(terms, sums, tile.Rows, width, goesOn: tile.First > 0);
    }
}

/// <summary>data_loss of every run: the sum over the outputs, divided.</summary>
/// <param name="output">data_loss of the first run.</param>
/// <param name="columns">[outputs] of the first run: the sums over the samples.</param>
/// <param name="divisor">By what their sum is divided.</param>
/// <param name="space">The lanes.</param>
/// <param name="count">Sums; all columns if null.</param>
internal sealed unsafe class LaneLossTotal<V, T>(Buffer<T> output, Buffer<T> columns, Func<RunState, T> divisor, LaneSpace<T> space, int? count = null) : LaneOperation<T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* sums = space.Pointer(columns);
    private readonly T* loss = space.Pointer(output);
    private readonly int terms = count ?? columns.Capacity;

    public override void Run(LaneTile tile) => LaneSums<V, T>.Quotients(sums, loss, terms, space.Lanes, divisor(tile.Run));
}
