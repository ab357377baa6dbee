using System.Globalization;
using Core;
using Lessons;

namespace Sim;

/// <summary>Words and signs that all pictures of a sweep share.</summary>
internal static class SweepWords
{
    public const string Diverged = "✕", Risen = "▲", Least = "◉";

    private static readonly Lessons.Text Name = new("sweep", "扫描"), CriticalIs = new("critical {0} = {1}", "临界值 {0} = {1}"), CriticalAre = new("critical {0}", "临界值 {0}"), LeastAt = new("least at {0}: {1}", "最低在 {0}: {1}"),
        Grew = new("grew", "变大"), HasDiverged = new("diverged", "发散"), Here = new("this run {0}", "本次运行 {0}"), Runs = new("{0} of {1} runs", "{1} 次训练中的 {0} 次"),
        Stopped = new("stopped", "已停止");

    /// <summary>What is shown over which field; a map names its two itself.</summary>
    public static string Title(SweepData data, ViewSettings settings)
    {
        string over = data.Grid.Rows is null ? $" ({data.Grid.Columns.Over})" : "";
        return $"{settings.Say(Name)} · {string.Join(", ", data.Shows.Select((_, k) => SweepCurves.Name(data, k, settings)))}{over}";
    }

    /// <summary>A value of an axis in few cells.</summary>
    public static string Value(SweepAxis axis, int k) => axis.IsNumeric ? Scale.Label(axis.Numbers[k]) : axis.Words[k].Trim('"');

    private static string Exact(SweepAxis axis, int k) => axis.IsNumeric ? NumberText.Of(axis.Numbers[k], 3) : Value(axis, k);

    /// <summary>What the signs mean, most important first.</summary>
    public static List<Span> Legend(SweepData data, ViewSettings settings)
    {
        var (grid, spans) = (data.Grid, new List<Span>());
        if (grid.Least is var (row, column))
        {
            string at = Exact(grid.Columns, column) + (grid.Rows is { } rows ? ", " + Exact(rows, row) : "");
            spans.AddRange([new($"{Least} ", Role.Good), new($"{Say(LeastAt, at, NumberText.Of(grid[row, column]!.All[^1]!.Value, 3))}  ", Role.Dim)]);
        }
        if (grid.Critical.OfType<double>().ToArray() is { Length: > 0 } critical)
            spans.Add(new($"{(grid.Rows is null ? "┆" : "┃")} {(grid.Rows is null ? Say(CriticalIs, grid.Rule, NumberText.Of(critical[0], 4)) : Say(CriticalAre, grid.Rule))}  ", Role.Warning));
        if (data.Current is { } now) spans.AddRange([new("┆ ", Role.Accent), new($"{Say(Here, NumberText.Of(now, 3))}  ", Role.Dim)]);
        if (grid.Points.Any(point => point is { HasRisen: true, DivergedAt: null })) spans.AddRange([new($"{Risen} ", Role.Warning), new($"{settings.Say(Grew)}  ", Role.Dim)]);
        if (grid.Points.Any(point => point is { DivergedAt: not null })) spans.AddRange([new($"{Diverged} ", Role.Bad), new(settings.Say(HasDiverged), Role.Dim)]);
        return spans;

        string Say(Lessons.Text text, params object[] values) => string.Format(CultureInfo.InvariantCulture, settings.Say(text), values);
    }

    /// <summary>How many runs are done, on the last line while some are missing; returns what is left of the region.</summary>
    public static Region Progress(Region region, SweepData data, ViewSettings settings)
    {
        var grid = data.Grid;
        if (grid.IsWhole || region.Height < 3) return region;
        string done = string.Format(CultureInfo.InvariantCulture, settings.Say(Runs), grid.Done, grid.Points.Length);
        Bar.Gauge(region.Bottom(1), 0, data.IsStopped ? settings.Say(Stopped) : "", grid.Done / (double)grid.Points.Length, done, data.IsStopped ? Role.Warning : Role.Active);
        return region.SkipBottom(1);
    }
}
