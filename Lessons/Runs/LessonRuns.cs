using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>What came of starting a lesson.</summary>
/// <param name="Runs">The runs; null when anything is wrong.</param>
/// <param name="Problems">Everything that is wrong with the changes that were asked for.</param>
public sealed record LessonStart(LessonRuns? Runs, Problems Problems);

/// <summary>A lesson being run: its own run and those of its variants, and the moments of its scenes. A variant is compiled when it is first asked for.</summary>
public sealed class LessonRuns
{
    private readonly RunFamily family;
    private readonly Dictionary<string, LessonRun> runs = [];
    private readonly SceneMoment?[] scenes;

    private LessonRuns(Lesson lesson, IEnumerable<string> settings, RunFamily family)
    {
        (Lesson, Settings, this.family) = (lesson, [.. settings], family);
        scenes = new SceneMoment?[lesson.Scenes.Length];
    }

    /// <summary>The lesson.</summary>
    public Lesson Lesson { get; }

    /// <summary>Changes made to every run, <c>KEY=VALUE</c>.</summary>
    public ImmutableArray<string> Settings { get; }

    /// <summary>Starts a lesson.</summary>
    /// <param name="lesson">Which.</param>
    /// <param name="settings">Changes as with <c>--set</c>, made to the lesson's run and to every variant.</param>
    /// <param name="loader">Opens data files; none can be read when null.</param>
    /// <param name="limits">How large the experiment may be.</param>
    public static LessonStart Start(Lesson lesson, IEnumerable<string>? settings = null, DataLoader? loader = null, ExperimentLimits? limits = null)
    {
        string[] changes = [.. settings ?? []];
        var problems = new Problems();
        var experiments = new Dictionary<string, Experiment>();
        Add(RunFamily.Own, lesson.Experiment);
        foreach (var variant in lesson.Variants) Add(variant.Id, variant.Experiment);
        if (!problems.None) return new(null, problems);
        var family = new RunFamily(experiments, [.. lesson.Variants.Select(variant => variant.Id)], loader ?? DataLoader.WithoutFiles);
        return new(new(lesson, changes, family), problems);

        void Add(string name, Experiment experiment)
        {
            if (changes.Length == 0 || experiment.Source is null)
            {
                experiments[name] = experiment;
                return;
            }
            var changed = ExperimentReader.Read(experiment.Source, changes, limits);
            if (changed.Experiment is not null) experiments[name] = changed.Experiment;
            else if (problems.None) foreach (var problem in changed.Problems) problems.Add(problem); // The variants' would be the same again.
        }
    }

    /// <summary>The run of a variant; null: the lesson's own.</summary>
    /// <exception cref="ArgumentException">There is no such variant.</exception>
    /// <exception cref="BadDataException">Its data cannot be used.</exception>
    /// <exception cref="RunException">Its data cannot be read.</exception>
    public LessonRun Of(string? variant)
    {
        var name = variant ?? RunFamily.Own;
        if (runs.TryGetValue(name, out var run)) return run;
        var source = family.Source(name) ?? throw new ArgumentException($"{Lesson.Id} has no variant {variant}; it has {string.Join(", ", family.Variants)}", nameof(variant));
        return runs[name] = new LessonRun(Lesson, variant, source);
    }

    /// <summary>The text that leads anybody to where a run is now.</summary>
    public Address AddressOf(LessonRun run) => new(Lesson.Id, run.Variant,
        [.. Settings.Select(setting => setting.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0].Trim(), parts[1].Trim()))], run.Here);

    /// <summary>Moves the run of a scene to the scene's moment.</summary>
    /// <param name="index">The scene, from 0.</param>
    /// <param name="cancellation">Stops a long way.</param>
    public Arrival GoToScene(int index, CancellationToken cancellation = default)
    {
        var run = Of(Lesson.Scenes[index].Variant);
        if (scenes[index] is { } known)
        {
            run.Timeline.Stand(known.At, cancellation);
            return new(run.Now, ArrivalKind.Arrived);
        }
        return Find(index, run, cancellation);
    }

    /// <summary>The moment of a scene. Null if it cannot be reached. What is seen does not move.</summary>
    public SceneMoment? Scene(int index)
    {
        if (scenes[index] is null) Unseen(() => GoToScene(index));
        return scenes[index];
    }

    /// <summary>The values at a scene's moment, wherever the visible run is; null if it cannot be reached.</summary>
    public IRunValues? ValuesAt(int index) => Scene(index) is { } scene ? Of(scene.Variant).ValuesAt(scene.At) : null;

    // The first way to a scene is gone with the visible runs, which then return to where they were.
    private Arrival Unseen(Func<Arrival> move)
    {
        var before = runs.Values.Select(run => (run, run.Now)).ToArray();
        var arrival = move();
        foreach (var (run, now) in before) run.Timeline.Stand(now);
        return arrival;
    }

    private Arrival Find(int index, LessonRun run, CancellationToken cancellation)
    {
        var (scene, before) = (Lesson.Scenes[index], run.Now);
        var start = StartOf(index, run, cancellation);
        if (!start.Ok) return start;
        var arrival = start;
        if (scene.At is { } at) arrival = run.Go(at.Value, cancellation);
        if (arrival.Ok && scene.Until is { } until) arrival = run.Go(new UntilPosition(until.Value), cancellation);
        if (arrival.Ok && scene.Steps != 0 && !run.MoveBy(scene.Per, scene.Steps, cancellation))
            arrival = cancellation.IsCancellationRequested
                ? new(run.Now, ArrivalKind.Cancelled, "stopped on the way")
                : new(run.Now, ArrivalKind.OutsideRun, $"{scene.Steps} {scene.Per.ToString().ToLowerInvariant()} steps lead out of the run");
        if (arrival.Ok) scenes[index] = new(scene.Variant, run.Now);
        else run.Timeline.Stand(before);
        return arrival with { At = run.Now };
    }

    // Where the scene before is; in another run at the end of the same update.
    private Arrival StartOf(int index, LessonRun run, CancellationToken cancellation)
    {
        if (index == 0 || Lesson.Scenes[index].At is { Value: not UntilPosition })
        {
            run.Timeline.Stand(Moment.Start);
            return new(run.Now, ArrivalKind.Arrived);
        }
        var from = Lesson.Scenes[index - 1].Variant;
        if (scenes[index - 1] is null)
        {
            var arrival = Unseen(() => GoToScene(index - 1, cancellation));
            if (!arrival.Ok) return arrival with { Message = $"the scene before cannot be reached: {arrival.Message}" };
        }
        var at = scenes[index - 1]!.At;
        run.Timeline.Stand(from == run.Variant || at.Update == 0 ? at : new(at.Update, MomentValues.End), cancellation);
        return new(run.Now, ArrivalKind.Arrived);
    }
}

/// <summary>Where a scene is.</summary>
/// <param name="Variant">Of which run; null: the lesson's own.</param>
/// <param name="At">At which moment.</param>
public sealed record SceneMoment(string? Variant, Moment At);
