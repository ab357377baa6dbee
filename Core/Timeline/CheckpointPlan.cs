using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>
/// What it takes to go anywhere in a run: copies of its state every so many updates. When their memory is full, every second one goes and the distance
/// doubles; any moment is then at most one distance behind a copy.
/// </summary>
/// <param name="Every">Updates between copies, a power of two.</param>
/// <param name="Copies">How many.</param>
/// <param name="Bytes">Of all of them.</param>
public sealed record CheckpointPlan(long Every, long Copies, long Bytes)
{
    private const int FewestKept = 4, MostKept = 4096;

    /// <summary>The copies a <see cref="Timeline{T}"/> holds that has run so many updates.</summary>
    /// <param name="program">Whose state is copied.</param>
    /// <param name="updates">Updates computed.</param>
    /// <param name="memory">Bytes for copies.</param>
    public static CheckpointPlan Of<T>(TrainingProgram<T> program, long updates, long memory = Timeline<T>.DefaultMemory)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long bytes = program.State.Length * (long)Unsafe.SizeOf<T>(), every = 1;
        while (updates / every + 1 > Most(bytes, memory)) every *= 2;
        return new(every, updates / every + 1, (updates / every + 1) * bytes);
    }

    /// <summary>Copies that are kept at most: as many as fit into the memory, but never fewer than four.</summary>
    internal static int Most(long bytesOfOne, long memory) => (int)Math.Clamp(memory / Math.Max(1L, bytesOfOne), FewestKept, MostKept);
}
