using Core;

namespace Sim;

/// <summary>The loss as a landscape (each shade a step of the same ratio) and the way of the weights through it; with one parameter as a curve.</summary>
internal static class SurfaceView
{
    private const int Bands = 8, MostMarks = 400, RoomForName = 12;
    private const string Depth = "@%#*+=-:. ";

    private static readonly Lessons.Text Name = new("loss surface and path", "损失曲面与路径"), Curve = new("loss over the weight", "损失随权重的变化"), Start = new("start", "起点"),
        Now = new("now", "现在"), Lowest = new("minimum", "最小点"), Held = new("others held at now: {0}", "其余参数固定在当前值：{0}"), Loss = new("loss", "损失"), Low = new("lowest here", "此处最低");

    public static string Title(SurfaceData data, ViewSettings settings) => settings.Say(data.IsCurve ? Curve : Name);

    public static string Note(SurfaceData data, ViewSettings settings)
    {
        var now = data.Path[^1];
        string at = $"{data.XName} = {NumberText.Of(now.X, settings.Digits)}" + (data.IsCurve ? "" : $" · {data.YName} = {NumberText.Of(now.Y, settings.Digits)}");
        return $"{at} · {settings.Say(Loss)} {NumberText.Of(data.Loss, settings.Digits)}";
    }

    public static void Draw(Region region, SurfaceData data, ViewSettings settings)
    {
        if (region.Height >= 8)
        {
            Legend(region.Top(1), data, settings);
            region = region.SkipTop(1);
            if (data.HeldCount > 0)
            {
                string names = string.Join(", ", data.Held.Select(held => $"{held.Name} = {NumberText.Of(held.Value, 3)}")) + (data.HeldCount > data.Held.Length ? $", … ({data.HeldCount})" : "");
                Text.Line(region, 0, string.Format(System.Globalization.CultureInfo.InvariantCulture, settings.Say(Held), names), Role.Dim);
                region = region.SkipTop(1);
            }
        }
        if (data.IsCurve) Line(region, data, settings);
        else Plane(region, data, settings);
    }

    private static void Legend(Region line, SurfaceData data, ViewSettings settings)
    {
        var spans = new List<Span> { new("○ ", Role.Title), new($"{settings.Say(Start)}  ", Role.Dim), new("● ", Role.Active), new($"{settings.Say(Now)}: ", Role.Dim), new($"{settings.Say(Loss)} {NumberText.Of(data.Loss, settings.Digits)}  ", Role.Active) };
        if (data.Minimum is not null) spans.AddRange([new("× ", Role.Good), new($"{settings.Say(Lowest)}  ", Role.Dim)]);
        if (Lowered(data) is { } low) spans.Add(new($"{settings.Say(Low)} {NumberText.Of(low, 3)}", Role.Dim));
        Text.Line(line, 0, spans);
    }

    private static double? Lowered(SurfaceData data) => data.Losses.Where(double.IsFinite).Select(loss => (double?)loss).Min();

    private static void Line(Region region, SurfaceData data, ViewSettings settings)
    {
        bool hasName = region.Height >= RoomForName && region.Width >= 24;
        if (hasName) Text.Line(region.Bottom(1), 0, $"{data.XName} →", Role.Weight, Align.Right);
        if (hasName) region = region.SkipBottom(1);
        double low = data.Losses.Where(double.IsFinite).DefaultIfEmpty(0).Min();
        var (area, x, y) = Plot.Draw(region, new Plot
        {
            Bold = settings.Projector,
            Series = [new Series("", [.. data.Losses.Select((loss, k) => (data.X.Min + (data.X.Max - data.X.Min) * k / (data.Columns - 1), loss))], Role.Loss)],
            Legend = false,
            X = data.X,
            Y = data.Y with { Min = Math.Min(0, low) },
        });
        var steps = new Braille(area.Width, area.Height);
        var points = data.Path.Select(point => (point.X, Y: data.At(data.X.Fraction(point.X), 0))).ToArray();
        Way(steps, x, y, points);
        steps.Draw(area);
        Marks(area, x, y, settings, points, data.Minimum is { } minimum ? (minimum.X, data.At(data.X.Fraction(minimum.X), 0)) : null);
    }

    private static void Plane(Region region, SurfaceData data, ViewSettings settings)
    {
        bool hasNames = region.Height >= 9 && region.Width >= 24;
        if (hasNames) Text.Line(region, 0, $"↑ {data.YName}", Role.Weight);
        var place = hasNames ? region.SkipTop(1) : region;
        var (area, x, y) = Plot.Draw(region.Height >= RoomForName ? place.SkipBottom(1) : place, new Plot { Bold = settings.Projector, X = data.X, Y = data.Y, Legend = false });
        if (hasNames) Text.Line(region.Bottom(1), 0, $"{data.XName} →", Role.Weight, Align.Right);
        Shade(area, data);
        var dots = new Braille(area.Width, area.Height);
        (double X, double Y)[] points = [.. data.Path.Select(point => (point.X, point.Y))];
        Way(dots, x, y, points);
        dots.Draw(area);
        Marks(area, x, y, settings, points, data.Minimum is { } minimum ? (minimum.X, minimum.Y) : null);
    }

    // Light is low. The sign of a band stands where the band ends, so that contour lines are seen without colour.
    private static void Shade(Region area, SurfaceData data)
    {
        double low = Lowered(data) ?? 0, high = data.Losses.Where(double.IsFinite).DefaultIfEmpty(1).Max(), floor = Math.Max((high - low) * 1e-4, double.Epsilon);
        double span = Math.Log10((high - low) / floor + 1);
        var bands = new int[area.Width * area.Height];
        for (int row = 0; row < area.Height; row++)
            for (int column = 0; column < area.Width; column++)
                bands[row * area.Width + column] = Band(data.At((column + 0.5) / area.Width, 1 - (row + 0.5) / area.Height));
        for (int row = 0; row < area.Height; row++)
            for (int column = 0; column < area.Width; column++)
            {
                int band = bands[row * area.Width + column];
                bool ends = (column + 1 < area.Width && bands[row * area.Width + column + 1] != band) || (row + 1 < area.Height && bands[(row + 1) * area.Width + column] != band);
                area.Put(column, row, band < 0 ? "!" : ends ? Depth.Substring(Math.Min(Depth.Length - 1, band), 1) : " ", band < 0 ? Role.Bad : new Style(Role.Loss).Shaded(Bands - 1 - band));
            }

        int Band(double loss) => !double.IsFinite(loss) ? -1 : span > 0 ? (int)Math.Clamp(Math.Log10(Math.Max(0, loss - low) / floor + 1) / span * Bands, 0, Bands - 1) : 0;
    }

    private static void Way(Braille dots, Scale x, Scale y, (double X, double Y)[] points)
    {
        (int X, int Y)? last = null;
        foreach (var point in points)
        {
            double column = x.Fraction(point.X), row = y.Fraction(point.Y);
            if (double.IsNaN(column) || double.IsNaN(row))
            {
                last = null;
                continue;
            }
            var dot = (X: (int)Math.Round(Math.Clamp(column, -1, 2) * (dots.Width - 1)), Y: (int)Math.Round(Math.Clamp(1 - row, -1, 2) * (dots.Height - 1)));
            if (last is { } from) dots.Line(from.X, from.Y, dot.X, dot.Y, Role.Title);
            last = dot;
        }
    }

    private static void Marks(Region area, Scale x, Scale y, ViewSettings settings, (double X, double Y)[] points, (double X, double Y)? minimum)
    {
        if (points.Length <= MostMarks)
            foreach (var point in points) Put(point, "•", Role.Title);
        if (minimum is { } lowest) Put(lowest, "×", new Style(Role.Good).Bold);
        Put(points[0], "○", Ends(Role.Title));
        Put(points[^1], "●", Ends(Role.Active));

        Style Ends(Role role) => settings.Projector ? new Style(role).Reverse : role;

        void Put((double X, double Y) point, string glyph, Style style)
        {
            if (Plot.CellOf(area, x, y, point.X, point.Y) is { } cell) area.Put(cell.X, cell.Y, glyph, style);
        }
    }
}
