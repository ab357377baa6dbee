using System.Collections.Immutable;
using System.Globalization;
using Core;

namespace Sim;

/// <summary>A tensor as a matrix of numbers with one cell marked; what does not fit is counted, not hidden.</summary>
internal static class MatrixView
{
    private const int Gap = 1;

    /// <summary>Lines that all rows need.</summary>
    public static int Rows(ImmutableArray<int> shape) => shape.Length < 2 ? 1 : shape[^2];

    /// <summary>The matrix as lines of at most <paramref name="width"/> cells, around the marked element.</summary>
    /// <param name="tensor">Of more than two dimensions: the slice that holds the element.</param>
    /// <param name="element">Marked by brackets.</param>
    /// <param name="width">Cells.</param>
    /// <param name="most">Most lines, header included.</param>
    /// <param name="settings">Digits.</param>
    public static List<IReadOnlyList<Span>> Lines(Tensor<float> tensor, ImmutableArray<int> element, int width, int most, ViewSettings settings)
    {
        var lines = new List<IReadOnlyList<Span>>();
        if (tensor.Shape.IsEmpty || tensor.Values.IsEmpty || most < 2) return lines;
        int columns = tensor.Shape[^1], rows = Rows(tensor.Shape);
        int row = element.Length < 2 ? 0 : element[^2], column = element[^1];
        int start = tensor.Offset(element.AsSpan()) - row * columns - column;
        int label = rows == 1 ? 0 : Digits(rows) + 1;
        var visibleRows = Window(rows, Math.Min(rows, most - 1), row);
        var slice = tensor.Values.AsSpan(start, rows * columns);
        int cell = CellWidth(slice, columns, visibleRows, Window(columns, Math.Max(1, (width - label) / 6), column), settings);
        int fits = Math.Max(1, (width - label - 2) / (cell + Gap + 1));
        var visible = Window(columns, Math.Min(columns, fits), column);
        lines.Add(Header(visible, columns, label, cell));
        for (int r = visibleRows.First; r < visibleRows.End; r++)
        {
            var spans = new List<Span>();
            if (label > 0) spans.Add(new((r + 1).ToString(CultureInfo.InvariantCulture).PadLeft(label - 1) + " ", Role.Dim));
            for (int c = visible.First; c < visible.End; c++)
            {
                bool isMarked = r == row && c == column;
                string text = NumberText.Of(slice[r * columns + c], settings.Digits);
                Style style = isMarked ? new Style(Role.Active).Reverse : ValueStyle(tensor.Name, slice[r * columns + c]);
                spans.Add(new((isMarked ? "[" : " ") + new string(' ', Math.Max(0, cell - text.Length)) + text + (isMarked ? "]" : " "), style));
            }
            lines.Add(spans);
        }
        if (visibleRows.End - visibleRows.First < rows)
            lines[0] = [.. lines[0], new Span($" {Range(visibleRows, rows)}", Role.Dim)];
        return lines;
    }

    private static Style ValueStyle(string name, float value) =>
        !float.IsFinite(value) ? Role.Bad : value == 0 ? Role.Dim : ValueRole.Of(name);

    private static List<Span> Header((int First, int End) visible, int columns, int label, int cell)
    {
        var spans = new List<Span> { new(new string(' ', label), Role.Dim) };
        for (int c = visible.First; c < visible.End; c++)
            spans.Add(new((c + 1).ToString(CultureInfo.InvariantCulture).PadLeft(cell + 1) + " ", Role.Dim));
        if (visible.End - visible.First < columns) spans.Add(new($" {Range(visible, columns)}", Role.Dim));
        return spans;
    }

    private static string Range((int First, int End) visible, int all) =>
        string.Create(CultureInfo.InvariantCulture, $"{visible.First + 1}–{visible.End}/{all}");

    /// <summary>So many places around the chosen one.</summary>
    internal static (int First, int End) Window(int count, int visible, int chosen)
    {
        visible = Math.Clamp(visible, 0, count);
        int first = Math.Clamp(chosen - visible / 2, 0, count - visible);
        return (first, first + visible);
    }

    private static int CellWidth(ReadOnlySpan<float> slice, int columns, (int First, int End) rows, (int First, int End) shown, ViewSettings settings)
    {
        int width = Digits(shown.End);
        for (int r = rows.First; r < rows.End; r++)
            for (int c = shown.First; c < shown.End; c++)
                width = Math.Max(width, NumberText.Of(slice[r * columns + c], settings.Digits).Length);
        return width;
    }

    private static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;
}
