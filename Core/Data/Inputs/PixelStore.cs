namespace Core;

/// <summary>
/// The bytes of many images, [count, width]. Images that are a function of their number can be drawn when they are first asked for: whoever
/// looks at a few of 60,000 waits for a few.
/// </summary>
internal sealed class PixelStore
{
    private readonly byte[] bytes;
    private readonly Action<int, Span<byte>>? draw;
    private readonly bool[] drawn;

    /// <summary>Images that are there.</summary>
    public PixelStore(byte[] bytes, int width) => (this.bytes, Width, Count, drawn) = (bytes, width, bytes.Length / width, []);

    /// <summary>Images that <paramref name="draw"/> writes, a function of their number alone.</summary>
    public PixelStore(int count, int width, Action<int, Span<byte>> draw) =>
        (bytes, Width, Count, this.draw, drawn) = (new byte[checked(count * width)], width, count, draw, new bool[count]);

    /// <summary>Images.</summary>
    public int Count { get; }

    /// <summary>Pixels of one image.</summary>
    public int Width { get; }

    /// <summary>The bytes of one image.</summary>
    public ReadOnlySpan<byte> Row(int row)
    {
        var pixels = bytes.AsSpan(row * Width, Width);
        if (draw is null || Volatile.Read(ref drawn[row])) return pixels;
        // Two threads may draw the same image at once: they write the same bytes, and each reads only after its own drawing.
        draw(row, pixels);
        Volatile.Write(ref drawn[row], true);
        return pixels;
    }
}
