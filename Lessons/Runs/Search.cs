namespace Lessons;

/// <summary>Looks for the ends of updates at which a condition holds, on runs of its own: the visible one is not moved.</summary>
internal sealed class Search
{
    private readonly RunSource source;
    private readonly Expression condition;
    private readonly Watched watched;
    private readonly Dictionary<RunSource, Track> tracks = [];
    private readonly TrackValues values;

    public Search(RunSource source, Expression condition)
    {
        (this.source, this.condition, watched) = (source, condition, Watched.By(condition));
        values = new TrackValues(TrackOf(source), TrackOf);
    }

    /// <summary>The first update from <paramref name="from"/> to <paramref name="to"/> (or the end of the run) at whose end the condition holds.</summary>
    public (long? Found, long Looked, TextError? Error) First(long from, long to, Action<long>? progress = null)
    {
        var track = TrackOf(source);
        for (var update = from; update <= to; update++)
        {
            if (update % 4096 == 0) progress?.Invoke(update);
            track.MoveTo(update, source.Family.Cancellation);
            if (track.Update < update) return (null, track.Update, null);
            var holds = condition.Holds(values);
            if (holds.Ok && holds.Value) return (update, update, null);
            if (holds.Error is { NotYet: false } error) return (null, update, error);
        }
        return (null, to, null);
    }

    /// <summary>The last update from <paramref name="from"/> to <paramref name="to"/> at whose end the condition holds.</summary>
    public (long? Found, TextError? Error) Last(long from, long to, Action<long>? progress = null)
    {
        long? last = null;
        while (from <= to)
        {
            var (found, _, error) = First(from, to, progress);
            if (error is not null) return (null, error);
            if (found is null) break;
            (last, from) = (found, found.Value + 1);
        }
        return (last, null);
    }

    private Track TrackOf(RunSource of)
    {
        if (!tracks.TryGetValue(of, out var track)) tracks[of] = track = new Track(of, watched);
        return track;
    }
}
