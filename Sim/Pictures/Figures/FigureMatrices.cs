using System.Globalization;
using Lessons;

namespace Sim;

/// <summary>Matrices side by side, or one below the other: every element a number on a tint of its size, or a sign where there is no room for numbers.</summary>
internal static class FigureMatrices
{
    private const int SignWidth = 3, GlyphCell = 2, LeastDigits = 1, ReadableDigits = 3, FewestPixels = 12;

    private static readonly Lessons.Text Cut = new("{0}×{1}, the first {2}×{3}", "{0}×{1}，只显示前 {2}×{3}");

    public static void Draw(Region region, MatrixValues data, ViewSettings settings)
    {
        var (beside, below) = (Beside(region.Width, data, settings), Below(region, data, settings));
        bool fits = below.Sum(part => part.Height + 1) - 1 <= region.Height, isBeside = beside is not null && !(fits && beside.Min(part => part.Digits) < ReadableDigits);
        var drawn = isBeside ? beside! : below;
        int x = 0, y = 0, tallest = drawn.Max(part => part.Height);
        foreach (var part in drawn)
        {
            var place = isBeside ? region.Sub(x, 0, part.Width, Math.Min(region.Height, tallest)) : region.Sub(0, y, region.Width, part.Height);
            One(place, part, isBeside ? tallest : part.Height, settings);
            (x, y) = (x + part.Width, y + part.Height + 1);
        }
    }

    // The most digits with which all stand side by side; null: none.
    private static List<Drawn>? Beside(int width, MatrixValues data, ViewSettings settings)
    {
        for (int digits = Math.Min(4, settings.Digits); digits >= LeastDigits; digits--)
        {
            List<Drawn> drawn = [.. data.Parts.Select(part => Drawn.Of(part, data.Format, digits, settings))];
            if (drawn.Sum(part => part.Width) <= width) return drawn;
            if (data.Format is not null) break;
        }
        List<Drawn> signs = [.. data.Parts.Select(part => Drawn.Of(part, null, 0, settings))];
        return signs.Sum(part => part.Width) <= width ? signs : null;
    }

    private static List<Drawn> Below(Region region, MatrixValues data, ViewSettings settings) =>
        [.. data.Parts.Select(part =>
        {
            for (int digits = Math.Min(4, settings.Digits); digits >= LeastDigits; digits--)
                if (Drawn.Of(part, data.Format, digits, settings) is var drawn && drawn.Width <= region.Width) return drawn;
            return Drawn.Of(part, null, 0, settings);
        })];

    private static void One(Region region, Drawn drawn, int tallest, ViewSettings settings)
    {
        var part = drawn.Part;
        int heads = (part.Name.IsEmpty ? 0 : 1) + (part.ColumnNames.IsEmpty ? 0 : 1);
        var cells = region.SkipLeft(drawn.Left).SkipTop(heads);
        double most = part.Values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        if (drawn.Texts is null && (part.Rows > cells.Height || part.Columns * drawn.Cell > cells.Width) && Math.Min(part.Rows, part.Columns) >= FewestPixels)
        {
            var (width, height) = ImageCells.SizeIn(cells.Size, part.Rows, part.Columns);
            ImageCells.Draw(cells.Sub(0, 0, width, height), part.Rows, part.Columns, (row, column) => part.Values[row * part.Columns + column], most);
            return;
        }
        int rows = Math.Min(part.Rows, cells.Height), columns = Math.Min(part.Columns, cells.Width / Math.Max(1, drawn.Cell));
        if (rows < part.Rows || columns < part.Columns)
        {
            rows = Math.Max(0, Math.Min(part.Rows, cells.Height - 1));
            Text.Line(cells, rows, string.Format(CultureInfo.InvariantCulture, settings.Say(Cut), part.Rows, part.Columns, rows, columns), Role.Dim);
        }
        if (part.Sign.Length > 0) Text.Line(region.Sub(0, heads + Math.Max(0, (Math.Min(tallest, region.Height) - heads - 1) / 2), SignWidth - 1, 1), 0, part.Sign, new Style(Role.Active).Bold, Align.Center);
        if (!part.Name.IsEmpty) Text.Line(region.SkipLeft(drawn.Left), 0, settings.Say(part.Name), new Style(Role.Text).Bold);
        for (int column = 0; column < columns && column < part.ColumnNames.Length; column++)
            Text.Line(region.Sub(drawn.Left + column * drawn.Cell, heads - 1, drawn.Cell - 1, 1), 0, settings.Say(part.ColumnNames[column]), Role.Dim, Align.Right);
        for (int row = 0; row < rows; row++)
        {
            if (row < part.RowNames.Length)
                Text.Line(region.Sub(part.Sign.Length > 0 ? SignWidth : 0, heads + row, drawn.Names, 1), 0, settings.Say(part.RowNames[row]), Role.Dim, Align.Right);
            for (int column = 0; column < columns; column++)
                Cell(cells.Sub(column * drawn.Cell, row, drawn.Cell, 1), part.Values[row * part.Columns + column], drawn.Texts?[row * part.Columns + column], most);
        }
    }

    private static void Cell(Region cell, double value, string? text, double most)
    {
        if (text is null)
        {
            HeatMap.DrawCell(cell, value, most);
            return;
        }
        double share = most > 0 && double.IsFinite(value) ? Math.Abs(value) / most : 0;
        Style style = double.IsFinite(value) ? new Style(value < 0 ? Role.Negative : Role.Positive).Shaded((int)Math.Ceiling(share * Style.MaxShade - 0.5)) : Role.Bad;
        if (value == 0) style = Role.Dim;
        cell.Fill(" ", style);
        Text.Line(cell.SkipRight(1), 0, text, style, Align.Right);
    }

    /// <summary>A matrix with its texts, and the room it takes.</summary>
    private sealed record Drawn(MatrixPart Part, string[]? Texts, int Cell, int Names, int Digits)
    {
        public int Left => (Part.Sign.Length > 0 ? SignWidth : 0) + (Names > 0 ? Names + 1 : 0);

        public int Width => Left + Math.Max(Part.Columns * Cell, Part.Name.IsEmpty ? 0 : 4) + 1;

        public int Height => Part.Rows + (Part.Name.IsEmpty ? 0 : 1) + (Part.ColumnNames.IsEmpty ? 0 : 1);

        public static Drawn Of(MatrixPart part, NumberFormat? format, int digits, ViewSettings settings)
        {
            int names = part.RowNames.IsEmpty ? 0 : Math.Min(12, part.RowNames.Max(name => TextWidth.Of(settings.Say(name))));
            if (digits == 0) return new(part, null, GlyphCell, names, 0);
            string[] texts = [.. part.Values.Select(value => FigureNumber.Of(value, format, settings, digits))];
            int heads = part.ColumnNames.IsEmpty ? 0 : Math.Min(8, part.ColumnNames.Max(name => TextWidth.Of(settings.Say(name))));
            return new(part, texts, Math.Max(heads, texts.Length == 0 ? 1 : texts.Max(TextWidth.Of)) + 2, names, format is null ? digits : ReadableDigits);
        }
    }
}
