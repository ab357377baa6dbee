using System.Globalization;

namespace Sim;

/// <summary>A large table while it is read: a line says how far, and Ctrl-C ends it.</summary>
internal sealed class WatchedReader(StreamReader source, CommandHost host, string path) : TextReader
{
    // Smaller files are read in a moment.
    private const long Large = 10_000_000;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);
    private TimeSpan? shown;

    /// <summary>Bytes of the file.</summary>
    public long Length { get; } = source.BaseStream.Length;

    /// <summary>Bytes read so far.</summary>
    public long Position => Math.Max(1, source.BaseStream.Position);

    public override int Read(char[] buffer, int index, int count)
    {
        host.Cancellation.ThrowIfCancellationRequested();
        if (host.ErrorIsTerminal && Length > Large) Show();
        return source.Read(buffer, index, count);
    }

    public override int Read() => source.Read();

    public override int Peek() => source.Peek();

    protected override void Dispose(bool disposing)
    {
        if (disposing && shown is not null) host.Error.Write("\r\u001b[K");
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }

    private void Show()
    {
        var now = host.Clock();
        if (now - shown < Tick) return;
        shown = now;
        var share = Math.Min(1, (double)Position / Length);
        host.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{RunBar.Bar(share, host.IsAscii)} {Path.GetFileName(path)} {share * 100:0} %\u001b[K"));
        host.Error.Flush();
    }
}
