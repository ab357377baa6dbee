using Core;

namespace Sim;

/// <summary>
/// The optimizer table: a row for each element, a column for each quantity; where that is too wide, the other way round.
/// The chosen element is marked; the rest scrolls around it.
/// </summary>
internal static class OptimizerView
{
    private const int Cell = 9, Gap = 2;

    private static readonly Lessons.Text Name = new("optimizer", "优化器"), TooLarge = new("too large to show", "太大，无法显示"),
        Old = new("dim: not yet changed by this update", "暗色：本次更新尚未改变");

    public static string Title(OptimizerData? data, ViewSettings settings) => data is null ? settings.Say(Name) : $"{settings.Say(Name)} · {data.Parameter}";

    public static void Draw(Region region, OptimizerData? data, ViewSettings settings)
    {
        if (data is null || data.Count == 0)
        {
            Text.Line(region, region.Height / 2, settings.Say(TooLarge), Role.Dim, Align.Center);
            return;
        }
        if (region.Height >= 5)
        {
            string rate = data.LearningRate is { } lr ? $"   η = {NumberText.Of(lr, settings.Digits)}" : "";
            Text.Line(region, 0, [new(Lessons.RuleWords.Of(data.Rule, settings.Language) ?? data.Rule, Role.Dim), new(rate, Role.Accent)]);
            region = region.SkipTop(1);
        }
        if (region.Height >= 8 && data.Quantities.Any(quantity => quantity.IsOld && quantity.Values is not null))
        {
            Text.Line(region.Bottom(1), 0, settings.Say(Old), Role.Dim);
            region = region.SkipBottom(1);
        }
        int label = data.Symbol(data.Count - 1).Length + 1;
        if (label + 2 + data.Quantities.Length * (Cell + Gap) <= region.Width) Tall(region, data, settings);
        else Wide(region, data, settings, label);
    }

    private static void Tall(Region region, OptimizerData data, ViewSettings settings)
    {
        var (first, end) = MatrixView.Window(data.Count, region.Height - 1, data.Place);
        var rows = new List<IReadOnlyList<Span>>();
        for (int place = first; place < end; place++)
            rows.Add([new(data.Symbol(place), Role.Weight), .. data.Quantities.Select(quantity => Number(quantity, place, settings))]);
        Column[] columns = [new(""), .. data.Quantities.Select(quantity => new Column(quantity.Symbol, Align.Right, Cell))];
        Table.Draw(region, columns, rows, selected: data.Place - first);
        if (end - first < data.Count) Text.Line(region, 0, Range(first, end, data.Count), Role.Dim);
    }

    private static void Wide(Region region, OptimizerData data, ViewSettings settings, int label)
    {
        int names = Math.Max(4, data.Quantities.Max(quantity => TextWidth.Of(quantity.Symbol)) + 1);
        int visible = Math.Max(1, (region.Width - names) / (Math.Max(Cell, label) + 1));
        var (first, end) = MatrixView.Window(data.Count, visible, data.Place);
        int width = Math.Max(1, Math.Min(Math.Max(Cell, label), region.Width - names - 1));
        for (int place = first; place < end; place++)
        {
            int x = names + (place - first) * (width + 1);
            bool isChosen = place == data.Place;
            Text.Line(region.Sub(x, 0, width, 1), 0, (isChosen ? "▸" : "") + data.Symbol(place), isChosen ? new Style(Role.Active) : Role.Weight, Align.Right);
            for (int k = 0; k < data.Quantities.Length; k++)
            {
                var number = Number(data.Quantities[k], place, settings);
                Text.Line(region.Sub(x, k + 1, width, 1), 0, number.Text, isChosen ? number.Style.Bold : number.Style, Align.Right);
            }
        }
        for (int k = 0; k < data.Quantities.Length; k++) Text.Line(region.Sub(0, k + 1, names, 1), 0, data.Quantities[k].Symbol, Role.Dim);
        int foot = data.Quantities.Length + 1;
        if (end - first < data.Count && foot < region.Height) Text.Line(region, foot, Range(first, end, data.Count), Role.Dim, Align.Right);
    }

    private static string Range(int first, int end, int count) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first + 1}–{end}/{count}");

    private static Span Number(OptimizerQuantity quantity, int place, ViewSettings settings)
    {
        if (quantity.At(place) is not { } value) return new("·", Role.Dim);
        string text = NumberText.Of(value, settings.Digits);
        for (int digits = settings.Digits - 1; digits > 1 && text.Length > Cell; digits--) text = NumberText.Of(value, digits);
        if (quantity.IsOld) return new(text, Role.Dim);
        if (!float.IsFinite(value)) return new(text, Role.Bad);
        if (quantity.Name.Length == 0) return new(value > 0 ? "+" + text : text, value < 0 ? Role.Negative : Role.Positive);
        return new(text, ValueRole.Of(quantity.Name));
    }
}
