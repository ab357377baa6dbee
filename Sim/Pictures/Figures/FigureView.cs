using Lessons;

namespace Sim;

/// <summary>Draws whatever a figure is.</summary>
internal static class FigureView
{
    private static readonly Lessons.Text Missing = new("not at this moment: ", "此刻没有：");

    public static Phrase Usual { get; } = new("figure", "图");

    public static string Title(FigureData data, ViewSettings settings) =>
        settings.Say(data.Values.Title) + (data.Count > 1 ? $" {data.Number}/{data.Count}" : "");

    public static string Note(FigureData data, ViewSettings settings) => settings.Say(data.Values.Note);

    public static void Draw(Region region, FigureData data, ViewSettings settings)
    {
        if (data.Values.IsEmpty)
        {
            if (!data.Values.Missing.IsEmpty) Text.Paragraph(region, settings.Say(Missing) + data.Values.Missing[0], Role.Dim);
            return;
        }
        switch (data.Values)
        {
            case PlotValues plot: FigurePlot.Draw(region, plot, settings); break;
            case BarsValues bars: FigureBars.Draw(region, bars, settings); break;
            case TableValues table: FigureTable.Draw(region, table, settings); break;
            case MatrixValues matrix: FigureMatrices.Draw(region, matrix, settings); break;
            case HistogramValues histogram: FigureHistogram.Draw(region, histogram, settings); break;
        }
    }
}
