using System.Collections.Immutable;

namespace Lessons;

/// <summary>Numbers after every update of a run, from runs of their own that only go forward: what was asked once is remembered.</summary>
internal sealed class Histories(RunSource source)
{
    private readonly Dictionary<Syntax, Record> records = [];

    /// <summary>The values after updates 0 to <paramref name="last"/>; null if these are too many.</summary>
    public ImmutableArray<double>? UpTo(long last, Syntax of, Func<IRunValues, double> value)
    {
        if (last > IRunValues.LongestHistory) return null;
        if (!records.TryGetValue(of, out var record)) records[of] = record = new(source, of);
        return record.UpTo(last, value);
    }

    private sealed class Record
    {
        private readonly Dictionary<RunSource, Track> tracks = [];
        private readonly List<double> known = [];
        private readonly RunSource source;
        private readonly Watched watched;
        private readonly TrackValues values;

        public Record(RunSource source, Syntax of)
        {
            (this.source, watched) = (source, Watched.By(of));
            values = new TrackValues(TrackOf(source), TrackOf);
        }

        public ImmutableArray<double> UpTo(long last, Func<IRunValues, double> value)
        {
            var track = TrackOf(source);
            while (known.Count <= last)
            {
                track.MoveTo(known.Count, source.Family.Cancellation);
                if (track.Update < known.Count) break;
                known.Add(value(values));
            }
            return [.. known.Take((int)last + 1)];
        }

        private Track TrackOf(RunSource of)
        {
            if (!tracks.TryGetValue(of, out var track)) tracks[of] = track = new Track(of, watched);
            return track;
        }
    }
}
