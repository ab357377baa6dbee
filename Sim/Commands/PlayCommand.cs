using Core;
using Lessons;

namespace Sim;

/// <summary>What <c>sim play</c>, or <c>sim</c> alone, was asked for.</summary>
internal sealed record PlayRequest(string? Target, string? Variant, IReadOnlyList<string> Sets, string? At, bool Plain, Language? Language)
{
    /// <summary>The person's own table, or nothing.</summary>
    public CsvRequest? Csv { get; init; }

    /// <summary>Where to write down what is done.</summary>
    public string? Record { get; init; }

    public RecordedPauses Pauses { get; init; } = RecordedPauses.Real;
}

/// <summary><c>sim play</c>: the full-screen program, or its plain form.</summary>
internal sealed class PlayCommand(CommandHost host)
{
    public int Run(PlayRequest request)
    {
        var library = new LessonLibrary(host.Lessons, host.Files, path => Directory.EnumerateFiles(path, "*.json"));
        library.ReadAhead();
        string folder = Folder();
        var choices = new ChoiceStore(folder);
        var known = choices.Read();
        var world = new SessionWorld
        {
            Library = library,
            Progress = new ProgressStore(folder, () => DateTimeOffset.UtcNow),
            Choices = choices,
            Notes = new NotesFile(folder),
            Changed = path => File.Exists(path) ? File.GetLastWriteTimeUtc(path) : null,
        };
        // What cannot be opened is said on the command line, not on a screen.
        if (request.Csv is { } csv)
        {
            if (request.Record is not null) throw new RequestException($"--record: given with --csv; expected a lesson that can be opened again. Write one first: sim new --csv {csv.Path}, then sim play it with --record.");
            var opened = new PlayTable(host, world.Library).Open(request.Target, request.Variant, csv, request.Language ?? known.Language ?? host.Language);
            world = world with { First = Prepared(opened, request with { Variant = null }) };
        }
        else if (request.Target is { } target) world = world with { First = Prepared(world.Library.Open(target, known.Folder), request) };
        if (request.Record is not null && request.Plain) throw new RequestException("--record writes down what is done on the screen; expected it without --plain");
        if (request.Record is not null) world = world with { StartsAfresh = true };
        bool isFile = world.First?.Opened.Path is not null;
        var view = ViewSettings.Default with { Language = request.Language ?? known.Language ?? host.Language, Digits = known.Digits, Projector = known.Projector };
        return request.Plain ? Plainly(request, world, known, view) : OnTerminal(request, world, known, view, isFile);
    }

    /// <summary>Where the learner's files are.</summary>
    public static string Folder() => ProgressPlace.Folder(Environment.GetEnvironmentVariable, OperatingSystem.IsWindows(), OperatingSystem.IsMacOS());

    private static PreparedLesson Prepared(OpenedLesson opened, PlayRequest request)
    {
        var address = opened.Address with { Variant = request.Variant ?? opened.Address.Variant, Settings = [.. opened.Address.Settings, .. request.Sets.Select(Setting)] };
        if (request.At is not { } at) return PreparedLesson.Of(opened, address);
        var position = Position.Parse(at);
        if (!position.Ok) throw new RequestException($"--at {at} is no position\n{OpenedExperiment.Indented(position.Error.ToString())}");
        return PreparedLesson.Of(opened, address with { At = position.Value });
    }

    private static KeyValuePair<string, string> Setting(string text) => text.Split('=', 2) is [var key, var value]
        ? KeyValuePair.Create(key, value)
        : throw new RequestException($"--set {text}: expected KEY=VALUE, such as optimizer.learningRate=1.2");

    private int Plainly(PlayRequest request, SessionWorld world, Choices known, ViewSettings view)
    {
        using var runner = new SessionRunner(world with { Patience = Timeout.InfiniteTimeSpan });
        using var input = new StreamReader(Console.OpenStandardInput(), System.Text.Encoding.UTF8);
        var start = new SessionModel { Size = default, View = view, Menu = MenuModel.Empty with { Folder = known.Folder } };
        return new PlainSession(runner, start, input, host.Out).Run(First(request, known.Folder));
    }

    private static SessionEffect[] First(PlayRequest request, string? folder) =>
        (request.Csv?.Path ?? request.Target) is { } target ? [new OpenLesson(target, Resume: request is { At: null, Csv: null })] : [new ReadMenu(folder)];

    private int OnTerminal(PlayRequest request, SessionWorld world, Choices known, ViewSettings view, bool isFile) =>
        OnTerminal(known, "--plain, or sim run, sim trace and sim explain", (terminal, look, theme) =>
        {
            using var runner = new SessionRunner(world with { UseTheme = chosen => terminal.Theme = chosen });
            bool isFirstStart = request is { Target: null, Csv: null } && !known.TourSeen;
            var start = new SessionModel
            {
                Size = terminal.Size,
                View = view with { Ascii = look.Ascii, HighContrast = look.HighContrast },
                Theme = theme,
                Screen = isFirstStart ? SessionScreen.Tour : SessionScreen.Menu,
                Menu = MenuModel.Empty with { Folder = known.Folder },
                Recording = new Recording { Clock = host.Clock, Pauses = request.Pauses, Target = request.Target ?? "" },
            };
            if (request.Record is { } file) start = start with { Recording = Recorded(file, start, world.First!) };
            return SessionProgram.Of(start, First(request, known.Folder), runner, watchesFile: isFile).Run(terminal).Code;
        });

    // The file is written at once: whether it can be is known before anything is done.
    private static Recording Recorded(string file, SessionModel start, PreparedLesson first)
    {
        var recording = RecordingStart.Of(start.Recording!, start) with { Path = file, Target = RecordingTarget.Of(first, Path.GetDirectoryName(Path.GetFullPath(file))!) };
        recording = recording with { Lines = recording.Lines.Add(new("lesson", recording.Target)) };
        try { AtomicFile.Write(Path.GetFullPath(file), System.Text.Encoding.UTF8.GetBytes(recording.Text())); }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new RequestException($"--record {file}: it cannot be written ({wrong.Message}); expected a file in a folder that can be written.");
        }
        return recording;
    }

    /// <summary>Runs a program on the terminal, with the learner's theme and what the terminal can show.</summary>
    /// <param name="known">What the learner has chosen.</param>
    /// <param name="otherwise">What to do where there is no terminal.</param>
    /// <param name="program">The program.</param>
    /// <exception cref="RequestException">There is no terminal.</exception>
    public static int OnTerminal(Choices known, string otherwise, Func<TerminalSession, ViewSettings, Theme, int> program)
    {
        var device = TerminalSession.Device();
        var capabilities = TerminalCapabilities.Detect(Variables(), device.InputIsTerminal, device.OutputIsTerminal, windows: OperatingSystem.IsWindows());
        if (capabilities.Problem is { } problem) throw new RequestException($"the full screen needs a terminal, but {problem}. Use {otherwise}.");
        var theme = Theme.All.FirstOrDefault(each => each.Name == known.Theme) ?? Theme.Dark;
        var view = ViewSettings.Default with { Ascii = capabilities.Glyphs == GlyphSet.Ascii, HighContrast = theme == Theme.HighContrast };
        return TerminalSession.Run(capabilities, theme, terminal => program(terminal, view, theme));
    }

    /// <summary>The environment.</summary>
    public static Dictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>();
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        return variables;
    }
}
