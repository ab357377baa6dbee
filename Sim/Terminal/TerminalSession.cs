using System.Runtime.InteropServices;

namespace Sim;

/// <summary>The real terminal: takes the screen over, and gives it back on every way out.</summary>
internal sealed class TerminalSession : ITerminal
{
    // Alternate screen, hidden cursor, bracketed paste, focus reports; leaving undoes them in reverse. The alternate screen is cleared first:
    // tmux carries rows of it over into the shell if the window has grown meanwhile.
    private static ReadOnlySpan<byte> Enter => "\e[?1049h\e[?25l\e[?2004h\e[?1004h"u8;
    private static ReadOnlySpan<byte> Leave => "\e[?2026l\e[?1004l\e[?2004l\e[?7h\e[0m\e[2J\e[?25h\e[?1049l"u8;

    private const long CollectEvery = 2 << 20;

    private readonly object _gate = new();
    private readonly IConsoleDevice _device;
    private readonly EventQueue _events = new();
    private readonly Screen _screen;
    private readonly List<PosixSignalRegistration> _signals = [];
    private bool _entered, _closed;
    private int _quitSignals;
    private long _collectedAt;

    private TerminalSession(IConsoleDevice device, Screen screen) => (_device, _screen) = (device, screen);

    public Size Size => _device.Size;

    /// <summary>The colours used from the next frame on.</summary>
    public Theme Theme
    {
        get => _screen.Theme;
        set
        {
            lock (_gate) _screen.Theme = value;
        }
    }

    public static IConsoleDevice Device() => OperatingSystem.IsWindows() ? new WindowsConsole() : new UnixConsole();

    /// <summary>
    /// One line to standard error. Not through Console: on a terminal even its raw streams first send
    /// ESC [ ? 1 h, and nothing takes that back.
    /// </summary>
    public static void Report(string line) => Device().WriteError(System.Text.Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>Runs a program on the terminal. Whatever it throws leaves here after the terminal is restored.</summary>
    public static int Run(TerminalCapabilities capabilities, Theme theme, Func<TerminalSession, int> program)
    {
        using var session = Open(Device(), new Screen(theme, capabilities.Color, capabilities.Glyphs));
        try
        {
            return program(session);
        }
        catch
        {
            // Not only Dispose: finally blocks do not run for an exception nobody catches.
            session.Restore();
            throw;
        }
    }

    public static TerminalSession Open(IConsoleDevice device, Screen screen)
    {
        var session = new TerminalSession(device, screen);
        AppDomain.CurrentDomain.UnhandledException += session.OnExit;
        AppDomain.CurrentDomain.ProcessExit += session.OnExit;
        session.RegisterSignals();
        session.EnterScreen();
        new Thread(session.ReadInput) { IsBackground = true, Name = "keyboard" }.Start();
        return session;
    }

    public TerminalEvent? Read(TimeSpan timeout)
    {
        if (timeout != TimeSpan.Zero) CollectWhileNobodyWaits();
        return _events.Read(timeout);
    }

    public void Post(TerminalEvent happened) => _events.Post(happened);

    public void Present(Grid grid)
    {
        lock (_gate)
        {
            if (!_entered) return;
            var frame = _screen.Frame(grid);
            if (!frame.IsEmpty) _device.Write(frame.Span);
        }
    }

    public void Restore()
    {
        lock (_gate)
        {
            _closed = true;
            LeaveScreen();
        }
    }

    public void Dispose()
    {
        Restore();
        AppDomain.CurrentDomain.UnhandledException -= OnExit;
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        foreach (var signal in _signals) signal.Dispose();
        _signals.Clear();
    }

    // The collector's own budget is the size of the L3 cache, tens of megabytes; short-lived grids need far less.
    // Collecting after a frame, before the wait for the next key, costs nobody anything.
    private void CollectWhileNobodyWaits()
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        if (allocated - _collectedAt < CollectEvery) return;
        _collectedAt = allocated;
        GC.Collect(0, GCCollectionMode.Forced, blocking: true);
    }

    private void EnterScreen()
    {
        lock (_gate)
        {
            if (_closed) return;
            _device.EnterRaw();
            _device.Write(Enter);
            _screen.Reset();
            _entered = true;
        }
    }

    private void LeaveScreen()
    {
        if (!_entered) return;
        _entered = false;
        _device.Write(Leave);
        _device.LeaveRaw();
    }

    private void ReadInput()
    {
        var bytes = new byte[4096];
        for (int count; (count = _device.Read(bytes)) > 0;) _events.PostBytes(bytes.AsSpan(0, count));
        _events.Post(new QuitEvent(129, "standard input was closed"));
    }

    private void RegisterSignals()
    {
        Quit(PosixSignal.SIGINT, 130, "interrupted");
        Quit(PosixSignal.SIGQUIT, 131, "quit signal");
        Quit(PosixSignal.SIGTERM, 143, "asked to terminate");
        Quit(PosixSignal.SIGHUP, 129, "the terminal was closed");
        if (OperatingSystem.IsWindows()) return;
        Register(PosixSignal.SIGWINCH, () => _events.Post(new ResizeEvent(_device.Size)));
        Register(PosixSignal.SIGTSTP, Suspend);
        Register(PosixSignal.SIGCONT, Resume);
    }

    private void Register(PosixSignal signal, Action handle) => _signals.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        handle();
    }));

    // The first signal asks the program to end and save; a second one does not wait for it.
    private void Quit(PosixSignal signal, int code, string reason) => Register(signal, () =>
    {
        _events.Post(new QuitEvent(code, reason));
        if (Interlocked.Increment(ref _quitSignals) < 2) return;
        Restore();
        Environment.Exit(code);
    });

    // .NET does not stop the process once SIGTSTP has a handler; we do, with the terminal given back.
    private void Suspend()
    {
        lock (_gate) LeaveScreen();
        _device.StopSelf();
    }

    private void Resume()
    {
        if (!_device.InForeground) return;
        EnterScreen();
        _events.Post(new ResizeEvent(_device.Size));
    }

    private void OnExit(object? sender, EventArgs e) => Restore();
}
