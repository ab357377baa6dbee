using Lessons;

namespace Sim;

/// <summary>Everything a command may touch outside itself.</summary>
internal sealed record CommandHost
{
    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Errors and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Files to read.</summary>
    public required IFiles Files { get; init; }

    /// <summary>The lessons that ship with the program.</summary>
    public required ReadOnlyMemory<byte> Lessons { get; init; }

    /// <summary>The learner's progress, and what has to be said about its file; null: unknown.</summary>
    public Func<(Progress Progress, Phrase? Warning)>? Progress { get; init; }

    /// <summary>Where the learner's files are.</summary>
    public string DataFolder { get; init; } = PlayCommand.Folder();

    /// <summary>Time since some beginning.</summary>
    public Func<TimeSpan> Clock { get; init; } = () => TimeSpan.Zero;

    /// <summary>Processors this process may use.</summary>
    public int Processors { get; init; } = 1;

    /// <summary>Whether errors go to a terminal, where progress can be shown.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether results go to a terminal, where a person reads them.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Language unless <c>--lang</c> states one.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>Whether only ASCII signs can be shown.</summary>
    public bool IsAscii { get; init; }

    /// <summary>Bytes of memory of this machine, or those the process may have.</summary>
    public double Memory { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>Colours of the terminal that results go to.</summary>
    public ColorDepth Colors { get; init; }

    /// <summary>Set by Ctrl-C.</summary>
    public CancellationToken Cancellation { get; init; }
}

/// <summary>Exit codes.</summary>
internal static class ExitCode
{
    public const int Fine = 0;
    public const int CheckFailed = 1;
    public const int WrongRequest = 2;
    public const int Interrupted = 130;
}
