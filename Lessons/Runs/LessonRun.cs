using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>
/// One run of a lesson (its own or a variant's): the visible timeline with its moves, and the values that texts, questions and breakpoints ask for.
/// Values of other moments and of other variants come from programs of their own, so asking never moves what is seen.
/// </summary>
public sealed class LessonRun
{
    /// <summary>How many updates a search looks at unless told otherwise.</summary>
    public const long UsualBound = 1_000_000;

    private readonly RunSource source;
    private readonly Moves moves;

    internal LessonRun(Lesson lesson, string? variant, RunSource source)
    {
        (Lesson, Variant, this.source) = (lesson, variant, source);
        Timeline = new Timeline<float>(source.NewProgram());
        moves = new Moves(Timeline);
        Values = new MomentValues(source, Timeline);
    }

    /// <summary>The lesson.</summary>
    public Lesson Lesson { get; }

    /// <summary>The variant's id; null: the lesson's own run.</summary>
    public string? Variant { get; }

    /// <summary>What is run, changes included.</summary>
    public Experiment Experiment => source.Experiment;

    /// <summary>The samples.</summary>
    public RunData Data => source.Data;

    /// <summary>The visible timeline; it may also be moved directly.</summary>
    public Timeline<float> Timeline { get; }

    /// <summary>Where the run is.</summary>
    public Moment Now => Timeline.Now;

    /// <summary>Where the run is, as it can be written down.</summary>
    public Position Here => Timeline.IsAtUpdateEnd || Timeline.Current is null ? new UpdatePosition(Now.Update) : new ValuePosition(Now.Update, Timeline.Current.Name);

    /// <summary>The name of every value, in the order a learner meets them.</summary>
    public IRunNames Names => source.Names;

    /// <summary>Whether a step writes that value, or it is a weight or bias: what a learner can stand on.</summary>
    public bool IsWritten(string name) => source.Names.IsWritten(name);

    /// <summary>The values wherever the visible timeline is.</summary>
    public IRunValues Values { get; }

    /// <summary>The values at a moment, without moving the visible timeline.</summary>
    public IRunValues ValuesAt(Moment moment) => source.At(moment);

    /// <summary>The update after which the run ends unless it stops before.</summary>
    public long LastUpdate => source.LastUpdate;

    /// <summary>The moments just after each step of an update: name, phase and number, in order.</summary>
    public ImmutableArray<(string Name, Phase Phase)> Steps => moves.Steps();

    /// <summary>To a position. <c>until</c> starts with the end of the update it stands in.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="cancellation">Stops a long way; the run then stands where it stood.</param>
    /// <param name="bound">How many updates <c>until</c> looks at.</param>
    /// <param name="progress">Told from time to time how far a search has come.</param>
    public Arrival Go(Position to, CancellationToken cancellation = default, long bound = UsualBound, Action<long>? progress = null) => Moved(cancellation, () => to switch
    {
        UpdatePosition update => ToUpdate(update.Update),
        ValuePosition value => ToValue(value),
        EpochPosition epoch => ToEpoch(epoch.Epoch),
        EndPosition => Seek(LastUpdate),
        UntilPosition until => Until(until.Condition, Timeline.Now.Update, bound, progress),
        _ => throw new ArgumentOutOfRangeException(nameof(to), to, "no such position"),
    });

    /// <summary>On to the next end of an update, after this one, at which a condition holds.</summary>
    public Arrival Continue(Expression until, CancellationToken cancellation = default, long bound = UsualBound, Action<long>? progress = null) =>
        Moved(cancellation, () => Until(until, Timeline.IsAtUpdateEnd ? Timeline.Now.Update + 1 : Timeline.Now.Update, bound, progress));

    /// <summary>Back to the last end of an update before this moment at which a condition held.</summary>
    public Arrival Back(Expression to, CancellationToken cancellation = default, Action<long>? progress = null) => Moved(cancellation, () =>
    {
        var (found, error) = new Search(source, to).Last(0, Timeline.Now.Update - 1, progress);
        if (error is not null) return new(Now, ArrivalKind.Wrong, error.ToString());
        return found is { } update ? Seek(update) : new(Now, ArrivalKind.NotFound, $"`{to}` holds at no end of an update before this one");
    });

    /// <summary>
    /// To the nearest step, ahead or behind, at which one of the conditions begins to hold: it holds just after the step and did not just before it.
    /// </summary>
    /// <param name="conditions">Breakpoints.</param>
    /// <param name="back">Whether to look behind.</param>
    /// <param name="cancellation">Stops a long way; the run then stands where it stood.</param>
    /// <param name="progress">Told from time to time how far a search has come.</param>
    /// <returns>How it ended, and which condition was met; −1: none.</returns>
    public (Arrival Arrival, int Met) ToBreak(IReadOnlyList<Expression> conditions, bool back, CancellationToken cancellation = default, Action<long>? progress = null)
    {
        var met = -1;
        var arrival = Moved(cancellation, () =>
        {
            Moment? best = null;
            for (var k = 0; k < conditions.Count; k++)
            {
                var search = new BreakSearch(source, conditions[k]);
                var last = best?.Update ?? (Now.Update > long.MaxValue - UsualBound ? long.MaxValue : Now.Update + UsualBound);
                var found = TextException.Catch(() => new Found(back ? search.Previous(Now, progress) : search.Next(Now, last, progress)));
                if (!found.Ok) return new(Now, ArrivalKind.Wrong, found.Error.ToString());
                if (found.Value.At is not { } at || best is { } known && (back ? at.CompareTo(known) <= 0 : at.CompareTo(known) >= 0)) continue;
                (best, met) = (at, k);
            }
            if (best is not { } there) return new(Now, ArrivalKind.NotFound, "no condition begins to hold there");
            Timeline.Stand(there, cancellation);
            return new(Now, ArrivalKind.Arrived);
        });
        return (arrival, arrival.Ok ? met : -1);
    }

    /// <summary>So many steps of the ladder on, or back (negative). False if the run's end or beginning was reached before.</summary>
    public bool MoveBy(Ladder level, int count, CancellationToken cancellation = default)
    {
        var before = Now;
        try { return moves.By(level, count, cancellation); }
        catch (OperationCanceledException)
        {
            Timeline.Stand(before);
            return false;
        }
    }

    /// <summary>The first moment after <paramref name="from"/> just after a value was written; null if the run does not write it again.</summary>
    public Moment? NextWritten(Moment from, string name)
    {
        if (!source.Names.IsWritten(name)) return null;
        if (from.Update > 0 && source.Written(from.Update, name) is { } here && here.CompareTo(from) > 0) return here;
        var last = Math.Min(LastUpdate, from.Update + 10_000); // Evaluations come once an epoch.
        for (var update = from.Update + 1; update <= last && source.Has(update); update++)
            if (source.Written(update, name) is { } next) return next;
        return null;
    }

    /// <summary>The runs of a sweep of this one; null with the problems reported if a value cannot be used.</summary>
    public SweepGridRunner? Sweep(Sweep sweep, Problems problems) =>
        SweepGridRunner.Prepare(Experiment, sweep.Over, sweep.By, sweep.Updates, [.. sweep.Shows.Select(show => show.Value)], source.Family.Loader, problems);

    private sealed record Found(Moment? At);

    private Arrival Moved(CancellationToken cancellation, Func<Arrival> move)
    {
        var before = Now;
        source.Family.Cancellation = cancellation;
        try
        {
            var arrival = move();
            if (!arrival.Ok && Now != before) Timeline.Stand(before);
            return arrival with { At = Now };
        }
        catch (OperationCanceledException)
        {
            Timeline.Stand(before);
            return new(Now, ArrivalKind.Cancelled, "stopped on the way");
        }
        finally
        {
            source.Family.Cancellation = default;
        }
    }

    private Arrival ToUpdate(long update) =>
        update > LastUpdate ? Outside($"update {update}") : Seek(update);

    private Arrival Seek(long update)
    {
        Timeline.SeekUpdate(update, source.Family.Cancellation);
        return Now.Update == update || update == LastUpdate ? new(Now, ArrivalKind.Arrived) : Outside($"update {update}");
    }

    private Arrival ToValue(ValuePosition to)
    {
        if (!source.Has(to.Update)) return Outside($"update {to.Update}");
        return Timeline.Seek(to.Update, to.Name, source.Family.Cancellation)
            ? new(Now, ArrivalKind.Arrived)
            : new(Now, ArrivalKind.NotWritten, $"update {to.Update} does not write {to.Name}");
    }

    private Arrival ToEpoch(long epoch)
    {
        var update = moves.LastUpdateOf(epoch, source.NewProgram());
        return update is null ? Outside($"epoch {epoch}") : Seek(update.Value);
    }

    private Arrival Until(Expression condition, long from, long bound, Action<long>? progress)
    {
        var to = Math.Min(LastUpdate, bound > long.MaxValue - from ? long.MaxValue : from + bound);
        var (found, looked, error) = new Search(source, condition).First(from, to, progress);
        if (error is not null) return new(Now, ArrivalKind.Wrong, error.ToString());
        if (found is { } update) return Seek(update);
        return new(Now, ArrivalKind.NotFound, looked >= LastUpdate || looked < to
            ? $"`{condition}` does not hold from update {from} to the end of the run, update {looked}"
            : $"`{condition}` does not hold from update {from} to {looked}; the search stops after {bound} updates");
    }

    private Arrival Outside(string what) => new(Now, ArrivalKind.OutsideRun,
        $"{what} is outside the run, which {(Timeline.Program.IsStopped ? $"stops by itself after update {Now.Update}" : $"has {LastUpdate} updates")}");
}
