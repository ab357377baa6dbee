using System.Numerics;

namespace Core;

/// <summary>
/// One pinned, 64-byte aligned array that holds all buffers of a program, zone by zone. A buffer starts on a 64-byte boundary and owns
/// the slack up to the next one (at least 16 elements), so elementwise kernels may run past the end of a buffer without a tail.
/// </summary>
internal sealed unsafe class Arena<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Slack = 16;
    private readonly T[] memory;
    private readonly T* start;
    private readonly Dictionary<Zone, (int Start, int Length)> zones = [];

    public Arena(IEnumerable<Buffer<T>> buffers)
    {
        var ordered = buffers.OrderBy(buffer => buffer.Zone).ToArray();
        var alignment = 64 / sizeof(T);
        long total = ordered.Sum(buffer => (long)Room(buffer));
        memory = GC.AllocateArray<T>(checked((int)(total + alignment)), pinned: true);
        fixed (T* first = memory) start = (T*)(((nuint)first + 63) & ~(nuint)63);
        var offset = 0;
        foreach (var zone in ordered.GroupBy(buffer => buffer.Zone))
        {
            var begin = offset;
            foreach (var buffer in zone)
            {
                buffer.Place(start + offset);
                offset += Room(buffer);
            }

            zones[zone.Key] = (begin, offset - begin);
        }
    }

    /// <summary>What a run carries from update to update: everything a checkpoint must copy.</summary>
    public Span<T> State => new(start, zones.Where(zone => zone.Key <= Zone.Counter).Sum(zone => zone.Value.Length));

    /// <summary>All elements of a zone, slack included.</summary>
    public Span<T> Of(Zone zone) => zones.TryGetValue(zone, out var place) ? new Span<T>(start + place.Start, place.Length) : [];

    /// <summary>Bytes held.</summary>
    public long Bytes => (long)memory.Length * sizeof(T);

    /// <summary>Elements from the start of a buffer to the start of the next one.</summary>
    public static int Room(Buffer<T> buffer) => (buffer.Capacity + Slack + Slack - 1) / Slack * Slack;
}
