using System.Numerics;

namespace Core;

/// <summary>A hash of a run at a moment: all it carries on, and what its update has written so far.</summary>
internal static class MomentHash
{
    /// <param name="program">The run.</param>
    /// <param name="state">What it carries from update to update; memory between buffers does not count.</param>
    /// <param name="update">Where it is.</param>
    /// <param name="done">Operations of the update that have run, hidden ones included.</param>
    public static ulong Of<T>(TrainingProgram<T> program, Buffer<T>[] state, long update, int done)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var hash = (ulong)update;
        foreach (var buffer in state) hash = BitHash.Combine(hash, BitHash.Of<T>(buffer.Stored()));
        for (var k = 0; k < done && update > 0; k++)
        {
            var operation = program.Operations[k];
            if (!operation.IsHidden && operation.IsActive(program.Run)) hash = BitHash.Combine(hash, BitHash.Of<T>(operation.Output.Stored(program.Run.Rows)));
        }

        return hash;
    }
}
