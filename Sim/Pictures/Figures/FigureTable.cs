using System.Globalization;
using Lessons;

namespace Sim;

/// <summary>Rows of numbers under their headers.</summary>
internal static class FigureTable
{
    private static readonly Lessons.Text More = new("… {0} more", "…… 另有 {0} 行");

    public static void Draw(Region region, TableValues data, ViewSettings settings)
    {
        Column[] columns = [new(""), .. data.Columns.Select(column => new Column(settings.Say(column), Align.Right))];
        IReadOnlyList<Span>[] rows = [.. data.Rows.Select(row => (IReadOnlyList<Span>)[new Span(settings.Say(row.Name), Role.Accent), .. row.Cells.Select(Cell)])];
        bool isCut = rows.Length + 1 > region.Height && region.Height > 2;
        Table.Draw(isCut ? region.SkipBottom(1) : region, columns, rows);
        if (isCut) Text.Line(region.Bottom(1), 0, string.Format(CultureInfo.InvariantCulture, settings.Say(More), rows.Length - region.Height + 2), Role.Dim);
    }

    private static Span Cell(string text) => new(text, text switch { "✓" => Role.Good, "✗" => Role.Bad, "nan" or "NaN" or "∞" or "−∞" => Role.Bad, _ => Role.Text });
}
