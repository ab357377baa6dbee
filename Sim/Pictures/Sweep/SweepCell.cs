using Lessons;

namespace Sim;

/// <summary>One run of a map: a shade, a mark, its number where there is room.</summary>
internal static class SweepCell
{
    private const int NumberWidth = 8;

    /// <param name="cell">Where.</param>
    /// <param name="point">The run.</param>
    /// <param name="ramp">Shades of all.</param>
    /// <param name="isLeast">Whether it is the least of all.</param>
    /// <param name="critical">The column of the critical value, which may lie in another cell; null: there is none.</param>
    public static void Draw(Region cell, SweepPoint point, SweepRamp ramp, bool isLeast, int? critical)
    {
        var style = SweepRamp.Shown(point) is { } shown ? SweepRamp.StyleOf(ramp.Level(shown)) : Role.Bad;
        if (style.Role == Role.Ramp) cell.Fill(SweepRamp.GlyphOf(style.Shade), style);
        if (critical is { } at && at >= 0 && at < cell.Width) Line(cell, at);
        else critical = null;
        string mark = style.Role != Role.Ramp ? SweepWords.Diverged : isLeast ? SweepWords.Least : point.HasRisen ? SweepWords.Risen : "";
        string number = cell.Width >= NumberWidth && style.Role == Role.Ramp ? Scale.Label(SweepRamp.Shown(point)!.Value) : "";
        if (critical is not null && cell.Height == 1) number = "";
        if (number.Length > 0) mark = $" {mark}{number} ";
        if (mark.Length == 0) return;
        int width = TextWidth.Of(mark), start = Math.Max(0, (cell.Width - width) / 2);
        // The line stays seen beside a mark.
        if (width == 1 && start == critical && cell.Width > 1) start += start + 1 < cell.Width ? 1 : -1;
        cell.Write(start, (cell.Height - 1) / 2, mark, style.Role == Role.Ramp ? style.Bold : style);
    }

    /// <summary>The critical value in a row.</summary>
    public static void Line(Region cell, int x)
    {
        for (int y = 0; y < cell.Height; y++) cell.Put(x, y, "┃", Role.Warning);
    }
}
