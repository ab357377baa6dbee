using System.Globalization;
using Lessons;

namespace Sim;

/// <summary>The progress line of a sweep on standard error: bar, runs, time spent, time left.</summary>
internal sealed class SweepBar
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly Lessons.Text Words = new("{0}/{1} runs  {2}  {3} left", "第 {0}/{1} 次训练  已用 {2}  还需 {3}");
    private readonly CommandHost host;
    private readonly Language language;
    private readonly TimeSpan begun;
    private TimeSpan shown = TimeSpan.MinValue;

    public SweepBar(CommandHost host, Language language) => (this.host, this.language, begun) = (host, language, host.Clock());

    /// <summary>Writes the line over the last one, at most ten times a second.</summary>
    public void Show(int done, int count)
    {
        var spent = host.Clock() - begun;
        if (done >= count || (shown > TimeSpan.MinValue && spent - shown < Tick)) return;
        shown = spent;
        double seconds = spent.TotalSeconds;
        string line = string.Format(CultureInfo.InvariantCulture, Words.In(language), done, count, RunBar.Time(seconds), RunBar.Time(seconds / Math.Max(1, done) * (count - done)));
        host.Error.Write($"\r{RunBar.Bar(done / (double)count, host.IsAscii)} {line}\e[K");
        host.Error.Flush();
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (shown > TimeSpan.MinValue) host.Error.Write("\r\e[K");
    }
}
