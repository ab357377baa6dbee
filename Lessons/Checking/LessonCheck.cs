using Core;

namespace Lessons;

/// <summary>Checks one lesson by running it.</summary>
internal sealed class LessonCheck(Lesson lesson, ITextFit fit, DataLoader? loader, CheckNotes notes, CancellationToken cancellation)
{
    /// <summary>Longest run of a lesson.</summary>
    private const long MostUpdates = 1_000_000;

    private readonly LessonRuns runs = LessonRuns.Start(lesson, loader: loader).Runs!;
    private readonly Dictionary<string, LessonRun?> usable = [];
    private readonly bool[] reached = new bool[lesson.Scenes.Length];

    public void All()
    {
        var texts = new TextCheck(fit);
        texts.Heading(lesson.Title, Report(null));
        texts.Pages(lesson.Summary, Report(null));
        texts.Pages(lesson.Sandbox, Report(null));
        foreach (var variant in lesson.Variants)
        {
            texts.Heading(variant.Title, Report(null));
            Usable(variant.Id, lesson.Place);
        }
        if (Usable(null, lesson.Place) is null) return;
        for (var index = 0; index < lesson.Scenes.Length; index++) Scene(index, texts);
        foreach (var claim in lesson.Claims) Claim(claim, texts);
        if (reached[^1] && runs.ValuesAt(lesson.Scenes.Length - 1) is { } last) texts.Spoken(lesson.Takeaway, last, Report(null));
    }

    private void Scene(int index, TextCheck texts)
    {
        cancellation.ThrowIfCancellationRequested();
        var scene = lesson.Scenes[index];
        var report = Report(scene.Id);
        if (IsUnknown(scene.Variant) || IsUnknown(scene.Compare) || Usable(scene.Variant, scene.Place) is not { } run) return;
        var before = notes.Count;
        new SceneNames(scene, run, lesson, report).All();
        var isSound = notes.Count == before;
        texts.Heading(scene.Title, report);
        var followsLost = index > 0 && !reached[index - 1] && scene.At is null or { Value: UntilPosition };
        if (!isSound || followsLost) return;
        var arrival = runs.GoToScene(index, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!arrival.Ok)
        {
            report("scene", new((scene.At?.Place ?? scene.Until?.Place) ?? scene.Place, $"the scene {scene.Id}", "a moment that the run reaches", arrival.Message));
            return;
        }
        notes.Scenes++;
        reached[index] = true;
        var values = runs.ValuesAt(index)!;
        texts.Spoken(scene.Text, values, report);
        texts.Values(scene.Notes, values, report);
        foreach (var figure in scene.Figures) Figure(figure, values, texts, report);
        if (scene.Ask is null) return;
        texts.Question(scene.Ask, values, report);
        notes.Questions++;
        notes.Answers += new QuestionCheck(runs, index, report).All();
    }

    private static void Figure(Figure figure, IRunValues values, TextCheck texts, Report report)
    {
        texts.SpokenLine(figure.Title, values, report);
        texts.SpokenLine(figure.Note, values, report);
        foreach (var text in FigureExpressions.Texts(figure).Skip(2)) texts.Values(text, values, report);
        var shown = FigureEvaluator.Evaluate(figure, values, problem => report("figure", problem));
        if (shown.IsEmpty && shown.Missing.IsEmpty) report("figure", new(figure.Place, "a figure without a single value", "something to draw at the scene's moment"));
    }

    private void Claim(Claim claim, TextCheck texts)
    {
        cancellation.ThrowIfCancellationRequested();
        var report = Report(null);
        if (IsUnknown(claim.Variant) || Usable(claim.Variant, claim.Holds.Place) is not { } run) return;
        var before = notes.Count;
        if (claim.At.Value.Check(run.Names) is { } position) report("position", position.At(claim.At.Place));
        if (claim.Holds.Value.CheckCondition(run.Names).Error is { } condition) report("expression", condition.At(claim.Holds.Place));
        if (notes.Count > before) return;
        run.Go(Position.Start);
        var arrival = run.Go(claim.At.Value, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!arrival.Ok)
        {
            report("claim", new(claim.At.Place, $"the moment `{claim.At}`", "a moment that the run reaches", arrival.Message));
            return;
        }
        notes.Claims++;
        texts.Spoken(claim.Text, run.Values, report);
        var holds = claim.Holds.Value.Holds(run.Values);
        if (holds.Ok) notes.Measured.Add(new(lesson.Id, claim, Said(claim.Text, run.Values), run.Here.ToString(), holds.Value, new ClaimNumbers(claim.Holds.Value, run.Values).Parts()));
        if (!holds.Ok) report("claim", holds.Error.At(claim.Holds.Place));
        else if (!holds.Value) report("claim", new(claim.Holds.Place, $"`{claim.Holds}`, which does not hold at {run.Here}{(claim.Variant is null ? "" : $" of {claim.Variant}")}", "a claim that holds", "correct the claim or the experiment"));
    }

    private static Text Said(Text text, IRunValues values) => new(text.In(Language.English, values), text.In(Language.Chinese, values));

    // A variant of an unknown name is reported by the reader.
    private bool IsUnknown(string? variant) => variant is not null && lesson.Variant(variant) is null;

    private LessonRun? Usable(string? variant, Core.Place place)
    {
        if (usable.TryGetValue(variant ?? "", out var known)) return known;
        try
        {
            var run = runs.Of(variant);
            if (run.LastUpdate <= MostUpdates) return usable[variant ?? ""] = run;
            Report(null)("length", new(place, $"a run of {run.LastUpdate} updates{Of(variant)}", $"at most {MostUpdates} updates", "shorten it: every moment of a lesson is to be reached while somebody waits"));
        }
        catch (Exception wrong) when (wrong is BadDataException or RunException or IOException)
        {
            Report(null)("data", new(place, $"data that cannot be used{Of(variant)}", "data the experiment can be run on", wrong.Message.Replace('\n', ' ')));
        }
        return usable[variant ?? ""] = null;
    }

    private static string Of(string? variant) => variant is null ? "" : $" in variant {variant}";

    private Report Report(string? scene) => (rule, problem) => notes.Add(new Finding(rule, problem, lesson.Id, scene));
}

/// <summary>Takes one problem.</summary>
internal delegate void Report(string rule, Problem problem);
