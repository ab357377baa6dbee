namespace Sim;

/// <summary>The operating system's side of a terminal.</summary>
internal interface IConsoleDevice
{
    bool InputIsTerminal { get; }
    bool OutputIsTerminal { get; }
    bool ErrorIsTerminal { get; }
    Size Size { get; }

    /// <summary>False while another job owns the terminal: writing or changing modes would be rude or stop us.</summary>
    bool InForeground { get; }

    /// <summary>Keys arrive at once and unechoed; ^C ^\ ^Z stay signals.</summary>
    void EnterRaw();

    /// <summary>Puts back the modes found at the first <see cref="EnterRaw"/>.</summary>
    void LeaveRaw();

    /// <summary>Waits for bytes; 0 when there will never be more.</summary>
    int Read(Span<byte> bytes);

    /// <summary>Writes all bytes; a terminal that has gone away is not an error.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Writes to standard error, wherever that goes.</summary>
    void WriteError(ReadOnlySpan<byte> bytes);

    /// <summary>Stops this process until somebody continues it.</summary>
    void StopSelf();
}
