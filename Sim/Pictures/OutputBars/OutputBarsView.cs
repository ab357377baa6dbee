using System.Globalization;
using Core;

namespace Sim;

/// <summary>A bar for every output of a sample; the wanted one is marked, so is the largest.</summary>
internal static class OutputBarsView
{
    private const int NumberWidth = 10, MarkWidth = 10;

    private static readonly Lessons.Text Name = new("outputs", "输出"), Sample = new("sample {0}", "样本 {0}"), Wanted = new("◀ target", "◀ 目标"), More = new("… {0} more", "…… 另有 {0} 个");

    public static string Title(ViewSettings settings) => settings.Say(Name);

    public static void Draw(Region region, OutputBarsData data, ViewSettings settings)
    {
        int tall = data.Names.Length + 2, samples = Math.Clamp((region.Height + 1) / tall, 1, data.Samples.Length);
        for (int k = 0; k < samples; k++) One(region.Sub(0, k * tall, region.Width, k == samples - 1 && samples == 1 ? region.Height : tall - 1), data, data.Samples[k], settings);
    }

    private static void One(Region region, OutputBarsData data, SampleOutputs sample, ViewSettings settings)
    {
        string which = string.Format(CultureInfo.InvariantCulture, settings.Say(Sample), sample.Row) + (sample.Name.Length > 0 ? $" · {sample.Name}" : "");
        bool? isRight = sample.Winner < 0 ? false : sample.Targets.Max() == 1 && sample.Targets.Sum() == 1 ? sample.Targets[sample.Winner] == 1 : null;
        Text.Line(region, 0, [new(which + "  ", new Style(Role.Text).Bold), isRight switch { true => new Span("✓", Role.Good), false => new Span("✗", Role.Bad), _ => "" }]);
        int room = region.Height - 1, shown = room >= data.Names.Length ? data.Names.Length : Math.Max(0, room - 1);
        double most = Math.Max(1, sample.Outputs.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max());
        bool isSigned = sample.Outputs.Any(value => value < 0);
        int labels = Math.Min(region.Width / 4, data.Names.Max(TextWidth.Of)) + 3, y = 1, tall = settings.Projector && shown > 0 ? Math.Clamp(room / shown, 1, 3) : 1;
        foreach (int k in Chosen(sample, shown))
        {
            bool wins = k == sample.Winner;
            Text.Line(region.Sub(0, y, labels - 1, 1), 0, [new(wins ? "▶ " : "  ", Role.Active), new(data.Names[k], wins ? Role.Active : Role.Text)]);
            var bar = region.Sub(labels, y, region.Width - labels - NumberWidth - MarkWidth, tall);
            for (int row = 0; row < Math.Max(1, tall - 1); row++)
                if (isSigned) Bar.Signed(bar, row, sample.Outputs[k], most);
                else Bar.Draw(bar, row, sample.Outputs[k] / most, wins ? Role.Active : Role.Accent);
            Text.Line(region.Sub(labels + bar.Width, y, NumberWidth - 1, 1), 0, NumberText.Of(sample.Outputs[k], Math.Min(4, settings.Digits)), double.IsFinite(sample.Outputs[k]) ? Role.Text : Role.Bad, Align.Right);
            if (sample.Targets[k] != 0)
                Text.Line(region.Sub(labels + bar.Width + NumberWidth, y, MarkWidth, 1), 0, settings.Say(Wanted) + (sample.Targets[k] == 1 ? "" : $" {NumberText.Of(sample.Targets[k], 2)}"), Role.Good);
            y += tall;
        }
        if (shown < data.Names.Length && room > 0) Text.Line(region, y, string.Format(CultureInfo.InvariantCulture, settings.Say(More), data.Names.Length - shown), Role.Dim);
    }

    // All in order, or where there is no room the wanted ones and the largest.
    private static IEnumerable<int> Chosen(SampleOutputs sample, int shown)
    {
        var all = Enumerable.Range(0, sample.Outputs.Length);
        return shown >= sample.Outputs.Length ? all : all.OrderByDescending(k => sample.Targets[k] > 0).ThenByDescending(k => sample.Outputs[k]).Take(shown).Order();
    }
}
