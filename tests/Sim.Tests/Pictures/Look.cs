using System.Text;

namespace Sim.Tests;

/// <summary>
/// A picture at three sizes in both languages as one snapshot. With SIM_PICTURES=DIR the same as SVG files, to look at.
/// </summary>
internal static class Look
{
    public static readonly Size[] Sizes = [new(40, 12), new(80, 24), new(120, 36)];

    public static string Of(string name, Action<Region, ViewSettings> draw)
    {
        var text = new StringBuilder();
        foreach (var size in Sizes)
            foreach (var language in new[] { Lessons.Language.English, Lessons.Language.Chinese })
            {
                var grid = Grid(size, new ViewSettings { Language = language }, draw);
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"══ {size.Width}×{size.Height} {language} ══\n").Append(GridText.Of(grid));
                Save(grid, $"{name}-{size.Width}-{language}");
            }
        var coloured = new StringWriter();
        GridAnsi.Write(Grid(Sizes[1], ViewSettings.Default, draw), Theme.Dark, ColorDepth.Ansi16, coloured);
        return text.Append("══ 80×24 colours ══\n").Append(coloured.ToString().Replace("\e", "␛")).ToString();
    }

    /// <summary>Sizes from nothing to huge: nothing may throw.</summary>
    public static void AtAnySize(Action<Region, ViewSettings> draw)
    {
        for (int width = 0; width <= 66; width += 6)
            for (int height = 0; height <= 21; height += 3)
                Grid(new Size(width, height), new ViewSettings { Language = (Lessons.Language)((width / 6 + height) % 2), Projector = height % 2 == 0, Ascii = width % 4 == 0 }, draw);
        Grid(new Size(500, 200), ViewSettings.Default, draw);
    }

    private static Grid Grid(Size size, ViewSettings settings, Action<Region, ViewSettings> draw)
    {
        var grid = new Grid(size);
        draw(grid.All, settings);
        return grid;
    }

    private static void Save(Grid grid, string name)
    {
        if (Environment.GetEnvironmentVariable("SIM_PICTURES") is { Length: > 0 } folder)
            using (var file = new StreamWriter(Path.Combine(folder, name + ".svg"))) GridSvg.Write(grid, Theme.Dark, file);
    }
}
