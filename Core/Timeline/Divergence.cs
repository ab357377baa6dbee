using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>Where a run first wrote a value that is infinite or not a number. A run goes on after it; this says where to look.</summary>
/// <param name="Update">The update, counted from 1.</param>
/// <param name="Step">Place in the update, counted from 1.</param>
/// <param name="Phase">The part of the update.</param>
/// <param name="Name">The value's name.</param>
/// <param name="Index">The first such element, counted from 0; empty for a single number.</param>
/// <param name="Value">NaN or ±∞.</param>
public sealed record Divergence(long Update, int Step, Phase Phase, string Name, ImmutableArray<int> Index, double Value)
{
    /// <summary>The divergence in what a step has written, or nothing.</summary>
    public static Divergence? In<T>(Step<T> step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var place = TraceRecord<T>.Of(step).FirstNotFinite;
        return place < 0
            ? null
            : new(step.Update, step.Number, step.Phase, step.Name, IndexOf(step.Output.Shape, place), double.CreateTruncating(step.Output.Values[place]));
    }

    /// <summary>
    /// Runs <paramref name="program"/> again from its start to the first update that leaves parameters or loss not finite, and looks at that
    /// update step by step. Nothing if there is none up to <paramref name="last"/>.
    /// </summary>
    public static Divergence? Find<T>(TrainingProgram<T> program, long last, CancellationToken cancellation = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        program.Reset();
        while (program.Run.Update < last && IsFinite(program))
        {
            cancellation.ThrowIfCancellationRequested();
            program.Train();
        }

        if (program.Run.Update == 0) return null;
        var update = program.Run.Update;
        var timeline = new Timeline<T>(program);
        // The evaluation at the end of the update before may have seen it first: fast training leaves that out.
        return Trace.Steps(timeline, Math.Max(1, update - 1), 2, cancellation).Select(In).FirstOrDefault(found => found is not null);
    }

    /// <summary>Whether all parameters and the loss of the last update are finite.</summary>
    public static bool IsFinite<T>(TrainingProgram<T> program)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (program.Run.Update > 0 && program.Find("loss") is { } loss && !AllFinite(loss)) return false;
        foreach (var parameter in program.Parameters)
            if (!AllFinite(parameter)) return false;
        return true;
    }

    private static bool AllFinite<T>(Buffer<T> buffer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (var value in buffer.Stored())
            if (!T.IsFinite(value)) return false;
        return true;
    }

    private static ImmutableArray<int> IndexOf(ImmutableArray<int> shape, int place)
    {
        var index = new int[shape.Length];
        for (var d = shape.Length - 1; d >= 0; place /= shape[d], d--) index[d] = place % shape[d];
        return [.. index];
    }
}
