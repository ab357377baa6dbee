using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Sim.Tests;

/// <summary>A child program on a real pseudo-terminal, watched through the emulator.</summary>
internal sealed unsafe partial class PseudoTerminal : IDisposable
{
    // O_RDWR, O_NOCTTY, O_CLOEXEC: a child must not hold its own terminal open.
    private const int ReadWriteNoControl = 0x80102, SetWindowSize = 0x5414;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly int _master, _slave;
    private readonly Process _child;
    private readonly VtEmulator _screen;
    private readonly Thread _reader;
    private volatile bool _hungUp;
    private long _heardAt;

    public PseudoTerminal(string mode, int width = 100, int height = 30, string? program = null, string? dataFolder = null)
    {
        _master = posix_openpt(ReadWriteNoControl);
        if (_master < 0 || grantpt(_master) != 0 || unlockpt(_master) != 0) throw new InvalidOperationException("no pseudo-terminal");
        string path = Marshal.PtrToStringUTF8(ptsname(_master))!;
        _slave = open(path, ReadWriteNoControl);
        _screen = new VtEmulator(width, height);
        SetSize(width, height);
        ModesBefore = Modes();
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec setsid -c \"$0\" \"$1\" {mode} <{path} >{path} 2>{path}", Environment.ProcessPath!, program ?? typeof(PseudoTerminal).Assembly.Location]);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) != "dotnet") start.ArgumentList[2] = "dotnet";
        // A published program starts by itself.
        if (program is not null && Path.GetExtension(program) != ".dll") (start.ArgumentList[1], start.ArgumentList[2]) = (start.ArgumentList[1].Replace(" \"$1\"", ""), program);
        (start.Environment["TERM"], start.Environment["COLORTERM"], start.Environment["LC_ALL"]) = ("xterm-256color", "truecolor", "C.UTF-8");
        start.Environment.Remove("NO_COLOR");
        if (dataFolder is not null) (start.Environment["SIM_DATA"], start.WorkingDirectory) = (dataFolder, dataFolder);
        _child = Process.Start(start)!;
        _reader = new Thread(ReadAll) { IsBackground = true };
        _reader.Start();
    }

    public byte[] ModesBefore { get; }
    public int ChildId => _child.Id;

    /// <summary>Frames that have arrived whole, and when the last bytes did.</summary>
    public (long Count, long At) Frames
    {
        get
        {
            lock (_screen) return (_screen.Frames, _heardAt);
        }
    }

    public byte[] Modes()
    {
        var modes = new byte[60];
        fixed (byte* bytes = modes) Libc.tcgetattr(_slave, bytes);
        return modes;
    }

    /// <summary>Looks at the screen after every frame, never in the middle of one, until it is as wished.</summary>
    public T WaitFor<T>(string wish, Func<VtEmulator, T?> look) where T : class
    {
        var clock = Stopwatch.StartNew();
        lock (_screen)
        {
            while (true)
            {
                if (!_screen.Modes.Contains("2026") && look(_screen) is { } seen) return seen;
                if (clock.Elapsed > Deadline) throw new TimeoutException($"waited for {wish}; the screen is\n{_screen.Screen}\nlast output: {_screen.AllInput[^Math.Min(300, _screen.AllInput.Length)..].Replace("\e", "␛")}");
                Monitor.Wait(_screen, 20);
            }
        }
    }

    public void WaitForText(string text) => WaitFor(text, screen => screen.Screen.Contains(text) ? text : null);

    public void Type(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* source = bytes)
            for (int done = 0; done < bytes.Length;)
                done += Math.Max(0, (int)Libc.write(_master, source + done, bytes.Length - done));
    }

    public void Resize(int width, int height)
    {
        lock (_screen) _screen.Resize(width, height);
        SetSize(width, height);
    }

    public void Signal(int number) => Libc.kill(_child.Id, number);

    public char ProcessState() => File.ReadAllText($"/proc/{_child.Id}/stat").Split(") ")[^1][0];

    public void HangUp()
    {
        _hungUp = true;
        // The next terminal may get the same file numbers: nobody must still read from this one.
        _reader.Join();
        close(_slave);
        close(_master);
    }

    public bool HasExited(int milliseconds) => _child.WaitForExit(milliseconds);

    public int WaitForExit()
    {
        if (!_child.WaitForExit(Deadline)) throw new TimeoutException("the child did not end");
        return _child.ExitCode;
    }

    public void Dispose()
    {
        if (!_child.HasExited) _child.Kill();
        _child.Dispose();
        if (!_hungUp) HangUp();
    }

    private void SetSize(int width, int height)
    {
        ushort* size = stackalloc ushort[4] { (ushort)height, (ushort)width, 0, 0 };
        ioctl(_master, SetWindowSize, size);
    }

    // Waits in poll so that closing the terminal is not held up by a read in progress.
    private void ReadAll()
    {
        var bytes = new byte[8192];
        fixed (byte* target = bytes)
        {
            while (!_hungUp)
            {
                long request = (uint)_master | 1L << 32;
                if (poll(&request, 1, 50) <= 0) continue;
                int count = (int)Libc.read(_master, target, bytes.Length);
                if (count <= 0) return;
                long heard = Stopwatch.GetTimestamp();
                lock (_screen)
                {
                    _heardAt = heard;
                    _screen.Feed(bytes.AsSpan(0, count));
                    Monitor.PulseAll(_screen);
                }
            }
        }
    }

    [LibraryImport("libc")] private static partial int posix_openpt(int flags);
    [LibraryImport("libc")] private static partial int grantpt(int file);
    [LibraryImport("libc")] private static partial int unlockpt(int file);
    [LibraryImport("libc")] private static partial nint ptsname(int file);
    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)] private static partial int open(string path, int flags);
    [LibraryImport("libc")] private static partial int close(int file);
    [LibraryImport("libc")] private static partial int ioctl(int file, nuint request, ushort* size);
    [LibraryImport("libc")] private static partial int poll(long* requests, nuint count, int milliseconds);
}
