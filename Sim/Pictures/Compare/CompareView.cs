using System.Globalization;
using Core;

namespace Sim;

/// <summary>Two runs side by side: what differs, first where, both loss curves in one plot, and the numbers beside each other.</summary>
internal static class CompareView
{
    private const int Figure = 11;

    private static readonly Lessons.Text Name = new("two runs", "两次运行"), Same = new("no difference up to here", "到此为止没有差别"),
        First = new("first difference", "最先不同"), Here = new("differs here", "此处不同"), InUpdate = new("update {0}", "第 {0} 次更新"), Start = new("start", "初始状态"),
        Setting = new("setting", "设置"), Value = new("value", "数值"), Difference = new("B − A", "B − A"), LossFrom = new("losses differ from update {0}", "损失从第 {0} 次更新起不同");

    public static string Title(CompareData data, ViewSettings settings) => $"{settings.Say(Name)} · A {data.NameA} | B {data.NameB}";

    public static void Draw(Region region, CompareData data, ViewSettings settings)
    {
        var head = Head(data, settings);
        int heads = Math.Min(head.Count, Math.Max(1, region.Height / 3));
        for (int y = 0; y < heads && y < region.Height; y++) Text.Line(region, y, head[y]);
        var rest = region.SkipTop(heads);
        if (rest.Height < 3) return;
        if (region.Width >= 100)
        {
            var parts = rest.Columns(-3, 2, -2);
            Curves(parts[0], data);
            Numbers(parts[2], data, settings);
            return;
        }
        int table = Math.Min(data.Values.Length + 1, Math.Max(2, rest.Height / 2));
        Curves(rest.SkipBottom(table), data);
        Numbers(rest.Bottom(table), data, settings);
    }

    private static List<IReadOnlyList<Span>> Head(CompareData data, ViewSettings settings)
    {
        var lines = new List<IReadOnlyList<Span>>();
        if (data.First is { } first)
        {
            string place = first.Index.IsEmpty ? first.Name : string.Create(CultureInfo.InvariantCulture, $"{first.Name}[{string.Join(',', first.Index)}]");
            string when = first.Update == 0 ? settings.Say(Start) : string.Format(CultureInfo.InvariantCulture, settings.Say(InUpdate), first.Update);
            lines.Add([new("≠ ", Role.Warning), new($"{settings.Say(data.IsFirstOfAll ? First : Here)}: ", Role.Dim), new(when, Role.Text), new($" {place}  ", Role.Active),
                new("A ", Role.Dim), new(Number(first.A, 6), Role.Loss), new("  B ", Role.Dim), new(Number(first.B, 6), Role.Validation)]);
        }
        else if (data.FirstLoss is null) lines.Add([new("= ", Role.Good), new(settings.Say(Same), Role.Dim)]);
        if (data.FirstLoss is { } update)
            lines.Add([new("≠ ", Role.Warning), new(string.Format(CultureInfo.InvariantCulture, settings.Say(LossFrom), update), Role.Text)]);
        foreach (var (path, a, b) in data.Settings.Take(3))
            lines.Add([new($"{settings.Say(Setting)} {path}: ", Role.Dim), new("A ", Role.Dim), new(a, Role.Loss), new("  B ", Role.Dim), new(b, Role.Validation)]);
        return lines;
    }

    private static void Curves(Region region, CompareData data)
    {
        var a = Line($"A {data.NameA}", data.A.Losses, Role.Loss);
        var b = Line($"B {data.NameB}", data.B.Losses, Role.Validation);
        if (a.Points.Count == 0 && b.Points.Count == 0) return;
        bool isLog = LossCurveData.From(data.A).WantsLog || LossCurveData.From(data.B).WantsLog;
        var thresholds = new List<Threshold> { new(data.A.Now.Update, "", Role.Active, Vertical: true) };
        Plot.Draw(region, new Plot { Series = [a, b], LogY = isLog, Thresholds = thresholds });
    }

    private static Series Line(string name, LossRecord losses, Role role) =>
        new(name, [.. losses.Batches.Select(point => ((double)point.Update, point.Loss))], role);

    private static void Numbers(Region region, CompareData data, ViewSettings settings)
    {
        IReadOnlyList<Span>[] rows = [.. data.Values.Select(value => (IReadOnlyList<Span>)
        [
            new(value.Name, value.Difference == 0 ? Role.Dim : Role.Text),
            new(Number(value.A, settings.Digits), Role.Loss), new(Number(value.B, settings.Digits), Role.Validation), Delta(value),
        ])];
        Table.Draw(region, [new(settings.Say(Value)), new("A", Align.Right, Figure), new("B", Align.Right, Figure), new(settings.Say(Difference), Align.Right, Figure)], rows);
    }

    private static Span Delta(ComparedValue value) => value.Difference switch
    {
        null => new("·", Role.Dim),
        0 => new("=", Role.Dim),
        { } difference => new((difference > 0 ? "+" : "") + NumberText.Of(difference, 3), difference < 0 ? Role.Negative : Role.Positive),
    };

    private static string Number(double? value, int digits) => value is { } number ? NumberText.Of(number, digits) : "·";
}
