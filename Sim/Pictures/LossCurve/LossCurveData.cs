using System.Collections.Immutable;

namespace Sim;

internal enum TimeMarkKind { Scene, Breakpoint, Bookmark }

/// <summary>Something on the time axis.</summary>
internal readonly record struct TimeMark(long Update, TimeMarkKind Kind);

/// <summary>The losses seen so far, and where the run is.</summary>
/// <param name="Losses">What the engine has collected.</param>
/// <param name="Update">The current update.</param>
/// <param name="Marks">Scenes and breakpoints.</param>
/// <param name="Stopping">What early stopping has decided up to here; null: it is off.</param>
internal sealed record LossCurveData(LossRecord Losses, long Update, ImmutableArray<TimeMark> Marks, StoppingMarks? Stopping = null)
{
    private const double DecadesForLog = 2;

    public static LossCurveData From(RunView view, IEnumerable<TimeMark>? marks = null) =>
        new(view.Losses, view.Now.Update, marks is null ? [] : [.. marks], StoppingMarks.Of(view));

    /// <summary>Whether the losses span so many powers of ten that a log axis shows more.</summary>
    public bool WantsLog
    {
        get
        {
            var finite = Losses.Batches.Select(point => point.Loss).Where(loss => double.IsFinite(loss) && loss > 0).ToArray();
            return finite.Length > 1 && Math.Log10(finite.Max()) - Math.Log10(finite.Min()) > DecadesForLog;
        }
    }

    /// <summary>The loss of the batch at the current update, if it is among the points kept.</summary>
    public double? Current => Losses.Batches.Where(point => point.Update == Update).Select(point => (double?)point.Loss).FirstOrDefault();

    public double? CurrentValidation => Losses.Validation.Where(point => point.Update <= Update).Select(point => (double?)point.Loss).LastOrDefault();
}
