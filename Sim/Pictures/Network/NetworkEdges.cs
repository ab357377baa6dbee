using Core;

namespace Sim;

/// <summary>
/// The edges into one column: thickness is |w| against the layer's largest, solid is positive and dashed negative, as the colours say too.
/// What the step reads or writes is bright, the rest dim; edges of the chosen unit carry their numbers.
/// </summary>
internal sealed class NetworkEdges(Region region, NetworkData data, ViewSettings settings, Braille dots)
{
    private const int MostLines = 64, FewEdges = 16, Solid = 0xFFF, Dashed = 0x333, Dotted = 0x111;

    private readonly List<(int X, int Y, string Text, Style Style)> _labels = [];

    private readonly record struct Edge(int From, int To, double Weight, double Share, bool IsChosen);

    /// <summary>Draws the lines from one column to the next.</summary>
    public void Draw(PlacedColumn left, PlacedColumn right, int leftEnd)
    {
        if (right.Index >= data.Columns.Length)
        {
            ToLoss(left, right, leftEnd);
            return;
        }
        var weights = data.Columns[right.Index].Weights;
        if (right.X - leftEnd < 2) return;
        bool isImage = left.Index == 0 && NetworkImage.IsImage(data);
        if (weights is null || isImage || (left.Shown * right.Shown > MostLines && !HasRoom(left, right, leftEnd)))
        {
            Bundle(left, right, leftEnd, weights);
            return;
        }
        if (left.Shown * right.Shown > MostLines / 2 && HasRoom(left, right, leftEnd))
        {
            HeatRows(left, right, leftEnd, weights);
            return;
        }
        var edges = Edges(left, right, weights);
        if (edges.Count > MostLines / 2 || (edges.Count > FewEdges && right.X - leftEnd < 8)) edges = Strongest(edges);
        bool isLit = data.Focus.Edges == right.Index, anyLit = data.Focus.Edges >= 0;
        foreach (var edge in edges.OrderBy(edge => edge.IsChosen).ThenBy(edge => edge.Share)) Line(left, right, leftEnd, edge, isLit, anyLit);
        Labels(left, right, leftEnd, edges, isLit);
    }

    /// <summary>The numbers on the lines, over everything drawn before.</summary>
    public void DrawLabels()
    {
        foreach (var (x, y, text, style) in _labels) region.Write(x, y, text, style);
    }

    private List<Edge> Edges(PlacedColumn left, PlacedColumn right, Tensor<float> weights)
    {
        double max = weights.Values.Max(w => float.IsFinite(w) ? Math.Abs((double)w) : 0);
        var edges = new List<Edge>();
        for (int to = right.First; to < right.First + right.Shown; to++)
            for (int from = left.First; from < left.First + left.Shown; from++)
                edges.Add(new Edge(from, to, weights[to, from], max > 0 ? Math.Abs(weights[to, from]) / max : 0, IsChosen(right.Index, from, to)));
        return edges;
    }

    // In a narrow gap: the chosen ones, and the strongest into each unit.
    private static List<Edge> Strongest(List<Edge> edges) =>
        [.. edges.GroupBy(edge => edge.To).SelectMany(group => group.Where(edge => edge.IsChosen || edge == group.MaxBy(other => other.Share)))];

    private bool IsChosen(int column, int from, int to) =>
        column == data.Focus.Edges && (data.Focus.From >= 0 || data.Focus.To >= 0)
        && (data.Focus.From < 0 || data.Focus.From == from) && (data.Focus.To < 0 || data.Focus.To == to);

    private void Line(PlacedColumn left, PlacedColumn right, int leftEnd, Edge edge, bool isLit, bool anyLit)
    {
        Style sign = edge.Weight < 0 ? Role.Negative : Role.Positive;
        bool isIdle = edge.Weight == 0 || IsDropped(left, edge.From) || IsDropped(right, edge.To);
        Style style = anyLit && !isLit || isIdle ? Role.Frame : edge.IsChosen ? sign.Bold : sign;
        int pattern = isIdle ? Dotted : edge.Weight < 0 ? Dashed : Solid;
        int x0 = 2 * leftEnd + 1, x1 = 2 * right.X - 2;
        int y0 = 4 * left.RowOf(edge.From)!.Value + 1, y1 = 4 * right.RowOf(edge.To)!.Value + 1;
        int lines = edge.Share > 0.6 ? 2 : 1;
        if (edge.IsChosen && settings.Projector) lines++;
        for (int k = 0; k < lines; k++) dots.Line(x0, y0 + k, x1, y1 + k, style, pattern);
    }

    // Nothing passes through a unit that dropout has switched off.
    private bool IsDropped(PlacedColumn column, int unit) => data.Columns[column.Index].Units[unit].State == UnitState.Dropped;

    // Where the ends of the edges lie apart: at the left of a single chosen unit on the right, and the other way round.
    private void Labels(PlacedColumn left, PlacedColumn right, int leftEnd, List<Edge> edges, bool isLit)
    {
        int gap = right.X - leftEnd;
        bool toOne = right.Shown == 1 || (isLit && data.Focus.To >= 0), fromOne = left.Shown == 1 || (isLit && data.Focus.From >= 0);
        if (gap < 9 || !(toOne || fromOne) || (isLit && !edges.Exists(edge => edge.IsChosen) && right.Shown > 1 && left.Shown > 1)) return;
        var labelled = isLit && edges.Exists(edge => edge.IsChosen) ? edges.Where(edge => edge.IsChosen) : edges;
        foreach (var edge in labelled)
        {
            string text = NetworkNumbers.Signed(edge.Weight);
            if (text.Length > gap - 3) continue;
            bool atLeft = toOne && !(fromOne && left.Shown == 1 && right.Shown > 1);
            int row = atLeft ? left.RowOf(edge.From)!.Value : right.RowOf(edge.To)!.Value;
            int x = left.Shown == 1 && right.Shown == 1 ? leftEnd + (gap - text.Length) / 2 : atLeft ? leftEnd + 2 : right.X - 2 - text.Length;
            Style style = edge.Weight < 0 ? Role.Negative : edge.Weight > 0 ? Role.Positive : Role.Dim;
            _labels.Add((x, row, text, edge.IsChosen ? style.Bold : data.Focus.Edges >= 0 && !isLit ? Role.Dim : style));
        }
    }

    private static bool HasRoom(PlacedColumn left, PlacedColumn right, int leftEnd) => right.X - leftEnd - 2 >= left.Shown;

    // Beside every unit its row of weights.
    private void HeatRows(PlacedColumn left, PlacedColumn right, int leftEnd, Tensor<float> weights)
    {
        double max = weights.Values.Max(w => float.IsFinite(w) ? Math.Abs((double)w) : 0);
        int cell = Math.Clamp((right.X - leftEnd - 2) / left.Shown, 1, 3), start = right.X - 1 - cell * left.Shown;
        for (int to = right.First; to < right.First + right.Shown; to++)
            for (int from = left.First; from < left.First + left.Shown; from++)
            {
                var at = region.Sub(start + (from - left.First) * cell, right.RowOf(to)!.Value, cell, 1);
                HeatMap.DrawCell(at, weights[to, from], max);
                if (IsChosen(right.Index, from, to)) at.Restyle(style => style.Underline.Bold);
            }
        if (data.Focus.Edges == right.Index && right.RowOf(data.Focus.To) is { } row) region.Put(start - 1, row, "▸", Role.Active);
    }

    // Too many to draw: a bundle of lines, and how many there are.
    private void Bundle(PlacedColumn left, PlacedColumn right, int leftEnd, Tensor<float>? weights)
    {
        bool isLit = data.Focus.Edges == right.Index;
        Style style = isLit ? Role.Active : Role.Frame;
        int middle = 4 * (left.Top + left.Height / 2) + 1;
        int target = right.RowOf(isLit && right.RowOf(data.Focus.To) is not null ? data.Focus.To : right.First + right.Shown / 2)!.Value;
        for (int to = right.First; to < right.First + right.Shown; to += Math.Max(1, right.Shown / 6))
            dots.Line(2 * leftEnd + 1, middle, 2 * right.X - 2, 4 * right.RowOf(to)!.Value + 1, Role.Frame, Dotted);
        if (isLit) dots.Line(2 * leftEnd + 1, middle, 2 * right.X - 2, 4 * target + 1, style);
        var layer = data.Columns[right.Index].Layer!;
        string text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{layer.Units}×{layer.Inputs}");
        if (text.Length + 2 <= right.X - leftEnd && weights is not null) _labels.Add((leftEnd + (right.X - leftEnd - text.Length) / 2, left.Top + left.Height / 2, text, isLit ? Role.Active : Role.Dim));
    }

    private void ToLoss(PlacedColumn left, PlacedColumn right, int leftEnd)
    {
        int y1 = 4 * right.RowOf(0)!.Value + 1;
        for (int unit = left.First; unit < left.First + left.Shown; unit++)
            dots.Line(2 * leftEnd + 1, 4 * left.RowOf(unit)!.Value + 1, 2 * right.X - 2, y1, data.Focus.IsLoss ? Role.Active : Role.Frame, data.Focus.IsLoss ? Solid : Dotted);
    }
}
