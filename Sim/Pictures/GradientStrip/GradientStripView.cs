using Core;

namespace Sim;

/// <summary>Bars on a log axis: how large the gradient is in every layer, from the first to the last.</summary>
internal static class GradientStripView
{
    private const int NumberWidth = 10, FewestBar = 8;

    private static readonly Lessons.Text Name = new("gradient by layer · log axis", "各层梯度 · 对数轴"), Zero = new("exactly 0", "恰好为 0"),
        Waiting = new("not yet", "还未算到"), Ratio = new("first / last", "首层 / 末层"), More = new("… {0} layers between", "…… 中间还有 {0} 层");

    public static string Title(ViewSettings settings) => settings.Say(Name);

    public static void Draw(Region region, GradientStripData data, ViewSettings settings)
    {
        if (region.Height < 1 || region.Width < 16 || data.Layers.IsEmpty) return;
        int labels = Math.Min(region.Width / 4, data.Layers.Max(layer => TextWidth.Of(layer.Name))) + 1;
        int bars = region.Width - labels - NumberWidth - 1;
        var scale = ScaleOf(data);
        bool hasAxis = bars >= FewestBar && region.Height >= 4, hasFoot = region.Height >= 5;
        int room = region.Height - (hasAxis ? 2 : 0) - (hasFoot ? 1 : 0);
        bool isDouble = room >= 2 * data.Layers.Length;
        int lines = isDouble ? 2 : 1, shown = Math.Min(data.Layers.Length, room / lines);
        int y = 0;
        foreach (var layer in Chosen(data, shown))
        {
            if (layer is not { } known)
            {
                Text.Line(region, y++, string.Format(System.Globalization.CultureInfo.InvariantCulture, settings.Say(More), data.Layers.Length - shown + 1), Role.Dim);
                continue;
            }
            Text.Line(region.Sub(0, y, labels - 1, 1), 0, known.Name, Role.Text);
            Line(region.Sub(labels, y, region.Width - labels, 1), known.Signal, scale, Role.Gradient, bars, settings);
            if (isDouble) Thin(region.Sub(labels, y + 1, region.Width - labels, 1), known.Weights, scale, bars, settings);
            y += lines;
        }
        if (hasAxis) Axis(region.Sub(labels, y, bars, 2), scale);
        if (hasFoot) Foot(region.Bottom(1), data, isDouble, settings);
    }

    // All layers, or the first and the last ones around a gap.
    private static IEnumerable<LayerGradient?> Chosen(GradientStripData data, int shown)
    {
        if (shown >= data.Layers.Length) return data.Layers.Select(layer => (LayerGradient?)layer);
        int kept = Math.Max(0, shown - 1), first = (kept + 1) / 2;
        return [.. data.Layers.Take(first).Select(layer => (LayerGradient?)layer), null, .. data.Layers.TakeLast(kept - first).Select(layer => (LayerGradient?)layer)];
    }

    // Whole decades that hold every size that is neither 0 nor infinite.
    private static Scale ScaleOf(GradientStripData data)
    {
        var sizes = data.Sizes.Where(size => size > 0 && double.IsFinite(size)).ToArray();
        if (sizes.Length == 0) return new Scale(0.001, 1, true);
        double low = Math.Floor(Math.Log10(sizes.Min()) - 0.3), high = Math.Ceiling(Math.Log10(sizes.Max()) + 1e-9);
        return new Scale(Math.Pow(10, Math.Max(-45, low)), Math.Pow(10, Math.Max(low + 1, high)), true);
    }

    private static void Line(Region line, double? size, Scale scale, Role role, int bars, ViewSettings settings)
    {
        if (bars >= FewestBar && size is > 0 && double.IsFinite(size.Value)) Bar.Draw(line.Left(bars), 0, Math.Max(0.02, scale.Fraction(size.Value)), role);
        Number(line, size, role, settings);
    }

    // The weights' gradient: the same axis, a thin line that ends in a mark.
    private static void Thin(Region line, double? size, Scale scale, int bars, ViewSettings settings)
    {
        if (bars >= FewestBar && size is > 0 && double.IsFinite(size.Value))
        {
            int end = (int)Math.Round(Math.Clamp(scale.Fraction(size.Value), 0, 1) * (bars - 1));
            for (int x = 0; x < end; x++) line.Put(x, 0, "─", Role.Weight);
            line.Put(end, 0, "◆", Role.Weight);
        }
        Number(line, size, Role.Weight, settings);
    }

    private static void Number(Region line, double? size, Role role, ViewSettings settings)
    {
        var (text, style) = size switch
        {
            null => (settings.Say(Waiting), Role.Dim),
            0 => (settings.Say(Zero), Role.Bad),
            { } value when !double.IsFinite(value) => (NumberText.Of(value), Role.Bad),
            { } value => (NumberText.Of(value, Math.Min(3, settings.Digits)), role),
        };
        Text.Line(line, 0, text, style, Align.Right);
    }

    private static void Axis(Region region, Scale scale)
    {
        Frame.Rule(region, 0);
        int free = 0;
        foreach (double tick in scale.Ticks(Math.Max(2, region.Width / 8)))
        {
            string label = "1e" + NumberText.Of(Math.Round(Math.Log10(tick)));
            int x = (int)Math.Round(scale.Fraction(tick) * (region.Width - 1)), start = Math.Clamp(x - label.Length / 2, 0, Math.Max(0, region.Width - label.Length));
            region.Put(x, 0, "┬", Role.Frame);
            if (start >= free) free = region.Write(start, 1, label, Role.Dim) + 1;
        }
    }

    private static void Foot(Region line, GradientStripData data, bool isDouble, ViewSettings settings)
    {
        var spans = new List<Span> { new("█ ", Role.Gradient), new("‖∂L/∂z‖  ", Role.Dim) };
        if (isDouble) spans.AddRange([new("◆ ", Role.Weight), new("‖∂L/∂W‖  ", Role.Dim)]);
        if (data.Ratio is { } ratio)
            spans.AddRange([new($"{settings.Say(Ratio)} = ", Role.Dim), new(ratio == 0 ? settings.Say(Zero) : NumberText.Of(ratio, 3), ratio is > 0 and < 1e-3 or 0 ? Role.Warning : Role.Text)]);
        Text.Line(line, 0, spans);
    }
}
