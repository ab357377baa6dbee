using System.Globalization;
using Core;

namespace Sim;

/// <summary>What one unit listens to: its weights as an image, or as bars with signs.</summary>
internal static class WeightsView
{
    private const int NumberWidth = 10, Aside = 22;

    private static readonly Lessons.Text Name = new("weights", "权重"), Unit = new("unit {0}/{1}", "单元 {0}/{1}"), Bias = new("bias {0}", "偏置 {0}"),
        Most = new("largest {0}", "最大 {0}"), Least = new("smallest {0}", "最小 {0}"), More = new("… {0} smaller ones", "…… 其余 {0} 个更小"), Slide = new("↑ ↓ unit", "↑ ↓ 单元");

    public static string Title(WeightsData data, int unit, ViewSettings settings) =>
        $"{settings.Say(Name)} · {data.Layer} · {string.Format(CultureInfo.InvariantCulture, settings.Say(Unit), unit + 1, data.Units)}";

    public static string Note(bool focused, ViewSettings settings) => focused ? settings.Say(Slide) : "";

    public static void Draw(Region region, WeightsData data, int unit, ViewSettings settings)
    {
        unit = Math.Clamp(unit, 0, data.Units - 1);
        if (data.ImageShape.IsEmpty) Bars(region, data, unit, settings);
        else Image(region, data, unit, settings);
    }

    private static void Image(Region region, WeightsData data, int unit, ViewSettings settings)
    {
        bool isAside = region.Width >= data.ImageShape[1] + Aside;
        var place = isAside ? region.SkipRight(Aside) : region.SkipBottom(region.Height > 6 ? 1 : 0);
        var (width, height) = WeightImage.Draw(place, data, unit);
        if (!isAside)
        {
            if (region.Height > 6) Text.Line(region.Sub(0, height, region.Width, 1), 0, string.Join("  ", Facts(data, unit, settings)), Role.Dim);
            return;
        }
        var beside = region.SkipLeft(width + 2);
        var facts = Facts(data, unit, settings).ToList();
        for (int y = 0; y < facts.Count; y++) Text.Line(beside, y, facts[y], Role.Text);
        WeightImage.Sheet(beside.SkipTop(facts.Count + 1), data, unit);
    }

    private static IEnumerable<string> Facts(WeightsData data, int unit, ViewSettings settings)
    {
        double norm = 0, most = double.NegativeInfinity, least = double.PositiveInfinity;
        foreach (float weight in data.Of(unit)) (norm, most, least) = (norm + (double)weight * weight, Math.Max(most, weight), Math.Min(least, weight));
        yield return $"‖w‖ {NumberText.Of(Math.Sqrt(norm), 3)}";
        if (!data.Biases.IsEmpty) yield return Say(Bias, data.Biases[unit]);
        yield return Say(Most, most);
        yield return Say(Least, least);

        string Say(Lessons.Text text, double value) => string.Format(CultureInfo.InvariantCulture, settings.Say(text), NumberText.Of(value, 3));
    }

    private static void Bars(Region region, WeightsData data, int unit, ViewSettings settings)
    {
        float[] weights = data.Of(unit).ToArray();
        bool hasBias = !data.Biases.IsEmpty;
        int room = region.Height - (hasBias ? 1 : 0), shown = weights.Length <= room ? weights.Length : Math.Max(0, room - 1);
        double most = weights.Select(weight => Math.Abs((double)weight)).Where(double.IsFinite).Append(hasBias ? Math.Abs((double)data.Biases[unit]) : 0).Max();
        int labels = Math.Min(region.Width / 3, data.InputNames.Append("b").Max(TextWidth.Of)), y = 0;
        // All in order; where there is no room the strongest, still in order.
        var strongest = Enumerable.Range(0, weights.Length).OrderByDescending(k => Math.Abs(weights[k])).Take(shown).Order();
        foreach (int k in strongest) Line(region, y++, data.InputNames[k], labels, weights[k], most, settings);
        if (shown < weights.Length && room > 0) Text.Line(region, y++, string.Format(CultureInfo.InvariantCulture, settings.Say(More), weights.Length - shown), Role.Dim);
        if (hasBias) Line(region, y, "b", labels, data.Biases[unit], most, settings);
    }

    private static void Line(Region region, int y, string name, int labels, double value, double most, ViewSettings settings)
    {
        Text.Line(region.Sub(0, y, labels, 1), 0, name, Role.Text);
        Bar.Signed(region.Sub(labels + 1, y, region.Width - labels - NumberWidth - 1, 1), 0, value, most);
        Text.Line(region.Sub(0, y, region.Width, 1), 0, NumberText.Of(value, Math.Min(4, settings.Digits)), double.IsFinite(value) ? Role.Weight : Role.Bad, Align.Right);
    }
}
