namespace Sim;

/// <summary>Something that happened at the terminal.</summary>
internal abstract record TerminalEvent;

internal sealed record KeyEvent(Key Key) : TerminalEvent;

/// <summary>Pasted text, whole; cut at one million bytes.</summary>
internal sealed record PasteEvent(string Text) : TerminalEvent;

internal sealed record FocusEvent(bool Focused) : TerminalEvent;

internal enum MouseAction : byte { Press, Release, Move, WheelUp, WheelDown }

/// <summary>A mouse report; cells count from 0.</summary>
internal sealed record MouseEvent(MouseAction Action, int Button, int X, int Y, Modifiers Modifiers) : TerminalEvent;

/// <summary>The terminal has a new size, or came back from suspension.</summary>
internal sealed record ResizeEvent(Size Size) : TerminalEvent;

/// <summary>The program has to end: a signal, or nobody can type any more. The code is the shell's: 128 + signal.</summary>
internal sealed record QuitEvent(int ExitCode, string Reason) : TerminalEvent;

/// <summary>Posted by the program itself to wake its loop.</summary>
internal sealed record PostedEvent(object Payload) : TerminalEvent;

/// <summary>Events one at a time, without polling.</summary>
internal interface IEventSource
{
    /// <summary>The next event; null if none came in time. <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</summary>
    TerminalEvent? Read(TimeSpan timeout);

    /// <summary>Adds an event; safe from any thread.</summary>
    void Post(TerminalEvent happened);
}
