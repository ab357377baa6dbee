namespace Core;

/// <summary>A stream read forward whose first two bytes can be seen beforehand, also where one cannot go back (a pipe).</summary>
internal sealed class BufferedPeek : Stream
{
    private readonly Stream source;
    private readonly byte[] first = new byte[2];
    private readonly int known;
    private int given;

    public BufferedPeek(Stream source)
    {
        this.source = source;
        known = source.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
    }

    /// <summary>The first two bytes, or fewer if there are not so many.</summary>
    public ReadOnlySpan<byte> First => first.AsSpan(0, known);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (given == known) return source.Read(buffer);
        var count = Math.Min(buffer.Length, known - given);
        first.AsSpan(given, count).CopyTo(buffer);
        given += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }
}
