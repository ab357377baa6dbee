using System.Globalization;
using Core;

namespace Sim;

/// <summary>f and f′ as curves, side by side, above each other, or in one plot; the weighted sums of now as marks on both, the flat part underlined.</summary>
internal static class ActivationView
{
    private const int Beside = 60, Above = 17, FewestRows = 5;

    public static string Title(ActivationData data, ViewSettings settings) => string.Format(CultureInfo.InvariantCulture, settings.Say(ActivationWords.Title), data.Layer, data.Kind);

    public static string Note(ActivationData data, ViewSettings settings) =>
        data.Marks.IsEmpty ? "" : string.Format(CultureInfo.InvariantCulture, settings.Say(ActivationWords.Values), data.Marks.Length);

    public static void Draw(Region region, ActivationData data, ViewSettings settings)
    {
        int foot = region.Height < FewestRows + 2 ? 0 : region.Width < Beside && region.Height >= Above ? 2 : 1;
        if (foot > 0) Foot(region.Bottom(foot), data, settings);
        region = region.SkipBottom(foot);
        if (region.Width >= Beside)
        {
            One(region.Left(region.Width / 2 - 1), data, data.Rule, point => point.Value, Role.Accent);
            One(region.SkipLeft(region.Width / 2 + 1), data, data.SlopeRule, point => point.Slope, Role.Gradient);
        }
        else if (region.Height >= Above)
        {
            One(region.Top(region.Height / 2), data, data.Rule, point => point.Value, Role.Accent);
            One(region.SkipTop(region.Height / 2), data, data.SlopeRule, point => point.Slope, Role.Gradient);
        }
        else Both(region, data);
    }

    private static void One(Region region, ActivationData data, string rule, Func<ActivationPoint, double> of, Role role)
    {
        if (region.Height >= FewestRows + 1)
        {
            Text.Line(region, 0, rule, role);
            region = region.SkipTop(1);
        }
        var (area, x, y) = Plot.Draw(region, new Plot { Series = [Curve("", data, of, role)], Legend = false, Y = Room(data.Curve.Select(of)) });
        Flat(area, x, data);
        Marks(area, x, y, data, of);
    }

    private static void Both(Region region, ActivationData data)
    {
        var (area, x, y) = Plot.Draw(region, new Plot
        {
            Series = [Curve("f", data, point => point.Value, Role.Accent), Curve("f′", data, point => point.Slope, Role.Gradient)],
            Y = Room(data.Curve.SelectMany(point => new[] { point.Value, point.Slope })),
        });
        Flat(area, x, data);
        Marks(area, x, y, data, point => point.Value);
        Marks(area, x, y, data, point => point.Slope);
    }

    private static Series Curve(string name, ActivationData data, Func<ActivationPoint, double> of, Role role) =>
        new(name, [.. data.Curve.Select(point => (point.Z, of(point)))], role);

    // Curves that end on a limit, as sigmoid does at 1, stay clear of the frame.
    private static Scale Room(IEnumerable<double> values)
    {
        var fit = Scale.Fit(values);
        double room = (fit.Max - fit.Min) * 0.08;
        return new Scale(fit.Min - room, fit.Max + room);
    }

    // The lowest row is underlined where |f′| is slight.
    private static void Flat(Region area, Scale x, ActivationData data)
    {
        if (area.Height < 2) return;
        foreach (var point in data.Curve)
            if (Math.Abs(point.Slope) < ActivationData.Slight && Column(area, x, point.Z) is { } column) area.Put(column, area.Height - 1, "▁", Role.Warning);
    }

    // One mark a cell: hollow for a single value, filled for several; values beyond the curve's ends stand at its ends.
    private static void Marks(Region area, Scale x, Scale y, ActivationData data, Func<ActivationPoint, double> of)
    {
        var cells = new Dictionary<Point, int>();
        foreach (var point in data.Marks)
            if (Plot.CellOf(area, x, y, Math.Clamp(point.Z, x.Min, x.Max), Math.Clamp(of(point), y.Min, y.Max)) is { } cell)
                cells[cell] = cells.GetValueOrDefault(cell) + 1;
        foreach (var (cell, count) in cells) area.Put(cell.X, cell.Y, count == 1 ? "○" : "●", Role.Active);
    }

    private static int? Column(Region area, Scale x, double z) => x.Fraction(z) is >= 0 and <= 1 and var share ? Math.Min(area.Width - 1, (int)(share * area.Width)) : null;

    private static void Foot(Region foot, ActivationData data, ViewSettings settings)
    {
        string mean = settings.Say(ActivationWords.Mean), flat = $"|f′| < {NumberText.Of(ActivationData.Slight)}";
        var spans = new List<Span> { new("▁ ", Role.Warning) };
        if (data.Marks.IsEmpty) spans.Add(new(flat, Role.Dim));
        else
        {
            spans.Add(new($"{flat}: {Math.Round(data.Saturated * 100).ToString(CultureInfo.InvariantCulture)}%  ", data.Saturated > 0 ? Role.Warning : Role.Dim));
            spans.Add(new("○● z  ", Role.Active));
            if (foot.Width >= Beside || foot.Height > 1)
                spans.Add(new($"{mean} |f′| {NumberText.Of(data.MeanSlope, 3)}  {mean} f {NumberText.Of(data.MeanValue, 3)}", Role.Text));
        }
        Text.Paragraph(foot, spans);
    }
}
