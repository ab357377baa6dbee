using System.Diagnostics;
using System.Numerics;
using Core;
using Lessons;

namespace Sim;

/// <summary><c>sim check</c>: uses every lesson as a learner would, runs every experiment, and tells all problems at once.</summary>
internal sealed class CheckCommand(CommandHost host)
{
    private const long MostUpdates = 2000;
    private readonly ExperimentOpener opener = new(host);
    private readonly ReplayCommand replay = new(host);
    private int failed;

    public int Run(IReadOnlyList<string> files)
    {
        if (files.Count == 0) Lessons("lessons.json", host.Lessons, null);
        if (files.Count == 0) files = Demos();
        foreach (var file in files) Try(file, () => File(file));
        if (failed > 0) host.Error.WriteLine($"sim: {failed} check{(failed == 1 ? "" : "s")} failed.");
        return failed > 0 ? ExitCode.CheckFailed : ExitCode.Fine;
    }

    // Scripts stand in the folder "demos" of where one works.
    private static string[] Demos() => Directory.Exists("demos") ? [.. Directory.EnumerateFiles("demos", "*" + ScriptFile.Ending).Order(StringComparer.Ordinal)] : [];

    private void File(string path)
    {
        if (path.EndsWith(ScriptFile.Ending, StringComparison.Ordinal))
        {
            Script(path);
            return;
        }
        var bytes = host.Files.Read(path, JsonLimits.Default.MaxBytes);
        var problems = new Problems();
        var tree = JsonValue.Parse(bytes, problems) ?? throw new CheckException(ExperimentOpener.Wrong(path, problems).Message);
        var folder = Path.GetDirectoryName(path) ?? "";
        if (tree["lessons"] is not null) Lessons(path, bytes, folder);
        else if (tree["experiment"] is not null) Lesson(path, tree, folder);
        else Experiment(path, () => opener.Finish(path, new("file", new(path, path), new("", ""), tree, []), new("file", null, [], null), null, null, folder));
    }

    private void Script(string path)
    {
        var report = replay.Examine(path, update: false);
        foreach (string failure in report.Failures) Fail($"{path}: {failure}");
        host.Out.WriteLine($"{(report.Failures.Count == 0 ? "ok   " : "wrong")} {path}   {report.Summary}");
    }

    // The lessons are used: every scene reached, every question answered rightly and wrongly, every claim run.
    private void Lessons(string path, ReadOnlyMemory<byte> bytes, string? folder)
    {
        var library = folder is null ? null : LessonReader.Read(host.Lessons).Book;
        var watch = Stopwatch.StartNew();
        var result = LessonChecker.Check(bytes, library, loader: opener.LoaderFor(folder), cancellation: host.Cancellation);
        foreach (var finding in result.Findings) Fail($"{path}: {finding}");
        host.Out.WriteLine($"{(result.Ok ? "ok   " : "wrong")} {path}   {result.Summary}, {FormattableString.Invariant($"{watch.Elapsed.TotalSeconds:0.0}")} s");
    }

    private void Lesson(string path, JsonValue tree, string folder)
    {
        var problems = new Problems();
        if (Catalogue.Entry(tree, problems) is { } entry) Entry(entry, folder);
        if (!problems.None) Fail(ExperimentOpener.Wrong(path, problems).Message);
    }

    private void Entry(CatalogueEntry entry, string? folder)
    {
        var whole = new Address(entry.Id, null, [], null);
        Experiment(entry.Id, () => opener.Finish(entry.Id, entry, whole, null, null, folder));
        foreach (var variant in entry.Variants)
        {
            var name = $"{entry.Id}/{variant.Id}";
            Experiment(name, () => opener.Finish(name, entry, whole, variant.Id, null, folder));
        }
    }

    private void Experiment(string name, Func<OpenedExperiment> open) => Try(name, () =>
    {
        var opened = open();
        if (opened.Experiment.Precision == Precision.Double) Train<double>(name, opened);
        else Train<float>(name, opened);
    });

    private void Train<T>(string name, OpenedExperiment opened)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var program = opened.Compile<T>();
        program.Reset();
        var last = Math.Min(program.LastUpdate, MostUpdates);
        while (program.Run.Update < last && !program.IsStopped)
        {
            host.Cancellation.ThrowIfCancellationRequested();
            program.Train();
        }

        var loss = program.Run.Update == 0 ? "" : $", loss {NumberText.Of(double.CreateTruncating(program.Find("loss")!.ToArray(program.Run.Rows)[0]))}";
        var part = last < program.LastUpdate ? $" of {program.LastUpdate}" : "";
        host.Out.WriteLine($"ok    {name}   {program.Run.Update}{part} updates{loss}{(Divergence.IsFinite(program) ? "" : " (diverges)")}");
    }

    private void Try(string name, Action check)
    {
        try
        {
            check();
        }
        catch (Exception wrong) when (wrong is RequestException && !host.Files.Exists(name) && name.Contains('.'))
        {
            throw;
        }
        catch (Exception wrong) when (wrong is RequestException or RunException or CheckException)
        {
            Fail(wrong is RunException ? $"{name}: {wrong.Message}" : wrong.Message);
        }
    }

    private void Fail(string message)
    {
        failed++;
        host.Out.WriteLine($"wrong {message}");
    }

    private sealed class CheckException(string message) : Exception(message);
}
