using System.Globalization;
using Lessons;

namespace Sim;

/// <summary>The worst mistakes below the result of a run, as pictures: images of which the network was sure and wrong.</summary>
internal static class RunMistakes
{
    private const int InARow = 3, Rows = 2, Smallest = 8, Largest = 40, Gap = 2, PageWidth = 80;

    private static readonly Lessons.Text Heading = new("{0}: the surest mistakes", "{0}：最有把握的错误"), Caption = new("{0} taken for {1}, {2}", "{0} 认成 {1}，{2}");

    public static void Write(TextWriter output, ClassifiedSet set, Language language, bool isAscii)
    {
        if (set.Data.SampleShape is not [>= Smallest and <= Largest and var height, >= Smallest and <= Largest and var width]) return;
        int[] worst = [.. set.WorstMistakes.Take(InARow * Rows)];
        if (worst.Length == 0) return;
        output.Write('\n');
        output.WriteLine("  " + string.Format(CultureInfo.InvariantCulture, Heading.In(language), set.Name));
        int cell = Math.Min(width + Gap, (PageWidth - 2) / InARow), tall = (height * (cell - Gap) / width + 1) / 2;
        foreach (var row in worst.Chunk(InARow))
        {
            var grid = new Grid(2 + InARow * cell, tall + 1);
            for (int k = 0; k < row.Length; k++)
            {
                var frame = grid.All.Sub(2 + k * cell, 0, cell - Gap, tall + 1);
                PixelImage.Draw(frame.SkipBottom(1), set.Data.Row(row[k]), height, width, isAscii, Role.Text);
                Text.Line(frame, tall, Said(set, row[k], language), Role.Text, Align.Center);
            }

            GridText.Write(grid, output, isAscii ? GlyphSet.Ascii : GlyphSet.Unicode);
        }
    }

    private static string Said(ClassifiedSet set, int row, Language language) => string.Format(
        CultureInfo.InvariantCulture, Caption.In(language), ClassGlyphs.NameOf(set.Data.Targets.ClassOf(row), set.Data.ClassNames),
        ClassGlyphs.NameOf(set.Given[row], set.Data.ClassNames), string.Create(CultureInfo.InvariantCulture, $"{100 * set.Share[row]:F1} %"));
}
