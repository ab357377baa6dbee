using System.Globalization;
using Lessons;

namespace Sim;

/// <summary>How far a run is.</summary>
/// <param name="Done">Updates done.</param>
/// <param name="Last">Updates of the whole run.</param>
/// <param name="Begun">The update it began after: not 0 where a saved run is continued.</param>
/// <param name="Spent">Time spent on training.</param>
/// <param name="Loss">Of the last batch.</param>
internal readonly record struct RunProgress(long Done, long Last, long Begun, TimeSpan Spent, double Loss);

/// <summary>The progress line of a run on standard error: bar, updates a second, loss, time left.</summary>
internal sealed class RunBar(CommandHost host, Language language)
{
    private const int Cells = 24;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly Lessons.Text Words = new("{0}/{1} updates  {2}/s  loss {3}  {4} left", "第 {0}/{1} 次更新  每秒 {2} 次  损失 {3}  还需 {4}");
    private TimeSpan shown = TimeSpan.MinValue;

    /// <summary>Writes the line over the last one, at most ten times a second.</summary>
    public void Show(RunProgress progress)
    {
        if (progress.Done >= progress.Last || (shown > TimeSpan.MinValue && progress.Spent - shown < Tick)) return;
        shown = progress.Spent;
        host.Error.Write($"\r{Line(progress)}\u001b[K");
        host.Error.Flush();
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (shown > TimeSpan.MinValue) host.Error.Write("\r\u001b[K");
    }

    /// <summary>A bar filled to a share.</summary>
    public static string Bar(double share, bool isAscii)
    {
        int filled = (int)(Cells * share);
        return isAscii ? new string('#', filled).PadRight(Cells, '.') : new string('█', filled).PadRight(Cells, '░');
    }

    private string Line(RunProgress progress)
    {
        string bar = Bar((double)progress.Done / progress.Last, host.IsAscii);
        double rate = (progress.Done - progress.Begun) / Math.Max(1e-9, progress.Spent.TotalSeconds);
        return bar + " " + string.Format(CultureInfo.InvariantCulture, Words.In(language), progress.Done, progress.Last, Rate(rate), Core.NumberText.Of(progress.Loss, 4), Time((progress.Last - progress.Done) / rate));
    }

    private static string Rate(double rate) => rate >= 10_000
        ? string.Create(CultureInfo.InvariantCulture, $"{rate / 1000:F0} k")
        : string.Create(CultureInfo.InvariantCulture, $"{rate:F0}");

    /// <summary>So many seconds, for people.</summary>
    public static string Time(double seconds) => !(seconds < 1e8) ? "…" : seconds < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds):F0} s")
        : seconds < 3600 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / 60):F0} min {seconds % 60:F0} s") : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:F1} h");
}
