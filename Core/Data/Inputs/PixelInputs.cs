using System.Numerics;

namespace Core;

/// <summary>
/// Images kept as one byte a pixel: value = byte/255. An eighth of the memory of numbers; a batch is converted when it is gathered, which gives
/// the same bits as converting everything beforehand.
/// </summary>
/// <param name="pixels">All images.</param>
/// <param name="rows">Which of them, in which order; null: all.</param>
internal sealed class PixelInputs(PixelStore pixels, int[]? rows = null) : InputTable
{
    private const double White = 255;

    /// <summary>Samples.</summary>
    public int Count { get; } = rows?.Length ?? pixels.Count;

    /// <inheritdoc/>
    public override int Length => Count * pixels.Width;

    /// <inheritdoc/>
    public override double this[int place] => Pixels(place / pixels.Width)[place % pixels.Width] / White;

    /// <summary>The bytes of one sample.</summary>
    public ReadOnlySpan<byte> Pixels(int row) => pixels.Row(rows is null ? row : rows[row]);

    /// <inheritdoc/>
    public override void CopyTo(int place, Span<double> target)
    {
        for (var done = 0; done < target.Length;)
        {
            var (row, first) = Math.DivRem(place + done, pixels.Width);
            var part = Pixels(row)[first..];
            var count = Math.Min(part.Length, target.Length - done);
            for (var k = 0; k < count; k++) target[done + k] = part[k] / White;
            done += count;
        }
    }

    internal override InputTable Take(ReadOnlySpan<int> chosen, int width)
    {
        var taken = chosen.ToArray();
        if (rows is not null)
            for (var k = 0; k < taken.Length; k++) taken[k] = rows[taken[k]];
        return new PixelInputs(pixels, taken);
    }

    internal override Rows<T> AsRows<T>(int width)
    {
        var levels = Levels<T>();
        return new(Count, width, this, Convert);

        void Convert(int row, Span<T> target)
        {
            var table = levels.AsSpan(0, 256);
            var bytes = Pixels(row);
            for (var k = 0; k < bytes.Length; k++) target[k] = table[bytes[k]];
        }
    }

    /// <summary>The 256 values a pixel can have, rounded once.</summary>
    internal static T[] Levels<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. Enumerable.Range(0, 256).Select(level => T.CreateTruncating(level / White))];
}
