using System.Runtime.InteropServices;
using System.Text;

namespace Sim;

/// <summary>Terminal on Windows: Console.ReadKey, translated to the bytes a Unix terminal would send, so that one parser serves both.</summary>
internal sealed partial class WindowsConsole : IConsoleDevice
{
    private const int StandardOutput = -11;
    private const uint ProcessVirtualTerminal = 0x4;

    private Stream? _output;
    private uint _originalMode;
    private bool _raw;

    public bool InputIsTerminal => !Console.IsInputRedirected;
    public bool OutputIsTerminal => !Console.IsOutputRedirected;
    public bool ErrorIsTerminal => !Console.IsErrorRedirected;
    public bool InForeground => true;
    public Size Size => new(Math.Max(1, Console.WindowWidth), Math.Max(1, Console.WindowHeight));

    public void EnterRaw()
    {
        nint handle = GetStdHandle(StandardOutput);
        if (!_raw && GetConsoleMode(handle, out _originalMode)) SetConsoleMode(handle, _originalMode | ProcessVirtualTerminal);
        Console.OutputEncoding = new UTF8Encoding(false);
        _raw = true;
    }

    public void LeaveRaw()
    {
        if (_raw) SetConsoleMode(GetStdHandle(StandardOutput), _originalMode);
        _raw = false;
    }

    public int Read(Span<byte> bytes)
    {
        try
        {
            string sequence;
            do sequence = Sequence(Console.ReadKey(intercept: true));
            while (sequence.Length == 0);
            return Encoding.UTF8.GetBytes(sequence, bytes);
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _output ??= Console.OpenStandardOutput();
            _output.Write(bytes);
            _output.Flush();
        }
        catch (IOException)
        {
            // The console has gone away; the reader will see the end of input.
        }
    }

    public void WriteError(ReadOnlySpan<byte> bytes)
    {
        using var error = Console.OpenStandardError();
        error.Write(bytes);
    }

    public void StopSelf() { }

    internal static string Sequence(ConsoleKeyInfo key)
    {
        int modifiers = 1 + (key.Modifiers.HasFlag(ConsoleModifiers.Shift) ? 1 : 0)
            + (key.Modifiers.HasFlag(ConsoleModifiers.Alt) ? 2 : 0) + (key.Modifiers.HasFlag(ConsoleModifiers.Control) ? 4 : 0);
        string? letter = key.Key switch
        {
            ConsoleKey.UpArrow => "A",
            ConsoleKey.DownArrow => "B",
            ConsoleKey.RightArrow => "C",
            ConsoleKey.LeftArrow => "D",
            ConsoleKey.Home => "H",
            ConsoleKey.End => "F",
            ConsoleKey.Tab when modifiers > 1 => "Z",
            _ => null,
        };
        if (letter is not null) return $"\e[1;{modifiers}{letter}";
        int number = key.Key switch
        {
            ConsoleKey.Insert => 2,
            ConsoleKey.Delete => 3,
            ConsoleKey.PageUp => 5,
            ConsoleKey.PageDown => 6,
            >= ConsoleKey.F1 and <= ConsoleKey.F5 => 11 + (key.Key - ConsoleKey.F1),
            >= ConsoleKey.F6 and <= ConsoleKey.F10 => 17 + (key.Key - ConsoleKey.F6),
            ConsoleKey.F11 or ConsoleKey.F12 => 23 + (key.Key - ConsoleKey.F11),
            _ => 0,
        };
        if (number > 0) return $"\e[{number};{modifiers}~";
        // An Escape key of its own, not the start of a sequence.
        if (key.Key == ConsoleKey.Escape) return "\e[27u";
        if (key.KeyChar == '\0') return "";
        return (key.Modifiers & (ConsoleModifiers.Alt | ConsoleModifiers.Control)) == ConsoleModifiers.Alt ? "\e" + key.KeyChar : $"{key.KeyChar}";
    }

    [LibraryImport("kernel32.dll")]
    private static partial nint GetStdHandle(int handle);

    [LibraryImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetConsoleMode(nint handle, out uint mode);

    [LibraryImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetConsoleMode(nint handle, uint mode);
}
