using System.Numerics;

namespace Core;

/// <summary>Some samples of the current batch, small enough that what all runs compute of them stays near the processor.</summary>
/// <param name="Run">Where the runs are; its rows are those of the whole batch.</param>
/// <param name="First">The first of these samples in the batch.</param>
/// <param name="Rows">How many.</param>
internal readonly record struct LaneTile(RunState Run, int First, int Rows);

/// <summary>Where an operand lies: in the lanes, or in the one buffer that all runs read.</summary>
/// <param name="start">The first element.</param>
/// <param name="row">Elements from a sample to the next; 0 in the lanes, which hold one tile only.</param>
internal readonly unsafe struct LaneOperand<T>(T* start, int row)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The first element of a tile.</summary>
    public T* At(LaneTile tile) => start + (long)tile.First * row;
}

/// <summary>
/// The buffers of many runs side by side: shape [element, run], so that element i of run r lies at i·lanes + r and one register holds one
/// element of as many runs as it has lanes. Of a batch only one tile is held. Lanes behind the last run hold numbers nobody reads.
/// </summary>
internal sealed unsafe class LaneSpace<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dictionary<Buffer<T>, long> places = [];
    private readonly HashSet<Buffer<T>> shared;
    private readonly Scratch<T> memory;

    /// <param name="buffers">What the runs hold each for itself, of the first program.</param>
    /// <param name="shared">What all of them read, of the first program.</param>
    /// <param name="lanes">A multiple of 16, so that a register of any width fits.</param>
    /// <param name="tileRows">Samples of a tile.</param>
    public LaneSpace(IEnumerable<Buffer<T>> buffers, HashSet<Buffer<T>> shared, int lanes, int tileRows)
    {
        (this.shared, Lanes, TileRows) = (shared, lanes, tileRows);
        var total = 0L;
        foreach (var buffer in buffers)
        {
            places.Add(buffer, total);
            total += (long)buffer.Count(tileRows) * lanes;
        }

        memory = new Scratch<T>(checked((int)total));
    }

    /// <summary>Lanes of an element.</summary>
    public int Lanes { get; }

    /// <summary>Samples of a tile.</summary>
    public int TileRows { get; }

    /// <summary>Whether all runs read the same numbers there.</summary>
    public bool IsShared(Buffer<T> buffer) => shared.Contains(buffer);

    /// <summary>Where the lanes of a buffer begin.</summary>
    public T* Pointer(Buffer<T> buffer) => memory.Pointer + places[buffer];

    /// <summary>Where an operation finds a buffer.</summary>
    public LaneOperand<T> Operand(Buffer<T> buffer) =>
        IsShared(buffer) ? new(buffer.Pointer, buffer.Capacity / buffer.Shape[0]) : new(Pointer(buffer), 0);

    /// <summary>Copies a run's numbers out of its lane.</summary>
    public void Read(Buffer<T> buffer, int run, Span<T> target)
    {
        var lane = Pointer(buffer) + run;
        for (var i = 0; i < target.Length; i++) target[i] = lane[(long)i * Lanes];
    }

    /// <summary>Copies a run's numbers into its lane.</summary>
    public void Write(Buffer<T> buffer, int run, ReadOnlySpan<T> source)
    {
        var lane = Pointer(buffer) + run;
        for (var i = 0; i < source.Length; i++) lane[(long)i * Lanes] = source[i];
    }

    /// <inheritdoc/>
    public void Dispose() => memory.Dispose();
}
