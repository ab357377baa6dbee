using System.Collections.Immutable;
using Core;
using Lessons;

namespace Sim;

/// <summary>One way of running the lesson: its settings, and what it is called.</summary>
/// <param name="Runs">The runs with these settings.</param>
/// <param name="Variant">Which of them is seen; null: the lesson's own.</param>
/// <param name="Settings">Changes as typed, for addresses.</param>
/// <param name="Title">What was changed; empty: nothing.</param>
internal sealed record Fork(LessonRuns Runs, string? Variant, ImmutableArray<string> Settings, Phrase Title)
{
    public LessonRun Run => Runs.Of(Variant);
}

/// <summary>The open lesson as the engine has it. Used by one thread at a time.</summary>
internal sealed class EngineLesson
{
    private readonly Dictionary<LessonRun, LossHistory> _losses = [];
    private readonly List<Fork> _before = [];
    private readonly PictureMemory _memory = new();
    private readonly Dictionary<int, Moment> _moments = [];
    private LessonRun? _other;
    private (int First, int Second) _inputs = (0, 1);
    private Phrase _otherTitle = Phrase.Empty;
    private FirstDifference? _first;

    public EngineLesson(Lesson lesson, LessonBook book, DataLoader loader, Fork start)
    {
        (Lesson, Book, Loader, Now) = (lesson, book, loader, start);
        Listen(start.Run);
    }

    public Lesson Lesson { get; }

    public LessonBook Book { get; }

    public DataLoader Loader { get; }

    /// <summary>The run that is seen.</summary>
    public Fork Now { get; private set; }

    public LessonRun Run => Now.Run;

    /// <summary>The scene the lesson is at; −1: none yet.</summary>
    public int Scene { get; private set; } = -1;

    public bool CanUndo => _before.Count > 0;

    /// <summary>The run before the last change.</summary>
    public Fork? Before => _before.LastOrDefault();

    /// <summary>Shows another fork at the same moment; the one before can be had back.</summary>
    public void Branch(Fork fork, CancellationToken cancellation)
    {
        var at = Run.Now;
        _before.Add(Now);
        Show(fork, at, cancellation);
    }

    public void Undo(CancellationToken cancellation)
    {
        var (fork, at) = (_before[^1], Run.Now);
        _before.RemoveAt(_before.Count - 1);
        if (_other == fork.Run) Compare(null, Phrase.Empty, cancellation);
        Show(fork, at, cancellation);
    }

    /// <summary>Another variant of the same fork, at the same moment unless told otherwise.</summary>
    public void ShowVariant(string? variant, CancellationToken cancellation)
    {
        var at = Run.Now;
        Show(Now with { Variant = variant }, at, cancellation);
    }

    /// <summary>To a scene, in the lesson as written: changes are left behind.</summary>
    public Arrival EnterScene(int index, CancellationToken cancellation)
    {
        var original = _before.FirstOrDefault() ?? Now;
        var scene = Lesson.Scenes[index];
        // The way there is part of the loss curve, also in runs of the scenes before.
        foreach (string? variant in Lesson.Scenes.Take(index + 1).Select(each => each.Variant).Distinct()) Listen(original.Runs.Of(variant));
        var arrival = original.Runs.GoToScene(index, cancellation);
        if (!arrival.Ok) return arrival;
        _before.Clear();
        Now = original with { Variant = scene.Variant };
        Listen(Run);
        Scene = index;
        _moments[index] = Run.Now;
        Compare(scene.Compare is { } other && other != scene.Variant ? Now.Runs.Of(other) : null, scene.Compare is { } id ? TitleOf(id) : Phrase.Empty, cancellation);
        return arrival;
    }

    /// <summary>Puts a run beside this one, or none.</summary>
    public void Compare(LessonRun? other, Phrase title, CancellationToken cancellation)
    {
        (_other, _otherTitle, _first) = (other, title, null);
        if (other is not null) Listen(other);
        Follow(cancellation);
    }

    /// <summary>Brings the run beside this one to the same moment.</summary>
    public void Follow(CancellationToken cancellation = default)
    {
        if (_other is null || _other == Run) return;
        var now = Run.Now;
        if (now == Moment.Start) _other.Timeline.SeekUpdate(0, cancellation);
        else if (Run.Timeline.IsAtUpdateEnd) _other.Timeline.SeekUpdate(now.Update, cancellation);
        else if (!_other.Timeline.Seek(now.Update, Run.Timeline.Current!.Name, cancellation)) _other.Timeline.SeekUpdate(now.Update, cancellation);
        _first ??= FirstDifferenceSearch.Find(Run.Timeline, _other.Timeline, Math.Min(now.Update, _other.Now.Update), cancellation);
    }

    public Phrase TitleOf(string? variant) => variant is null ? Phrase.Empty : Lesson.Variant(variant) is { } known ? Phrase.Of(known.Title) : Phrase.Same(variant);

    /// <summary>Where it stands, to be brought back there.</summary>
    public EngineMark Mark(ImmutableArray<string> pictures) => new(this, Now, [.. _before], Scene, Run.Now, _other, _otherTitle, _first, pictures);

    public void Return(EngineMark mark, CancellationToken cancellation)
    {
        _before.Clear();
        _before.AddRange(mark.Before);
        (Scene, _other, _otherTitle, _first) = (mark.Scene, mark.Other, mark.OtherTitle, mark.First);
        Show(mark.Now, mark.At, cancellation);
    }

    /// <summary>Another pair of inputs for the decision boundary: each with each later one, in order, and round again.</summary>
    public void ChooseInputs(int by)
    {
        int width = Run.Data.Train.Width;
        (int First, int Second)[] pairs = [.. Enumerable.Range(0, width).SelectMany(first => Enumerable.Range(first + 1, width - first - 1).Select(second => (first, second)))];
        if (pairs.Length > 0) _inputs = pairs[(Math.Max(0, Array.IndexOf(pairs, _inputs)) + by + pairs.Length) % pairs.Length];
    }

    /// <summary>A copy of everything that is drawn.</summary>
    /// <param name="pictures">Pictures to compute.</param>
    /// <param name="cancellation">Ends the work on pictures; those that are not done say so.</param>
    /// <param name="progress">Told the share done of a picture that takes long.</param>
    /// <param name="grows">Told the name of a picture that grows, and how to look at it; null: such pictures are left for later.</param>
    public EngineState State(IEnumerable<string> pictures, CancellationToken cancellation = default, Action<double>? progress = null, Action<string, Func<object>>? grows = null)
    {
        // A move that was stopped is shown with all its pictures.
        if (cancellation.IsCancellationRequested) cancellation = default;
        var view = RunView.Of(Run.Timeline, Losses(Run));
        var other = _other is null || _other == Run ? null : RunView.Of(_other.Timeline, Losses(_other));
        var title = Title;
        var source = new PictureSource(view, Run, other, _other == Run ? null : _other, title, _otherTitle, Scene >= 0 ? Lesson.Scenes[Scene] : null) { Memory = _memory, Cancellation = cancellation, Progress = progress, Inputs = _inputs };
        var data = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (string name in pictures)
            if (Made(name, source with { ComesLater = grows is null, Grows = look => grows?.Invoke(name, look) }) is { } made) data[name] = made;
        return new EngineState(view, Now.Variant, title, other, _otherTitle, _first, _before.Count, AddressText, data.ToImmutable(), Moments(view.Steps));
    }

    private static object? Made(string name, PictureSource source)
    {
        try { return PictureRegistry.Find(name)?.From(source); }
        catch (OperationCanceledException) { return PictureStopped.Instance; }
    }

    public Phrase Title => (TitleOf(Now.Variant), Now.Title) switch
    {
        var (variant, changed) when changed.IsEmpty => variant,
        var (variant, changed) when variant.IsEmpty => changed,
        var (variant, changed) => new(variant.En + ", " + changed.En, variant.Zh + "，" + changed.Zh),
    };

    /// <summary>The address of this moment.</summary>
    public Address Address => new(
        Address.IsId(Lesson.Id) ? Lesson.Id : "file", Now.Variant,
        [.. Now.Settings.Select(setting => setting.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0].Trim(), parts[^1].Trim()))
            .GroupBy(pair => pair.Key).Select(group => group.Last())],
        At());

    private string AddressText => Address.ToString();

    private Position At() => Run.Now == Moment.Start || Run.Timeline.Current is not { } step ? new UpdatePosition(Run.Now.Update)
        : Run.Timeline.IsAtUpdateEnd ? new UpdatePosition(Run.Now.Update) : new ValuePosition(Run.Now.Update, step.Name);

    private void Show(Fork fork, Moment at, CancellationToken cancellation)
    {
        Now = fork;
        Listen(Run);
        Run.Timeline.Seek(at, cancellation);
        if (at == Moment.Start) Run.Timeline.SeekUpdate(0, cancellation);
        Follow(cancellation);
    }

    private void Listen(LessonRun run)
    {
        if (!_losses.ContainsKey(run)) _losses[run] = new LossHistory(run.Timeline);
    }

    private LossRecord Losses(LessonRun run) => _losses[run].Record;

    // Only scenes of the run that is seen, and only what is known without training: a scene's moment is found when it is entered.
    private ImmutableArray<Moment?> Moments(ImmutableArray<StepInfo> steps)
    {
        var moments = ImmutableArray.CreateBuilder<Moment?>();
        for (int k = 0; k < Lesson.Scenes.Length; k++)
            moments.Add(_moments.TryGetValue(k, out var known) && Lesson.Scenes[k].Variant == Now.Variant ? known : SceneGuess.Of(Lesson.Scenes[k], Now.Variant, Run.LastUpdate, steps));
        return moments.ToImmutable();
    }
}
