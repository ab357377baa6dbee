using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>One value written during a run: a line of a trace.</summary>
/// <param name="Update">The update, counted from 1; 0: it belongs to none.</param>
/// <param name="Step">Place in the update, counted from 1.</param>
/// <param name="Phase">The part of the update.</param>
/// <param name="Name">Name of the value, e.g. <c>layer1.z</c>.</param>
/// <param name="Shape">Empty for a single number.</param>
/// <param name="Values">Row-major in the order shown.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>: the arithmetic of the run.</typeparam>
public sealed record TraceRecord<T>(long Update, int Step, Phase Phase, string Name, ImmutableArray<int> Shape, ImmutableArray<T> Values)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The record of a step.</summary>
    public static TraceRecord<T> Of(Step<T> step) =>
        new(step.Update, step.Number, step.Phase, step.Name, step.Output.Shape, step.Output.Values);

    /// <summary>The row-major place of the first value that is infinite or not a number; −1 if all are finite.</summary>
    public int FirstNotFinite
    {
        get
        {
            for (var k = 0; k < Values.Length; k++)
                if (!T.IsFinite(Values[k])) return k;
            return -1;
        }
    }
}

/// <summary>Walks a run step by step, holding one step at a time.</summary>
public static class Trace
{
    /// <summary>The steps of updates <paramref name="from"/>, <paramref name="from"/> + 1, …; fewer where the run ends.</summary>
    /// <param name="timeline">Moved along.</param>
    /// <param name="from">First update, counted from 1.</param>
    /// <param name="updates">How many updates.</param>
    /// <param name="cancellation">Ends the walk between two steps.</param>
    public static IEnumerable<Step<T>> Steps<T>(Timeline<T> timeline, long from, long updates, CancellationToken cancellation = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (updates < 1 || from > timeline.Program.LastUpdate) yield break;
        if (from == 1) timeline.SeekUpdate(0, cancellation);
        else timeline.SeekUpdate(from - 1, cancellation);
        if (timeline.Now.Update < from - 1) yield break;
        while (timeline.StepForward())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return timeline.Current!;
            if (timeline.IsAtUpdateEnd && timeline.Now.Update - from >= updates - 1) yield break;
        }
    }
}
