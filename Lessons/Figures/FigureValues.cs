using System.Collections.Immutable;

namespace Lessons;

/// <summary>A figure with its numbers at one moment: all that drawing needs.</summary>
/// <param name="Title">With the numbers of the moment.</param>
/// <param name="Note">With the numbers of the moment; may be empty.</param>
/// <param name="Format">How its numbers are written.</param>
public abstract record FigureValues(Text Title, Text Note, NumberFormat? Format)
{
    /// <summary>What could not be evaluated at this moment, in words.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Whether there is nothing to draw.</summary>
    public abstract bool IsEmpty { get; }
}

/// <summary>Curves and clouds.</summary>
public sealed record PlotValues(Text Title, Text Note, NumberFormat? Format, ImmutableArray<PlotSeries> Series, ImmutableArray<PlotMark> Marks,
    ImmutableArray<PlotLine> Lines, FigureScales Scales) : FigureValues(Title, Note, Format)
{
    /// <inheritdoc/>
    public override bool IsEmpty => Series.IsEmpty && Marks.IsEmpty;
}

/// <summary>A curve, or a cloud of points.</summary>
public sealed record PlotSeries(Text Name, ImmutableArray<double> X, ImmutableArray<double> Y, bool IsCloud);

/// <summary>Points with one name.</summary>
public sealed record PlotMark(Text Name, ImmutableArray<double> X, ImmutableArray<double> Y);

/// <summary>A line across, at x if vertical, else at y.</summary>
public sealed record PlotLine(Text Name, double At, bool IsVertical);

/// <summary>Bars.</summary>
/// <param name="Title">With the numbers of the moment.</param>
/// <param name="Note">With the numbers of the moment; may be empty.</param>
/// <param name="Format">How its numbers are written.</param>
/// <param name="Labels">One for each bar.</param>
/// <param name="Series">Each with one number for each label.</param>
public sealed record BarsValues(Text Title, Text Note, NumberFormat? Format, ImmutableArray<Text> Labels, ImmutableArray<NamedNumbers> Series) : FigureValues(Title, Note, Format)
{
    /// <inheritdoc/>
    public override bool IsEmpty => Series.IsEmpty || Labels.IsEmpty;
}

/// <summary>Numbers under one name.</summary>
public sealed record NamedNumbers(Text Name, ImmutableArray<double> Values);

/// <summary>A table; cells are written out, a cell without a value is <c>…</c>.</summary>
public sealed record TableValues(Text Title, Text Note, NumberFormat? Format, ImmutableArray<Text> Columns, ImmutableArray<TableRow> Rows) : FigureValues(Title, Note, Format)
{
    /// <inheritdoc/>
    public override bool IsEmpty => Rows.IsEmpty;
}

/// <summary>One row of a table.</summary>
public sealed record TableRow(Text Name, ImmutableArray<string> Cells);

/// <summary>Matrices side by side.</summary>
public sealed record MatrixValues(Text Title, Text Note, NumberFormat? Format, ImmutableArray<MatrixPart> Parts) : FigureValues(Title, Note, Format)
{
    /// <inheritdoc/>
    public override bool IsEmpty => Parts.IsEmpty;
}

/// <summary>One matrix, [rows, columns].</summary>
public sealed record MatrixPart(Text Name, string Sign, int Rows, int Columns, ImmutableArray<double> Values, ImmutableArray<Text> RowNames, ImmutableArray<Text> ColumnNames);

/// <summary>Histograms over one axis.</summary>
public sealed record HistogramValues(Text Title, Text Note, NumberFormat? Format, double Low, double High, ImmutableArray<HistogramSeries> Series, ImmutableArray<PlotLine> Lines)
    : FigureValues(Title, Note, Format)
{
    /// <inheritdoc/>
    public override bool IsEmpty => Series.IsEmpty;
}

/// <summary>How many values fell into each bin, and what they are like as a whole.</summary>
/// <param name="Name">What was counted.</param>
/// <param name="Counts">One for each bin.</param>
/// <param name="Mean">Of the finite values.</param>
/// <param name="Deviation">Of the finite values.</param>
/// <param name="NotFinite">How many values are not finite.</param>
public sealed record HistogramSeries(Text Name, ImmutableArray<int> Counts, double Mean, double Deviation, int NotFinite);
