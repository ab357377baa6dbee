namespace Sim;

/// <summary>Signs with their names, wrapped to a few lines.</summary>
internal static class FigureLegend
{
    /// <summary>What series look like, one after the other.</summary>
    public static readonly Role[] Roles = [Role.Accent, Role.Loss, Role.Validation, Role.Gradient, Role.Weight, Role.Positive, Role.Negative, Role.Input];

    private const string Signs = "●◆▲■○◇△□";

    public static string Sign(int index) => Signs.Substring(index % Signs.Length, 1);

    public static Style StyleOf(int index) => Roles[index % Roles.Length];

    /// <summary>Draws the entries that have a name; returns what is left of the region.</summary>
    public static Region Draw(Region region, IEnumerable<(string Sign, string Name, Style Style)> entries, int least)
    {
        var lines = new List<List<Span>> { new() };
        int used = 0;
        foreach (var (sign, name, style) in entries)
        {
            if (name.Length == 0) continue;
            int width = TextWidth.Of(sign) + 1 + TextWidth.Of(name) + 2;
            if (used > 0 && used + width - 2 > region.Width)
            {
                lines.Add([]);
                used = 0;
            }
            lines[^1].Add(new Span($"{sign} ", style));
            lines[^1].Add(new Span($"{name}  ", Role.Text));
            used += width;
        }
        if (lines[0].Count == 0) return region;
        int shown = Math.Min(lines.Count, Math.Max(region.Height >= 4 ? 1 : 0, region.Height - least));
        for (int y = 0; y < shown; y++) Text.Line(region, y, y == shown - 1 ? [.. lines.Skip(y).SelectMany(line => line)] : lines[y]);
        return region.SkipTop(shown);
    }
}
