using System.Numerics;

namespace Core;

/// <summary>A hash of a program at a moment: its state, and what the current update has written so far.</summary>
internal static class MomentHash
{
    /// <param name="program">The program.</param>
    /// <param name="now">Where it is.</param>
    /// <param name="done">Operations of the current update that have run.</param>
    public static ulong Of<T>(TrainingProgram<T> program, Moment now, int done)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var hash = (ulong)now.Update;
        foreach (var buffer in program.StateBuffers) hash = BitHash.Combine(hash, BitHash.Of<T>(buffer.Stored()));
        if (now.Update == 0) return hash;
        foreach (var operation in program.Operations.Take(done))
            if (!operation.IsHidden && operation.IsActive(program.Run))
                hash = BitHash.Combine(hash, BitHash.Of<T>(operation.Output.Stored(program.Run.Rows)));
        return hash;
    }
}
