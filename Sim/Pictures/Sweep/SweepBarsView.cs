using Core;
using Lessons;

namespace Sim;

/// <summary>What the runs end with when the values of the field are words: a bar for each.</summary>
internal static class SweepBarsView
{
    public static void Draw(Region region, SweepData data, ViewSettings settings)
    {
        var grid = data.Grid;
        if (region.Height >= 4)
        {
            Text.Line(region, 0, SweepWords.Legend(data, settings));
            Text.Line(region, 1, $"{grid.Columns.Over}  →  {SweepCurves.Name(data, data.Shows.Length - 1, settings)}", Role.Weight);
            region = region.SkipTop(2);
        }
        double[] sizes = [.. grid.Points.OfType<SweepPoint>().Select(SweepRamp.Shown).OfType<double>().Select(Math.Abs)];
        double most = sizes.DefaultIfEmpty(1).Max();
        int word = Math.Min(region.Width / 2, Enumerable.Range(0, grid.Width).Max(k => TextWidth.Of(SweepWords.Value(grid.Columns, k)))), high = Math.Clamp(region.Height / Math.Max(1, grid.Width), 1, 2);
        for (int k = 0; k < grid.Width && k * high < region.Height; k++)
        {
            var line = region.Sub(0, k * high, region.Width, 1);
            Text.Line(line.Left(word), 0, SweepWords.Value(grid.Columns, k), Role.Text, Align.Right);
            if (grid[0, k] is { } point) Run(line.SkipLeft(word + 1), point, most, grid.Least == (0, k));
        }
        if (grid.Width * high > region.Height && region.Height > 0) Text.Line(region.Bottom(1), 0, $"… {grid.Width - region.Height}", Role.Dim, Align.Right);
    }

    private static void Run(Region line, SweepPoint point, double most, bool isLeast)
    {
        const int NumberWidth = 11;
        if (SweepRamp.Shown(point) is not { } shown)
        {
            line.Put(0, 0, SweepWords.Diverged, Role.Bad);
            return;
        }
        var (mark, role) = isLeast ? (SweepWords.Least, Role.Good) : point.HasRisen ? (SweepWords.Risen, Role.Warning) : ("", Role.Loss);
        var track = line.SkipRight(NumberWidth);
        for (int x = 0; x < track.Width; x++) track.Put(x, 0, "·", Role.Dim);
        Bar.Draw(track, 0, most > 0 ? Math.Abs(shown) / most : 0, role);
        Text.Line(line.Right(NumberWidth), 0, [new(mark.Length > 0 ? $" {mark} " : "   ", role), new(NumberText.Of(shown, 4), Role.Text)]);
    }
}
