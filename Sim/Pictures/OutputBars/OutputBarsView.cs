using System.Globalization;
using Core;

namespace Sim;

/// <summary>A bar for every output of a sample, a line for a sample with one output; the wanted ones are marked, so are the chosen.</summary>
internal static class OutputBarsView
{
    private const int NumberWidth = 10, MarkWidth = 10, SingleMark = 8, SumWidth = 10, WithSums = 52;

    private static readonly Lessons.Text Name = new("outputs", "输出"), Sample = new("sample {0}", "样本 {0}"), Wanted = new("◀ target", "◀ 目标"), More = new("… {0} more", "…… 另有 {0} 个");

    public static string Title(ViewSettings settings) => settings.Say(Name);

    public static void Draw(Region region, OutputBarsData data, ViewSettings settings)
    {
        if (data.Names.Length == 1)
        {
            Single(region, data, settings);
            return;
        }
        int tall = data.Names.Length + 2, samples = Math.Clamp((region.Height + 1) / tall, 1, data.Samples.Length);
        for (int k = 0; k < samples; k++) One(region.Sub(0, k * tall, region.Width, k == samples - 1 && samples == 1 ? region.Height : tall - 1), data, data.Samples[k], settings);
    }

    private static void Single(Region region, OutputBarsData data, ViewSettings settings)
    {
        var scale = Scale.Of(data.Samples);
        int labels = Math.Min(region.Width / 3, data.Samples.Max(sample => TextWidth.Of(Label(sample, settings)))) + 3;
        for (int y = 0; y < Math.Min(region.Height, data.Samples.Length); y++)
        {
            var sample = data.Samples[y];
            Line(region.Sub(0, y, region.Width, 1), labels, Label(sample, settings), data.Kind, sample, 0, scale, settings);
            if (sample.IsRight(data.Kind) is { } right) region.Put(region.Width - 1, y, right ? "✓" : "✗", right ? Role.Good : Role.Bad);
        }
    }

    private static void One(Region region, OutputBarsData data, SampleOutputs sample, ViewSettings settings)
    {
        Text.Line(region, 0, [new(Heading(sample, settings) + "  ", new Style(Role.Text).Bold), sample.IsRight(data.Kind) switch { true => new Span("✓", Role.Good), false => new Span("✗", Role.Bad), _ => "" }]);
        int room = region.Height - 1, shown = room >= data.Names.Length ? data.Names.Length : Math.Max(0, room - 1);
        var scale = Scale.Of([sample]);
        int labels = Math.Min(region.Width / 4, data.Names.Max(TextWidth.Of)) + 3, y = 1, tall = settings.Projector && shown > 0 ? Math.Clamp(room / shown, 1, 3) : 1;
        foreach (int k in Chosen(sample, shown))
        {
            Line(region.Sub(0, y, region.Width, tall), labels, data.Names[k], data.Kind, sample, k, scale, settings);
            y += tall;
        }
        if (shown < data.Names.Length && room > 0) Text.Line(region, y, string.Format(CultureInfo.InvariantCulture, settings.Say(More), data.Names.Length - shown), Role.Dim);
    }

    private static string Heading(SampleOutputs sample, ViewSettings settings) =>
        string.Format(CultureInfo.InvariantCulture, settings.Say(Sample), sample.Row) + (sample.Name.Length > 0 ? $" · {sample.Name}" : "");

    private static string Label(SampleOutputs sample, ViewSettings settings) => sample.Name.Length > 0 ? sample.Name : Heading(sample, settings);

    // Mark and name, bar, number, the weighted sum where there is room, target.
    private static void Line(Region line, int labels, string name, OutputKind kind, SampleOutputs sample, int k, Scale scale, ViewSettings settings)
    {
        bool isChosen = sample.IsChosen(kind, k), hasSums = kind != OutputKind.Numbers && line.Width - labels >= WithSums - 10;
        double output = sample.Outputs[k], target = sample.Targets[k];
        Text.Line(line.Sub(0, 0, labels - 1, 1), 0, [new(isChosen ? "▶ " : "  ", Role.Active), new(name, isChosen ? Role.Active : Role.Text)]);
        int marks = sample.Outputs.Length == 1 ? SingleMark : MarkWidth;
        var bar = line.Sub(labels, 0, line.Width - labels - NumberWidth - marks - (hasSums ? SumWidth : 0), line.Height);
        for (int row = 0; row < Math.Max(1, line.Height - 1); row++)
            if (scale.IsSigned) Bar.Signed(bar, row, output, scale.Most);
            else Bar.Draw(bar, row, output / scale.Most, isChosen ? Role.Active : Role.Accent);
        int x = labels + bar.Width;
        Text.Line(line.Sub(x, 0, NumberWidth - 1, 1), 0, NumberText.Of(output, Math.Min(4, settings.Digits)), double.IsFinite(output) ? Role.Text : Role.Bad, Align.Right);
        if (hasSums) Text.Line(line.Sub(x + NumberWidth, 0, SumWidth - 1, 1), 0, $"z {NumberText.Of(sample.Sums[k], 3)}", Role.Dim);
        var mark = line.Sub(x + NumberWidth + (hasSums ? SumWidth : 0), 0, MarkWidth, 1);
        if (sample.Outputs.Length == 1) Text.Line(mark, 0, $"◀ {NumberText.Of(target, 3)}", Role.Good);
        else if (target != 0) Text.Line(mark, 0, settings.Say(Wanted) + (target == 1 ? "" : $" {NumberText.Of(target, 2)}"), Role.Good);
    }

    // All in order, or where there is no room the wanted ones and the largest.
    private static IEnumerable<int> Chosen(SampleOutputs sample, int shown)
    {
        var all = Enumerable.Range(0, sample.Outputs.Length);
        return shown >= sample.Outputs.Length ? all : all.OrderByDescending(k => sample.Targets[k] > 0).ThenByDescending(k => sample.Outputs[k]).Take(shown).Order();
    }

    private readonly record struct Scale(double Most, bool IsSigned)
    {
        public static Scale Of(IReadOnlyCollection<SampleOutputs> samples) => new(
            Math.Max(1, samples.SelectMany(sample => sample.Outputs).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max()),
            samples.Any(sample => sample.Outputs.Any(value => value < 0)));
    }
}
