using System.Runtime.InteropServices;

namespace Sim;

/// <summary>Terminal by libc; the base library's console is left alone, because it writes sequences of its own.</summary>
internal sealed unsafe class UnixConsole : IConsoleDevice
{
    private const int In = 0, Out = 1, Error = 2;

    // struct termios is 60 bytes on Linux (4-byte flags), 72 on macOS (8-byte flags); c_lflag is the fourth flag word.
    private const int ModesRoom = 128;
    private static readonly int LocalFlags = OperatingSystem.IsMacOS() ? 24 : 12;
    private static readonly byte SignalKeys = (byte)(OperatingSystem.IsMacOS() ? 0x80 : 0x01);

    private byte[]? _original;

    public bool InputIsTerminal => Libc.isatty(In) == 1;
    public bool OutputIsTerminal => Libc.isatty(Out) == 1;
    public bool ErrorIsTerminal => Libc.isatty(Error) == 1;
    public bool InForeground => Libc.tcgetpgrp(In) == Libc.getpgrp();
    public Size Size => Libc.WindowSize(Out) ?? Libc.WindowSize(In) ?? new Size(80, 24);

    public void EnterRaw()
    {
        Libc.IgnoreTerminalOutputStop();
        byte* modes = stackalloc byte[ModesRoom];
        new Span<byte>(modes, ModesRoom).Clear();
        if (_original is null)
        {
            if (Libc.tcgetattr(In, modes) != 0) return;
            _original = new Span<byte>(modes, ModesRoom).ToArray();
        }
        _original.CopyTo(new Span<byte>(modes, ModesRoom));
        Libc.cfmakeraw(modes);
        modes[LocalFlags] |= SignalKeys;
        Set(modes, Libc.TCSADRAIN);
    }

    // Flushing drops typed-ahead bytes that would land in the shell.
    public void LeaveRaw()
    {
        if (_original is null) return;
        fixed (byte* modes = _original) Set(modes, Libc.TCSAFLUSH);
    }

    public int Read(Span<byte> bytes)
    {
        fixed (byte* target = bytes)
        {
            while (true)
            {
                nint count = Libc.read(In, target, bytes.Length);
                if (count >= 0) return (int)count;
                if (Marshal.GetLastPInvokeError() != Libc.EINTR) return 0;
            }
        }
    }

    public void Write(ReadOnlySpan<byte> bytes) => Write(Out, bytes);

    public void WriteError(ReadOnlySpan<byte> bytes) => Write(Error, bytes);

    private static void Write(int file, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* source = bytes)
        {
            for (int done = 0; done < bytes.Length;)
            {
                nint count = Libc.write(file, source + done, bytes.Length - done);
                if (count > 0) done += (int)count;
                else if (Marshal.GetLastPInvokeError() == Libc.EAGAIN) Thread.Sleep(1);
                else if (Marshal.GetLastPInvokeError() != Libc.EINTR) return;
            }
        }
    }

    public void StopSelf() => Libc.kill(Libc.getpid(), Libc.SIGSTOP);

    private static void Set(byte* modes, int when)
    {
        while (Libc.tcsetattr(In, when, modes) != 0 && Marshal.GetLastPInvokeError() == Libc.EINTR) { }
    }
}
