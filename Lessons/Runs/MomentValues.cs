using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>The values of a run at one moment, or wherever its timeline is (<paramref name="fixedAt"/> null).</summary>
internal sealed class MomentValues(RunSource source, Timeline<float> timeline, Moment? fixedAt = null) : IRunValues
{
    /// <summary>A step number that means the end of the update.</summary>
    public const int End = int.MaxValue;

    public IRunNames Names => source.Names;

    public long Update => Stand().Now.Update;

    public long Epoch => Stand().Program.Run.Epoch;

    public bool TryGet(string name, out Tensor value)
    {
        var at = Stand();
        value = ValueReader.IsWritten(at, source.Names, name) ? ValueReader.Read(at.Program, name) : source.Facts.Read(name, at.Program)!;
        return value is not null;
    }

    public IRunValues? At(long update) => source.Has(update) ? source.At(new(update, End)) : null;

    public IRunValues? Variant(string name)
    {
        if (source.Family.Source(name) is not { } other) return null;
        var at = Stand();
        var update = Math.Min(at.Now.Update, other.LastUpdate);
        return other.At(at.IsAtUpdateEnd || at.Current is null ? new(update, End) : other.Written(update, at.Current.Name) ?? new(update, End));
    }

    // The update in progress is not finished.
    public ImmutableArray<double>? History(Syntax of, Func<IRunValues, double> value)
    {
        var at = Stand();
        return source.Histories.UpTo(at.IsAtUpdateEnd ? at.Now.Update : at.Now.Update - 1, of, value);
    }

    public Tensor? Theory(string name) => source.Theory.Value(name, Stand().Program);

    public Tensor? LargestSlopes(string layer) => source.Slopes.Largest(layer, Stand().Program);

    // The probe serves every other moment, so it may have been moved since.
    private Timeline<float> Stand()
    {
        if (fixedAt is { } moment) timeline.Stand(moment, source.Family.Cancellation);
        return timeline;
    }
}

/// <summary>Seeking as readers of values need it.</summary>
internal static class TimelineSeeking
{
    /// <summary>To a moment with everything of its update written; a step beyond the last means the end of the update. Nothing happens if it stands there.</summary>
    public static void Stand(this Timeline<float> timeline, Moment moment, CancellationToken cancellation = default)
    {
        if (moment.Step == MomentValues.End || moment.Update == 0)
        {
            var isThere = timeline.Now.Update == moment.Update && timeline.IsAtUpdateEnd && (timeline.Now.Step > 0 || moment.Update == 0);
            if (!isThere) timeline.SeekUpdate(moment.Update, cancellation);
            return;
        }
        if (timeline.Now == moment) return;
        // A stopped seek leaves the end of an update without its steps.
        if (timeline.Now == new Moment(moment.Update, 0)) timeline.SeekUpdate(moment.Update, cancellation);
        timeline.Seek(moment, cancellation);
    }
}
