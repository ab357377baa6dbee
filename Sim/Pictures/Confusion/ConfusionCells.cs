using System.Collections.Immutable;
using System.Globalization;
using Core;

namespace Sim;

/// <summary>The counts of a matrix, rows the truth, with what follows from them.</summary>
internal sealed record ImmutableCounts(int Classes, ImmutableArray<long> Cells, ImmutableArray<ClassTally> Tallies, double Accuracy)
{
    public long this[int truth, int predicted] => Cells[truth * Classes + predicted];

    public static ImmutableCounts Of(ConfusionMatrix matrix) => new(matrix.Classes,
        [.. Enumerable.Range(0, matrix.Classes * matrix.Classes).Select(k => matrix[k / matrix.Classes, k % matrix.Classes])], matrix.Tallies, matrix.Accuracy);

    public static ImmutableCounts Of(BinaryScores scores, double threshold)
    {
        var (negative, positive) = (scores.Negative(threshold), scores.Positive(threshold));
        double all = scores.Positives + scores.Negatives;
        return new(2, [negative.TruePositive, negative.FalseNegative, positive.FalseNegative, positive.TruePositive], [negative, positive], (negative.TruePositive + positive.TruePositive) / all);
    }
}

/// <summary>Cells with counts; beside each row its recall, below each column its precision.</summary>
internal static class ConfusionCells
{
    private const int LongestName = 12, ShareWidth = 8, RoomyCell = 8;

    private static readonly Lessons.Text Predicted = new("predicted →", "预测 →"), Truth = new("truth ↓", "真实 ↓"), Recall = new("recall", "召回"), Precision = new("precision", "精确率"),
        Support = new("rows", "样本"), More = new("… {0} more", "…… 另有 {0} 个");

    public static void Draw(Region region, ImmutableCounts counts, ImmutableArray<string> names, ViewSettings settings)
    {
        int classes = counts.Classes, widest = counts.Cells.Max(count => count.ToString(CultureInfo.InvariantCulture).Length);
        int precision = TextWidth.Of(settings.Say(Precision));
        int labels = Math.Max(Math.Min(LongestName, names.Max(TextWidth.Of)), Math.Min(precision, region.Width / 4)), headers = Math.Min(6, names.Max(TextWidth.Of));
        int cell = Math.Max(Math.Max(widest, headers) + 1, Math.Min(RoomyCell, (region.Width - labels - 1 - ShareWidth) / classes));
        bool hasRecall = labels + 1 + classes * cell + ShareWidth <= region.Width;
        if (!hasRecall) cell = Math.Min(cell, Math.Max(2, (region.Width - labels - 1) / classes));
        bool isRead = cell > widest;
        int heads = region.Height >= classes + 2 ? 2 : 1, rows = Math.Min(classes, Math.Max(0, region.Height - heads)), columns = Math.Min(classes, (region.Width - labels - 1) / cell);
        if (rows < classes) rows = Math.Max(0, rows - 1);
        Text.Line(region.Sub(0, 0, labels, 1), 0, settings.Say(Truth), Role.Dim, Align.Right);
        if (heads == 2) Text.Line(region.Sub(labels + 1, 0, region.Width - labels - 1, 1), 0, settings.Say(Predicted), Role.Dim);
        int top = heads;
        for (int column = 0; column < columns; column++)
            Text.Line(region.Sub(labels + 1 + column * cell, heads - 1, cell - 1, 1), 0, names[column], Role.Text, Align.Right);
        if (hasRecall) Text.Line(region.Sub(labels + 1 + classes * cell, heads - 1, ShareWidth, 1), 0, settings.Say(Recall), Role.Dim, Align.Right);
        for (int row = 0; row < rows; row++)
        {
            Text.Line(region.Sub(0, top + row, labels, 1), 0, names[row], Role.Text, Align.Right);
            for (int column = 0; column < columns; column++) Cell(region.Sub(labels + 1 + column * cell, top + row, cell, 1), counts, row, column, isRead);
            if (hasRecall) Text.Line(region.Sub(labels + 1 + classes * cell, top + row, ShareWidth, 1), 0, ConfusionView.Percent(counts.Tallies[row].Recall), Role.Dim, Align.Right);
        }
        Foot(region, top + rows, labels, cell, columns, rows < classes || columns < classes ? classes - Math.Min(rows, columns) : 0, counts, settings);
    }

    private static void Foot(Region region, int y, int labels, int cell, int columns, int left, ImmutableCounts counts, ViewSettings settings)
    {
        if (y >= region.Height) return;
        if (left > 0)
        {
            Text.Line(region, y, string.Format(CultureInfo.InvariantCulture, settings.Say(More), left), Role.Dim);
            return;
        }
        bool isWide = cell >= ShareWidth - 1;
        if (cell < 4) return;
        Text.Line(region.Sub(0, y, labels, 1), 0, settings.Say(Precision), Role.Dim, Align.Right);
        for (int column = 0; column < columns; column++)
        {
            double share = counts.Tallies[column].Precision;
            string text = isWide ? ConfusionView.Percent(share) : Math.Round(share * 100).ToString(CultureInfo.InvariantCulture) + (cell > 4 ? "%" : "");
            Text.Line(region.Sub(labels + 1 + column * cell, y, cell - 1, 1), 0, text, Role.Dim, Align.Right);
        }
    }

    // The share of its row is the tint; right is green with +, wrong is red with −: the sign stands where numbers have no room.
    private static void Cell(Region cell, ImmutableCounts counts, int truth, int predicted, bool isRead)
    {
        long count = counts[truth, predicted], support = counts.Tallies[truth].Support;
        double share = support > 0 ? count / (double)support : 0;
        bool isRight = truth == predicted;
        Style style = count == 0 ? Role.Dim : new Style(isRight ? Role.Good : Role.Bad).Shaded((int)Math.Ceiling(share * Style.MaxShade - 0.5));
        cell.Fill(" ", style);
        string text = count == 0 ? "·" : isRead ? count.ToString(CultureInfo.InvariantCulture) : share >= 0.5 ? "#" : "+";
        Text.Line(cell.SkipRight(1), 0, text, isRight && count > 0 ? style.Bold : style, Align.Right);
    }

    /// <summary>A line for each label: precision, recall, F1, rows that have it.</summary>
    public static void Labels(Region region, ConfusionData data, ViewSettings settings)
    {
        Column[] columns = [new(""), new(settings.Say(Precision), Align.Right), new(settings.Say(Recall), Align.Right), new("F1", Align.Right), new(settings.Say(Support), Align.Right)];
        IReadOnlyList<Span>[] rows = [.. data.Tallies.Select((tally, k) => (IReadOnlyList<Span>)
        [
            new(data.Names[k], Role.Accent), ConfusionView.Percent(tally.Precision), ConfusionView.Percent(tally.Recall), ConfusionView.Percent(tally.F1),
            new(tally.Support.ToString(CultureInfo.InvariantCulture), Role.Dim),
        ])];
        Table.Draw(region, columns, rows);
    }
}
