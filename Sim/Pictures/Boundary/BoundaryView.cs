using System.Globalization;
using Core;

namespace Sim;

/// <summary>The input domain in the colours and signs of what the network says there, the boundary, and the training samples.</summary>
internal static class BoundaryView
{
    private const int LeastLegend = 8, RoomForName = 12;
    private const string Plus = "·+*#", Minus = "·-~=";

    private static readonly Lessons.Text Name = new("decision boundary", "决策边界"), Output = new("network over its input", "网络输出随输入的变化"),
        Right = new("{0} of {1} right", "{1} 个中对 {0} 个"), Boundary = new("boundary {0}", "边界 {0}"), Between = new("boundary", "边界"), Level = new("level {0}", "等高线 {0}"),
        Held = new("held at the mean: ", "固定在均值："), Target = new("target", "目标"), Network = new("network", "网络"), Current = new("[ ] this batch", "[ ] 本批");

    public static string Title(BoundaryData data, ViewSettings settings) => settings.Say(data.Kind is BoundaryKind.Curve or BoundaryKind.Height ? Output : Name);

    public static void Draw(Region region, BoundaryData data, ViewSettings settings)
    {
        if (region.Height >= LeastLegend)
        {
            Legend(region.Top(1), data, settings);
            region = region.SkipTop(1);
            if (!data.Held.IsEmpty)
            {
                Text.Line(region, 0, settings.Say(Held) + string.Join(", ", data.Held.Select(held => $"{held.Name} = {NumberText.Of(held.Value, 3)}")), Role.Dim);
                region = region.SkipTop(1);
            }
        }
        if (data.Kind == BoundaryKind.Curve) Curve(region, data, settings);
        else Plane(region, data, settings);
    }

    private static void Curve(Region region, BoundaryData data, ViewSettings settings)
    {
        bool hasName = region.Height >= RoomForName && region.Width >= 24;
        if (hasName) Text.Line(region.Bottom(1), 0, $"{data.XName} →", Role.Input, Align.Right);
        if (hasName) region = region.SkipBottom(1);
        var series = new List<Series>();
        for (int k = 0; k < data.Rows; k++)
        {
            int first = k * data.Columns;
            series.Add(new Series("", [.. Enumerable.Range(0, data.Columns).Select(c => (X(c), (double)data.Values[first + c]))], k == 0 ? Role.Accent : ClassGlyphs.RoleOf(k)));
        }
        var (area, x, y) = Plot.Draw(region, new Plot
        {
            Bold = settings.Projector,
            Series = series,
            Thresholds = double.IsNaN(data.Cut) ? [] : [new Threshold(data.Cut, "", Role.Dim)],
            Legend = false,
            X = data.X,
            Y = data.Y,
        });
        Points(area, data, x, y, settings);

        double X(int column) => data.X.Min + (data.X.Max - data.X.Min) * column / (data.Columns - 1);
    }

    private static void Plane(Region region, BoundaryData data, ViewSettings settings)
    {
        bool hasNames = region.Height >= 9 && region.Width >= 24;
        if (hasNames) Text.Line(region, 0, $"↑ {data.YName}", Role.Input);
        var place = hasNames ? region.SkipTop(1) : region;
        var (area, x, y) = Plot.Draw(region.Height >= RoomForName ? place.SkipBottom(1) : place, new Plot { Bold = settings.Projector, X = data.X, Y = data.Y, Legend = false });
        if (hasNames) Text.Line(region.Bottom(1), 0, $"{data.XName} →", Role.Input, Align.Right);
        for (int row = 0; row < area.Height; row++)
            for (int column = 0; column < area.Width; column++) Shade(area, column, row, data);
        Edge(area, data);
        Points(area, data, x, y, settings);
    }

    // The tint says which side and how sure; the sign says the same without colour.
    private static void Shade(Region area, int column, int row, BoundaryData data)
    {
        double x = (column + 0.5) / area.Width, y = 1 - (row + 0.5) / area.Height, value = data.At(x, y);
        if (!double.IsFinite(value))
        {
            area.Put(column, row, "?", Role.Bad);
            return;
        }
        double size = data.Span > 0 ? Math.Min(1, Math.Abs(value - data.Cut) / data.Span) : 0;
        int side = data.Kind == BoundaryKind.Height ? (value > data.Cut ? 1 : 0) : data.ClassAt(x, y);
        var style = new Style(ClassGlyphs.RoleOf(side)).Shaded((int)Math.Round(1 + size * 4));
        area.Put(column, row, (column + 2 * (row % 2)) % 4 == 0 ? Sign(data, side, size) : " ", style);
    }

    private static string Sign(BoundaryData data, int side, double size)
    {
        int step = (int)Math.Round(size * 3);
        return data.Kind == BoundaryKind.Classes && side > 1 ? (side + 1).ToString(CultureInfo.InvariantCulture)[..1] : (side == 0 ? Minus : Plus).Substring(step, 1);
    }

    // A dot wherever the side changes to the right or below.
    private static void Edge(Region area, BoundaryData data)
    {
        var dots = new Braille(area.Width, area.Height);
        int width = dots.Width, height = dots.Height;
        if (width < 2 || height < 2) return;
        var sides = new int[width * height];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) sides[y * width + x] = Side(data, (x + 0.5) / width, 1 - (y + 0.5) / height);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
            {
                int here = sides[y * width + x];
                if ((x + 1 < width && sides[y * width + x + 1] != here) || (y + 1 < height && sides[(y + 1) * width + x] != here)) dots.Set(x, y, Role.Title);
            }
        dots.Draw(area);
    }

    private static int Side(BoundaryData data, double x, double y) => data.Kind == BoundaryKind.Height
        ? (int)Math.Clamp(Math.Floor((data.At(x, y) - data.Cut) / Math.Max(1e-300, data.Span) * 3), -9, 9)
        : data.ClassAt(x, y);

    private static void Points(Region area, BoundaryData data, Scale x, Scale y, ViewSettings settings)
    {
        foreach (var point in data.Points.Where(point => point.IsCurrent))
        {
            if (Plot.CellOf(area, x, y, point.X, point.Y) is not { } cell) continue;
            area.Put(cell.X - 1, cell.Y, "[", Role.Active);
            area.Put(cell.X + 1, cell.Y, "]", Role.Active);
        }
        foreach (var point in data.Points.OrderBy(point => point.IsCurrent))
            if (Plot.CellOf(area, x, y, point.X, point.Y) is { } cell)
                area.Put(cell.X, cell.Y, ClassGlyphs.Of(point.Class, settings), Inked(point, settings));
    }

    private static Style Inked(BoundaryPoint point, ViewSettings settings)
    {
        Style style = point.IsCurrent ? Role.Active : new Style(Role.Text, Attributes.Bold);
        return settings.Projector ? style.Reverse : style;
    }

    private static void Legend(Region line, BoundaryData data, ViewSettings settings)
    {
        var spans = new List<Span>();
        if (data.Kind is BoundaryKind.Curve) spans.AddRange([new("─ ", Role.Accent), new($"{settings.Say(Network)}  ", Role.Dim), new($"{ClassGlyphs.Of(data.Points.Select(point => point.Class).DefaultIfEmpty(-1).Max(), settings)} ", Role.Text), new($"{settings.Say(Target)}  ", Role.Dim)]);
        for (int k = 0; k < data.ClassCount && k < 6; k++)
            spans.AddRange([new($"{ClassGlyphs.Of(k, settings)} ", Role.Text), new($"{ClassGlyphs.NameOf(k, data.ClassNames)}  ", ClassGlyphs.RoleOf(k))]);
        if (data.Kind != BoundaryKind.Curve)
            spans.AddRange([new("⣿ ", Role.Title), new((data.Kind == BoundaryKind.Classes ? settings.Say(Between) : Say(data.Kind == BoundaryKind.Cut ? Boundary : Level, NumberText.Of(data.Cut, 3))) + "  ", Role.Dim)]);
        if (data.Points.Any(point => point.IsCurrent)) spans.Add(new(settings.Say(Current) + "  ", Role.Active));
        int judged = data.Points.Count(point => point.IsRight is not null), right = data.Points.Count(point => point.IsRight == true);
        if (judged > 0) spans.Add(new(Say(Right, right, judged), right == judged ? Role.Good : Role.Text));
        Text.Line(line, 0, spans);

        string Say(Lessons.Text text, params object[] values) => string.Format(CultureInfo.InvariantCulture, settings.Say(text), values);
    }
}
