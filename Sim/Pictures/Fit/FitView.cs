using System.Globalization;
using Core;

namespace Sim;

/// <summary>The network's curve through the samples; residuals as dotted bars, the run beside it dashed, the line of least squares dotted.</summary>
internal static class FitView
{
    private const int LeastLegend = 6, RoomForName = 12, MostBars = 24;
    private const int Solid = 0xFFF, Dashed = 0x3CF, Dotted = 0x249, Sparse = 0x111;

    private static readonly Lessons.Text Name = new("the fit", "拟合"), Network = new("network", "网络"), Closed = new("least squares", "最小二乘"),
        Target = new("target", "目标"), Validation = new("validation", "验证"), Batch = new("this batch", "本批"), Error = new("mean squared error {0}", "均方误差 {0}");

    public static string Title(ViewSettings settings) => settings.Say(Name);

    /// <summary>For the frame's lower edge.</summary>
    public static string Note(FitData data, ViewSettings settings) =>
        string.Format(CultureInfo.InvariantCulture, settings.Say(Error), NumberText.Of(data.Points.Average(point => point.Residual * point.Residual), settings.Digits));

    public static void Draw(Region region, FitData data, ViewSettings settings)
    {
        if (region.Height >= LeastLegend) Legend(region.Top(1), data, settings);
        if (region.Height >= LeastLegend) region = region.SkipTop(1);
        bool hasName = region.Height >= RoomForName && region.Width >= 24;
        if (hasName) Text.Line(region.Bottom(1), 0, $"{data.XName} →", Role.Input, Align.Right);
        if (hasName) region = region.SkipBottom(1);
        var (area, x, y) = Plot.Draw(region, new Plot { X = data.X, Y = data.Y, Legend = false });
        var dots = new Braille(area.Width, area.Height);
        if (data.Points.Length <= MostBars)
            foreach (var point in data.Points) Line(dots, x, y, (point.X, point.Target), (point.X, point.Output), Role.Loss, Dotted);
        if (data.Line is { } line) Line(dots, x, y, (x.Min, line.Intercept + line.Weights[0] * x.Min), (x.Max, line.Intercept + line.Weights[0] * x.Max), Role.Good, Sparse);
        Curve(dots, x, y, data.Other, Role.Validation, Dashed);
        Curve(dots, x, y, data.Curve, Role.Accent, Solid);
        dots.Draw(area);
        Points(area, data, x, y, settings);
    }

    private static void Curve(Braille dots, Scale x, Scale y, IReadOnlyList<double> values, Role role, int pattern)
    {
        int number = 0;
        for (int k = 0; k + 1 < values.Count; k++)
            number = Line(dots, x, y, (At(k), values[k]), (At(k + 1), values[k + 1]), role, pattern, number);

        double At(int k) => x.Min + (x.Max - x.Min) * k / (values.Count - 1);
    }

    // Far outside the picture a line is cut; without a finite end there is none.
    private static int Line(Braille dots, Scale x, Scale y, (double X, double Y) from, (double X, double Y) to, Role role, int pattern, int number = 0)
    {
        double low = y.Fraction(from.Y), high = y.Fraction(to.Y);
        if (!double.IsFinite(low) || !double.IsFinite(high) || Math.Max(low, high) < -1 || Math.Min(low, high) > 2) return number;
        return dots.Line(Dot(x.Fraction(from.X), dots.Width), Dot(1 - low, dots.Height), Dot(x.Fraction(to.X), dots.Width), Dot(1 - high, dots.Height), role, pattern, number);
    }

    private static int Dot(double fraction, int count) => (int)Math.Round(Math.Clamp(fraction, -4, 5) * (count - 1));

    private static void Points(Region area, FitData data, Scale x, Scale y, ViewSettings settings)
    {
        bool isPart = data.Points.Any(point => !point.IsCurrent);
        foreach (var (left, height) in data.Validation)
            if (Plot.CellOf(area, x, y, left, height) is { } cell) area.Put(cell.X, cell.Y, ClassGlyphs.Of(0, settings), Role.Validation);
        foreach (var point in data.Points.OrderBy(point => point.IsCurrent))
        {
            if (Plot.CellOf(area, x, y, point.X, point.Target) is not { } cell) continue;
            if (isPart && point.IsCurrent) Bracket(area, cell);
            area.Put(cell.X, cell.Y, ClassGlyphs.Of(1, settings), isPart && point.IsCurrent ? new Style(Role.Active) : new Style(Role.Text, Attributes.Bold));
        }
    }

    private static void Bracket(Region area, Point cell)
    {
        area.Put(cell.X - 1, cell.Y, "[", Role.Active);
        area.Put(cell.X + 1, cell.Y, "]", Role.Active);
    }

    // What does not fit is left out from the end, the equation first of all.
    private static void Legend(Region line, FitData data, ViewSettings settings)
    {
        var entries = new List<(string Sign, Role Role, string Words)> { ("──", Role.Accent, settings.Say(Network)) };
        if (!data.Other.IsEmpty) entries.Add(("╌╌", Role.Validation, data.OtherTitle.In(settings.Language)));
        if (data.Line is not null) entries.Add(("┈┈", Role.Good, settings.Say(Closed)));
        if (!data.Validation.IsEmpty) entries.Add((ClassGlyphs.Of(0, settings), Role.Validation, settings.Say(Validation)));
        entries.Add((ClassGlyphs.Of(1, settings), Role.Text, settings.Say(Target)));
        if (data.Points.Any(point => point.IsCurrent) && data.Points.Any(point => !point.IsCurrent)) entries.Add(("[ ]", Role.Active, settings.Say(Batch)));
        while (entries.Count > 1 && Wide() > line.Width) entries.RemoveAt(entries.Count - 1);
        string equation = data.Line is { } fit ? " " + Equation(fit.Weights[0], fit.Intercept, data.XName) : "";
        bool hasEquation = Wide() + equation.Length <= line.Width;
        Text.Line(line, 0, [.. entries.SelectMany(entry => new Span[] { new(entry.Sign + " ", entry.Role), new(entry.Words + (hasEquation && entry.Sign == "┈┈" ? equation : "") + "  ", Role.Dim) })]);

        int Wide() => entries.Sum(entry => TextWidth.Of(entry.Sign) + TextWidth.Of(entry.Words) + 3) - 2;
    }

    private static string Equation(double slope, double intercept, string x) =>
        $"{NumberText.Of(slope, 3)}·{x} {(intercept < 0 ? "−" : "+")} {NumberText.Of(Math.Abs(intercept), 3)}";
}
