using System.Runtime.InteropServices;

namespace Sim;

/// <summary>
/// Standard output or error of this process. The output notices when nobody reads any more, as in <c>sim trace … | head</c>: .NET's own console
/// stream swallows that and would go on for nothing; and a start without its console is quicker.
/// </summary>
internal sealed partial class StandardStream : Stream
{
    private const int BrokenPipe = 32;
    private const int Interrupted = 4;
    private const int Again = 11;
    private const int Out = 1, Errors = 2;
    private readonly int descriptor;
    private bool isClosed;

    private StandardStream(int descriptor) => this.descriptor = descriptor;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Where results go.</summary>
    public static Stream Output() => OperatingSystem.IsLinux() ? new StandardStream(Out) : Console.OpenStandardOutput();

    /// <summary>Where errors go. That nobody reads them is no error of its own.</summary>
    public static Stream Error() => OperatingSystem.IsLinux() ? new StandardStream(Errors) : Console.OpenStandardError();

    public override unsafe void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty && !isClosed)
        {
            nint count;
            fixed (byte* first = bytes) count = WriteTo(descriptor, first, (nuint)bytes.Length);
            var error = count < 0 ? Marshal.GetLastPInvokeError() : 0;
            isClosed = error is not (0 or Again or Interrupted);
            if (isClosed && descriptor == Errors) return;
            if (error == BrokenPipe) throw new ReaderGoneException();
            if (error == Again) Thread.Sleep(1);
            else if (error is not (0 or Interrupted)) throw new IOException($"standard output cannot be written: {Marshal.GetPInvokeErrorMessage(error)}");
            if (count > 0) bytes = bytes[(int)count..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static unsafe partial nint WriteTo(int descriptor, byte* bytes, nuint count);
}

/// <summary>Whoever read the output has stopped reading.</summary>
internal sealed class ReaderGoneException : IOException;
