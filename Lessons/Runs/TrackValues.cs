using System.Collections.Immutable;

namespace Lessons;

/// <summary>The values of a track at the end of its current update, with the updates just before at hand; anything farther comes from the probe.</summary>
internal sealed class TrackValues(Track track, Func<RunSource, Track> trackOf) : IRunValues
{
    public IRunNames Names => track.Source.Names;

    public long Update => track.Update;

    public long Epoch => track.Program.Run.Epoch;

    public bool TryGet(string name, out Tensor value)
    {
        value = track.Read(name) ?? track.Source.Facts.Read(name, track.Program)!;
        return value is not null;
    }

    public IRunValues? At(long update) =>
        update == track.Update ? this
        : track.At(update) is { } past ? new PastValues(track.Source, past)
        : track.Source.Has(update) ? track.Source.At(new(update, MomentValues.End)) : null;

    public IRunValues? Variant(string name)
    {
        if (track.Source.Family.Source(name) is not { } other) return null;
        var its = trackOf(other);
        its.MoveTo(track.Update, track.Source.Family.Cancellation);
        return new TrackValues(its, trackOf);
    }

    public ImmutableArray<double>? History(Syntax of, Func<IRunValues, double> value) => track.Source.Histories.UpTo(track.Update, of, value);

    public Tensor? Theory(string name) => track.Source.Theory.Value(name, track.Program);

    public Tensor? LargestSlopes(string layer) => track.Source.Slopes.Largest(layer, track.Program);

    /// <summary>A remembered update; what was not watched comes from the probe.</summary>
    private sealed class PastValues(RunSource source, Track.Past past) : IRunValues
    {
        private readonly IRunValues whole = source.At(new(past.Update, MomentValues.End));

        public IRunNames Names => source.Names;

        public long Update { get; } = past.Update;

        public long Epoch { get; } = past.Epoch;

        public bool TryGet(string name, out Tensor value) => past.Values.TryGetValue(name, out value!) || !source.Names.IsWritten(name) && whole.TryGet(name, out value!);

        public IRunValues? At(long update) => whole.At(update);

        public IRunValues? Variant(string name) => whole.Variant(name);

        public ImmutableArray<double>? History(Syntax of, Func<IRunValues, double> value) => source.Histories.UpTo(Update, of, value);

        public Tensor? Theory(string name) => whole.Theory(name);

        public Tensor? LargestSlopes(string layer) => whole.LargestSlopes(layer);
    }
}
