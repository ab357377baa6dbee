using System.Globalization;
using Lessons;

namespace Sim;

/// <summary>The confusion matrix below the result of a run: a row a wanted class, a column a given one.</summary>
internal static class RunConfusion
{
    private const int FewestClasses = 3, MostClasses = 20, LongestName = 12;

    private static readonly Lessons.Text Heading = new("{0}: {1} of {2} right · a row for each class that is wanted, a column for each that the network gives", "{0}：{2} 个里答对 {1} 个 · 行是应有的类别，列是网络给出的类别");

    public static void Write(TextWriter output, ClassifiedSet set, Language language, bool isAscii)
    {
        if (set.Classes is < FewestClasses or > MostClasses) return;
        var counts = set.Confusion;
        int right = Enumerable.Range(0, set.Classes).Sum(k => counts[k, k]);
        output.Write('\n');
        output.WriteLine("  " + string.Format(CultureInfo.InvariantCulture, Heading.In(language), set.Name, right, set.Given.Length));
        string[] names = [.. Enumerable.Range(0, set.Classes).Select(k => Short(ClassGlyphs.NameOf(k, set.Data.ClassNames)))];
        Column[] columns = [new("  "), .. names.Select(name => new Column(name, Align.Right)), new("")];
        IReadOnlyList<Span>[] rows = [.. names.Select((name, wanted) => (IReadOnlyList<Span>)
            [new("  " + name, Role.Text), .. Enumerable.Range(0, set.Classes).Select(given => Cell(counts, wanted, given)), Share(counts, wanted, set.Classes)])];
        var grid = new Grid(Table.Widths(columns, rows, int.MaxValue / 2).Sum() + 2 * columns.Length, rows.Length + 1);
        Table.Draw(grid.All, columns, rows);
        GridText.Write(grid, output, isAscii ? GlyphSet.Ascii : GlyphSet.Unicode);
    }

    private static Span Cell(int[,] counts, int wanted, int given) => counts[wanted, given] == 0
        ? new("·", Role.Dim)
        : new(counts[wanted, given].ToString(CultureInfo.InvariantCulture), wanted == given ? Role.Good : Role.Bad);

    private static Span Share(int[,] counts, int wanted, int classes)
    {
        int all = Enumerable.Range(0, classes).Sum(given => counts[wanted, given]);
        return all == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * counts[wanted, wanted] / all:F1} %");
    }

    private static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";
}
