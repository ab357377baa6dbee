using Core;

namespace Sim;

/// <summary>A person's own table: looked at, planned, and put into an experiment.</summary>
internal sealed class OwnData(CommandHost host)
{
    // Bytes of text from which on, and of memory below which, what it needs is found out from its beginning and said before it is read.
    private const double LargeText = 50e6, LittleMemory = 512e6;

    private const int SampleRows = 20_000, LeastSample = 100;

    /// <summary>Neither a lesson nor a table was named.</summary>
    public static RequestException NothingNamed(string command, string otherwise = "") =>
        new($"{command} needs a LESSON: a lesson's id, an address such as xor@3:layer1.z, or a file with an experiment or a lesson; or --csv FILE, your own table{otherwise}.");

    /// <summary>What was named: a lesson or a file, your own table, or both. What was chosen for the table is said, beside the result unless told otherwise.</summary>
    /// <exception cref="RequestException">There is none, or it is wrong.</exception>
    public OpenedExperiment Open(Asked asked, TextWriter? report = null, string otherwise = "")
    {
        if (asked.Csv is not { } csv)
            return new ExperimentOpener(host).Open(
                asked.Target ?? throw NothingNamed(asked.Command, otherwise),
                asked.Variant, asked.Sets);
        var plan = Plan(Absolute(csv));
        var opened = Open(asked.Target, asked.Variant, asked.Sets, plan);
        foreach (var line in OwnDataReport.Lines(plan, asked.Language)) (report ?? host.Error).WriteLine(line);
        return opened;
    }

    /// <summary>What becomes of the table. Nothing but a bounded part of it is kept.</summary>
    /// <exception cref="RequestException">Nothing can be learnt from it: every reason found.</exception>
    public CsvPlan Plan(CsvRequest request)
    {
        try
        {
            if (Guess(request) is { } guess) host.Error.WriteLine($"sim: {request.Path}: {Afford(guess, isGuess: true)}.");
            using var text = CsvFile.Open(host, request.Path);
            var plan = CsvPlanner.Plan(CsvSurvey.Read(text, request.Delimiter, request.Every), request);
            Afford(plan, isGuess: false);
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

    /// <summary>Advice that names a field of the experiment, naming the option instead.</summary>
    public static string InWordsOfTheCommand(string message) => new[] { "missing", "task", "delimiter" }.Aggregate(message, (text, option) => text.Replace($"({option}: ", $"(--{option} ", StringComparison.Ordinal));

    /// <summary>The experiment of a lesson or file with the table instead of its data; without one, a starting experiment.</summary>
    public OpenedExperiment Open(string? lesson, string? variant, IReadOnlyList<string> sets, CsvPlan plan)
    {
        var opener = new ExperimentOpener(host);
        var opened = lesson is null ? null : opener.Open(lesson, variant);
        if (opened is null && variant is not null) throw new RequestException($"--variant {variant}: given without a LESSON; expected the lesson it is a variant of.");
        var tree = opened is null ? CsvExperiment.Tree(CsvExperiment.New(plan)) : CsvExperiment.Adapt(opened.Experiment.Source!, plan);
        string name = lesson is null ? plan.Request.Path : $"{lesson} on {plan.Request.Path}";
        var title = new Lessons.Bilingual(Path.GetFileName(plan.Request.Path), Path.GetFileName(plan.Request.Path));
        return new ExperimentOpener(host).Finish(name, new("file", title, new("", ""), tree, []), new("file", null, [], null), null, sets, "") with { At = opened?.At, Loader = Loader };
    }

    /// <summary>Reads tables, saying how far.</summary>
    public DataLoader Loader => new(path => CsvFile.Open(host, path));

    /// <summary>The path by which the table is found from anywhere.</summary>
    public CsvRequest Absolute(CsvRequest request) => Path.GetFullPath(request.Path) is var full && host.Files.Exists(full) ? request with { Path = full } : request;

    // What is wrong with a table is told when all of it has been seen.
    private CsvPlan? Guess(CsvRequest request)
    {
        using var text = CsvFile.Open(host, request.Path);
        if (text is not WatchedReader { Length: var length } watched || (length < LargeText && host.Memory > LittleMemory)) return null;
        try
        {
            var survey = CsvSurvey.Read(text, request.Delimiter, request.Every, Math.Max(LeastSample, SampleRows / request.Every));
            return CsvPlanner.Plan(survey with { Rows = (long)((double)length / watched.Position * survey.Rows) }, request);
        }
        catch (BadDataException)
        {
            return null;
        }
    }

    private string Afford(CsvPlan plan, bool isGuess)
    {
        var needs = FormattableString.Invariant($"{(isGuess ? "about " : "")}{plan.Rows:N0} rows × {plan.Width:N0} inputs, kept in {plan.RowBytes:N0} bytes a row; about {Size(plan.PeakBytes)} of memory at the highest");
        if (plan.PeakBytes <= host.Memory) return needs;
        var every = Math.Ceiling(plan.Rows / plan.RowsIn(host.Memory) * plan.Request.Every);
        var rows = double.IsFinite(every) ? FormattableString.Invariant($"Take the first row of every {every:0} (--every {every:0}), or name") : "Name";
        throw new RequestException(FormattableString.Invariant($"{plan.Request.Path}: {needs}; expected at most {Size(host.Memory)}, the memory of this machine. {rows} fewer columns (--inputs NAME,…)."));
    }

    private static string Size(double bytes) => bytes < 1e9 ? FormattableString.Invariant($"{bytes / 1e6:0} MB") : FormattableString.Invariant($"{bytes / 1e9:0.0} GB");
}
