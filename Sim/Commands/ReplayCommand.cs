using System.Collections.Immutable;
using Lessons;

namespace Sim;

/// <summary><c>sim replay</c>: a script on the screen, checked without one, or made into files.</summary>
internal sealed class ReplayCommand(CommandHost host)
{
    private const int MostProblems = 50;
    private readonly Dictionary<string, LessonLibrary> _libraries = [];

    /// <summary>Plays one script without a screen, compares, and tells.</summary>
    /// <exception cref="RequestException">The file is no script, or speaks of what there is not.</exception>
    public int Check(string path, bool update)
    {
        var report = Examine(path, update);
        foreach (string failure in report.Failures) host.Out.WriteLine($"wrong {path}: {failure}");
        host.Out.WriteLine($"{(report.Failures.Count == 0 ? "ok   " : "wrong")} {path}   {report.Summary}");
        return report.Failures.Count == 0 ? ExitCode.Fine : ExitCode.CheckFailed;
    }

    /// <summary>Plays a script on the terminal.</summary>
    /// <exception cref="RequestException">The file is no script, or there is no terminal.</exception>
    public int Play(string path, double speed, Language? language)
    {
        var script = Read(path);
        var choices = new ChoiceStore(PlayCommand.Folder()).Read();
        return PlayCommand.OnTerminal(choices, "--check", (terminal, view, theme) =>
        {
            view = ViewSettings.Default with { Language = language ?? Language.English, Ascii = view.Ascii, HighContrast = view.HighContrast };
            using var runner = new SessionRunner(new SessionWorld { Library = LibraryFor(path), UseTheme = chosen => terminal.Theme = chosen });
            var start = new SessionModel { Size = terminal.Size, View = view, Theme = theme };
            return ReplayProgram.Of(script, start, runner, speed, language is not null).Run(terminal).Code;
        });
    }

    /// <summary>Plays a script without a screen and makes files of it: all of them once it has ended, or none.</summary>
    /// <exception cref="RequestException">The file is no script, or one of the files cannot be written.</exception>
    public int Export(string path, ExportRequest request, Language? language)
    {
        var script = Read(path);
        var exports = request.Of(path, script);
        if (language is not null) script = script with { Commands = [.. script.Commands.Where(command => !command.Is(ScriptWords.Lang))] };
        int code = ExitCode.Fine;
        foreach (var happened in new ScriptPlayer(LibraryFor(path), ViewSettings.Default with { Language = language ?? Language.English }).Play(script, host.Cancellation))
        {
            foreach (var export in exports) export.See(happened);
            if (happened is CommandFailed failed) throw new RequestException($"{path}: line {failed.Command.Line}: {failed.Command}\n{OpenedExperiment.Indented(failed.Message)}\nNo file was written.");
            if (happened is not ExpectationChecked { Holds: false } wrong) continue;
            host.Error.WriteLine($"sim: {path}: line {wrong.Command.Line}: {wrong.Command}\n{OpenedExperiment.Indented($"it does not hold: {wrong.Found}")}");
            code = ExitCode.CheckFailed;
        }
        foreach (var file in exports.SelectMany(export => export.Files()))
        {
            host.Cancellation.ThrowIfCancellationRequested();
            OutputFile.Write(file, host.Out);
        }
        return code;
    }

    /// <summary>Plays a script without a screen and compares.</summary>
    public ScriptReport Examine(string path, bool update)
    {
        var script = Read(path);
        return new ScriptExaminer(new ScriptPlayer(LibraryFor(path)), new ScriptGoldens(path)).Run(script, update, host.Cancellation);
    }

    /// <summary>A script whose text and lessons are right.</summary>
    /// <exception cref="RequestException">Something is wrong: all of it is told.</exception>
    public Script Read(string path)
    {
        var reading = ScriptFile.Read(host.Files, path);
        ImmutableArray<TextError> problems = [.. reading.Problems.Concat(new ScriptCheck(LibraryFor(path)).Check(reading.Script)).OrderBy(problem => problem.Place.Start)];
        if (problems.IsEmpty) return reading.Script;
        string more = problems.Length > MostProblems ? $"\n  … and {problems.Length - MostProblems} more" : "";
        throw new RequestException($"{path}: {problems.Length} problem{(problems.Length == 1 ? "" : "s")}\n{OpenedExperiment.Indented(string.Join('\n', problems.Take(MostProblems)))}{more}");
    }

    /// <summary>Lessons and files as a script in that place names them.</summary>
    public LessonLibrary LibraryFor(string path)
    {
        string folder = Path.GetDirectoryName(path) ?? "";
        if (!_libraries.TryGetValue(folder, out var library))
            _libraries[folder] = library = new LessonLibrary(host.Lessons, new ScriptFiles(host.Files, folder), _ => []);
        return library;
    }
}
