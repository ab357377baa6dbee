using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>One operation of the list, done for all runs.</summary>
internal abstract class LaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Does it for the samples of a tile; what has no samples is done once an update.</summary>
    public abstract void Run(LaneTile tile);
}

/// <summary>An operation that has no samples and no form of its own for lanes: every run's own operation, on the numbers of its lane.</summary>
/// <param name="all">The operation of each run.</param>
/// <param name="space">The lanes.</param>
/// <param name="isConstant">Whether it writes the same in every update.</param>
internal sealed class LaneEach<T>(ImmutableArray<Operation<T>> all, LaneSpace<T> space, bool isConstant) : LaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private bool isDone;

    public override void Run(LaneTile tile)
    {
        if (isDone) return;
        for (var run = 0; run < all.Length; run++) RunOne(all[run], run, tile.Run);
        isDone = isConstant;
    }

    private void RunOne(Operation<T> operation, int run, RunState state)
    {
        for (var k = 0; k < operation.Inputs.Length; k++) space.Read(all[0].Inputs[k], run, operation.Inputs[k].Stored());
        operation.Run(state);
        space.Write(all[0].Output, run, operation.Output.Stored());
    }
}

/// <summary>What is set by hand in single runs.</summary>
/// <param name="edits">By run: the operation, and the buffer of the first run that has its place.</param>
/// <param name="space">The lanes.</param>
internal sealed class LaneEdits<T>(ImmutableArray<(int Run, HandEdit<T> Edit, Buffer<T> Place)> edits, LaneSpace<T> space) : LaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run(LaneTile tile)
    {
        foreach (var (run, edit, place) in edits)
        {
            if (!edit.IsActive(tile.Run)) continue;
            space.Read(place, run, edit.Output.Stored());
            edit.Run(tile.Run);
            space.Write(place, run, edit.Output.Stored());
        }
    }
}

/// <summary>The same numbers in another rank.</summary>
internal sealed unsafe class LaneFlatten<T>(Operation<T> one, LaneSpace<T> space) : LaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run(LaneTile tile)
    {
        var count = one.Output.Count(tile.Rows) * space.Lanes;
        new Span<T>(space.Pointer(one.Inputs[0]), count).CopyTo(new Span<T>(space.Pointer(one.Output), count));
    }
}
