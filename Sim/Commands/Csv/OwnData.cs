using Core;

namespace Sim;

/// <summary>A person's own table: looked at, planned, and put into an experiment.</summary>
internal sealed class OwnData(CommandHost host)
{
    // The loader's own limits come later and know less.
    private const double WorthSaying = 100e6;

    /// <summary>What becomes of the table. Nothing but a bounded part of it is kept.</summary>
    /// <exception cref="RequestException">Nothing can be learnt from it: every reason found.</exception>
    public CsvPlan Plan(CsvRequest request)
    {
        try
        {
            using var text = CsvFile.Open(host.Files, request.Path);
            var plan = CsvPlanner.Plan(CsvSurvey.Read(text, request.Delimiter), request);
            Afford(plan);
            return plan;
        }
        catch (BadDataException bad)
        {
            throw Wrong(request.Path, bad);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new RequestException($"{request.Path}: it cannot be read ({wrong.Message}); expected a readable file.");
        }
    }

    private static RequestException Wrong(string path, BadDataException bad) =>
        new($"{path}: it cannot be learnt from\n{OpenedExperiment.Indented(InWordsOfTheCommand(bad.Message))}");

    private static string InWordsOfTheCommand(string message) => new[] { "missing", "task", "delimiter" }.Aggregate(message, (text, option) => text.Replace($"({option}: ", $"(--{option} ", StringComparison.Ordinal));

    /// <summary>The experiment of a lesson or file with the table instead of its data; without one, a starting experiment.</summary>
    public OpenedExperiment Open(string? lesson, string? variant, IReadOnlyList<string> sets, CsvPlan plan)
    {
        var opener = new ExperimentOpener(host);
        var opened = lesson is null ? null : opener.Open(lesson, variant);
        if (opened is null && variant is not null) throw new RequestException($"--variant {variant}: given without a LESSON; expected the lesson it is a variant of.");
        var tree = opened is null ? CsvExperiment.Tree(CsvExperiment.New(plan)) : CsvExperiment.Adapt(opened.Experiment.Source!, plan);
        string name = lesson is null ? plan.Request.Path : $"{lesson} on {plan.Request.Path}";
        var title = new Lessons.Bilingual(Path.GetFileName(plan.Request.Path), Path.GetFileName(plan.Request.Path));
        return new ExperimentOpener(host).Finish(name, new("file", title, new("", ""), tree, []), new("file", null, [], null), null, sets, "") with { At = opened?.At };
    }

    /// <summary>The path by which the table is found from anywhere.</summary>
    public CsvRequest Absolute(CsvRequest request) => Path.GetFullPath(request.Path) is var full && host.Files.Exists(full) ? request with { Path = full } : request;

    private void Afford(CsvPlan plan)
    {
        if (plan.PeakBytes < WorthSaying) return;
        double there = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var needs = FormattableString.Invariant($"{plan.Rows:N0} rows × {plan.Width:N0} inputs × 8 bytes = {plan.Bytes / 1e9:0.0#} GB as numbers, about {plan.PeakBytes / 1e9:0.0#} GB while it is read, split, scaled and learnt");
        if (plan.PeakBytes > there)
            throw new RequestException(FormattableString.Invariant($"{plan.Request.Path}: {needs}; expected at most {there / 1e9:0.0#} GB, the memory of this machine. Give fewer rows, or name fewer columns with --inputs."));
        host.Error.WriteLine($"sim: {plan.Request.Path}: {needs}.");
    }
}
