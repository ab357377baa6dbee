using System.Globalization;
using Core;

namespace Sim;

/// <summary>The training samples as a table; the rows of the current batch are marked, and the first of them is always seen.</summary>
internal static class DataTableView
{
    private const int Everything = 100_000, NarrowInput = 6;

    // As many inputs beside words and digits in full are worth more than one more without.
    private const int FewInputs = 4;

    private static readonly Lessons.Text Name = new("training samples", "训练样本"), Range = new("rows {0}–{1} of {2}", "第 {0}–{1} 行，共 {2} 行"),
        All = new("{0} rows", "共 {0} 行"), One = new("1 row", "共 1 行"), Sample = new("sample", "样本"), Target = new("target y", "目标 y"), Prediction = new("network", "网络"), Batch = new(" · ▶ this batch", " · ▶ 本批");

    public static string Title(ViewSettings settings) => settings.Say(Name);

    /// <summary>Which rows are seen.</summary>
    public static string Note(DataTableData data, ViewSettings settings, int height, int? first = null)
    {
        int visible = Math.Max(1, height - 1), from = FirstRow(data, visible, first);
        int last = Math.Min(data.Samples.Length, from + visible);
        if (data.Samples.IsEmpty) return "";
        return string.Format(CultureInfo.InvariantCulture, settings.Say(last - from != data.AllRows ? Range : data.AllRows == 1 ? One : All), last - from == data.AllRows ? data.AllRows : data.Samples[from].Row, data.Samples[last - 1].Row, data.AllRows) + (data.HasBatch ? settings.Say(Batch) : "");
    }

    /// <param name="region">Where.</param>
    /// <param name="data">What.</param>
    /// <param name="settings">How.</param>
    /// <param name="first">The first of the samples to show; null: such that the batch is seen.</param>
    public static void Draw(Region region, DataTableData data, ViewSettings settings, int? first = null)
    {
        if (settings.Projector) settings = settings with { Digits = Math.Min(3, settings.Digits) };
        int note = region.Height >= 8 ? 1 : 0, height = region.Height - note;
        if (height < 1 || data.Samples.IsEmpty) return;
        int from = FirstRow(data, height - 1, first);
        var shown = data.Samples.Skip(from).Take(Math.Max(0, height - 1)).ToArray();
        var form = Form.From(data, region.Width, form => Wide(Make(data, shown, form, settings), form));
        var (columns, rows) = Make(data, shown, form, settings);
        Table.Draw(region.Top(height), columns, rows, gap: form.Gap);
        for (int y = 0; y < shown.Length; y++)
            if (shown[y].IsInBatch && data.Samples.Any(sample => !sample.IsInBatch)) region.Sub(0, y + 1, region.Width, 1).Restyle(style => style.Role == Role.Text ? new Style(Role.Active, style.Attributes) : style);
        if (note > 0) Text.Line(region.Bottom(1), 0, Note(data, settings, height, from), Role.Dim, Align.Right);
    }

    private static string Cut(string name) => Text.Truncate(name, NarrowInput);

    private static int FirstRow(DataTableData data, int visible, int? first) =>
        Math.Clamp(first ?? Table.Scroll(0, data.FirstInBatch + Math.Min(visible - 1, data.Samples.Count(sample => sample.IsInBatch) - 1), visible, data.Samples.Length), 0, Math.Max(0, data.Samples.Length - Math.Max(1, visible)));

    private static int Wide((List<Column> Columns, List<IReadOnlyList<Span>> Rows) table, Form form) =>
        Table.Widths(table.Columns, table.Rows, Everything).Sum() + form.Gap * (table.Columns.Count - 1);

    private static (List<Column> Columns, List<IReadOnlyList<Span>> Rows) Make(DataTableData data, SampleRow[] shown, Form form, ViewSettings settings)
    {
        settings = settings with { Digits = Math.Min(form.Digits, settings.Digits) };
        bool isCut = form.Features < data.Inputs, hasNames = form.HasNames && data.Samples.Any(sample => sample.Name.Length > 0), hasClasses = data.Samples[0].Target >= 0;
        var columns = new List<Column> { new("", Align.Left), new(hasNames ? settings.Say(Sample) : "#", hasNames ? Align.Left : Align.Right, 18) };
        columns.AddRange(data.InputNames.Take(form.Features).Select(name => new Column(form.IsTight ? Cut(name) : name, Align.Right, form.IsTight ? NarrowInput : 12)));
        if (isCut) columns.Add(new(form.IsTight ? $"…{data.Inputs}" : $"… {data.Inputs}", Align.Left));
        columns.AddRange(form.IsShort ? [new("y", Align.Right, 24), new("ŷ", Align.Right, 40)] : [new(settings.Say(Target), Align.Right, 24), new(settings.Say(Prediction), Align.Right, 40)]);
        if (hasClasses) columns.Add(new("", Align.Left));
        return (columns, [.. shown.Select(sample => Row(sample, data, form, settings))]);
    }

    private static IReadOnlyList<Span> Row(SampleRow sample, DataTableData data, Form form, ViewSettings settings)
    {
        var cells = new List<Span>
        {
            new(sample.IsInBatch ? "▶" : " ", Role.Active),
            new(form.HasNames && sample.Name.Length > 0 ? sample.Name : sample.Row.ToString(CultureInfo.InvariantCulture), Role.Dim),
        };
        cells.AddRange(sample.Inputs.Take(form.Features).Select(input => new Span(input.Word ?? Number(input.Number, form, settings), Role.Input)));
        if (form.Features < data.Inputs) cells.Add(new("…", Role.Dim));
        cells.Add(new(form.IsTight && sample.Target < 0 && sample.Targets.Length == 1 ? Number(sample.Targets[0], form, settings) : form.IsShort && sample.Outputs.Length == 1 ? Numbers(sample.Targets, settings) : Wanted(sample, data, settings), Role.Text));
        cells.Add(new(form.IsTight && sample.Outputs.Length == 1 ? Number(sample.Outputs[0], form, settings) : Given(sample, data, settings), Role.Text));
        if (data.Samples[0].Target >= 0) cells.Add(sample.Predicted == sample.Target ? new("✓", Role.Good) : new("✗", Role.Bad));
        return cells;
    }

    // What gives way where it is narrow: words and digits before the numbers themselves.
    private sealed record Form(bool IsShort, bool HasNames, int Features, int Gap)
    {
        /// <summary>Whether names of inputs are cut and numbers have two decimals.</summary>
        public bool IsTight { get; init; }

        public int Digits => IsShort ? 3 : int.MaxValue;

        /// <summary>The first form that fits; the narrowest if none does.</summary>
        public static Form From(DataTableData data, int width, Func<Form, int> wide)
        {
            int all = data.InputNames.Length;
            Form[] forms = [new(false, true, all, 2), .. all == data.Inputs ? (Form[])[new(true, true, all, 2), new(true, true, all, 1), new(true, false, all, 1), new(true, false, all, 1) { IsTight = true }] : [],
                .. Fewer(all).Where(features => features >= FewInputs).Select(features => new Form(false, true, features, 2)),
                .. Fewer(all).SelectMany(features => (Form[])[new(false, true, features, 2), new(true, true, features, 1), new(true, false, features, 1), new(true, false, features, 1) { IsTight = true }])];
            return Array.Find(forms, form => wide(form) <= width) ?? forms[^1];
        }

        private static IEnumerable<int> Fewer(int all) => Enumerable.Range(0, all).Reverse();
    }

    private static string Wanted(SampleRow sample, DataTableData data, ViewSettings settings) =>
        sample.Target < 0 || sample.Outputs.Length == 1 && data.ClassNames.IsEmpty ? Numbers(sample.Targets, settings)
        : sample.Outputs.Length == 1 ? $"{Numbers(sample.Targets, settings)} {ClassGlyphs.NameOf(sample.Target, data.ClassNames)}" : ClassGlyphs.NameOf(sample.Target, data.ClassNames);

    private static string Given(SampleRow sample, DataTableData data, ViewSettings settings) =>
        sample.Target < 0 || sample.Outputs.Length == 1 ? Numbers(sample.Outputs, settings)
        : sample.Predicted < 0 ? "NaN"
        : $"{ClassGlyphs.NameOf(sample.Predicted, data.ClassNames)}  {NumberText.Of(sample.Sure, Math.Min(3, settings.Digits)),-6}";

    // Where every cell counts: two decimals, unless they say nothing.
    private static string Number(double value, Form form, ViewSettings settings) => form.IsTight && Math.Abs(value) is >= 0.005 and < 9.995
        ? value.ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '−') : NumberText.Of(value, settings.Digits);

    private static string Numbers(IEnumerable<double> values, ViewSettings settings) => string.Join("  ", values.Select(value => NumberText.Of(value, settings.Digits)));
}
