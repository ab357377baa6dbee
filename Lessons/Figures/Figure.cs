using System.Collections.Immutable;

namespace Lessons;

/// <summary>A picture that a scene defines by expressions. They are evaluated at the moment that is seen.</summary>
public abstract record Figure
{
    /// <summary>Most figures of a scene.</summary>
    public const int Most = 8;

    /// <summary>In the frame.</summary>
    public required Text Title { get; init; }

    /// <summary>A line under it; may be empty.</summary>
    public Text Note { get; init; } = Text.None;

    /// <summary>How its numbers are written; null: four significant digits.</summary>
    public NumberFormat? Format { get; init; }

    /// <summary>Where it was written.</summary>
    public required Core.Place Place { get; init; }
}

/// <summary>Curves over one axis.</summary>
public sealed record CurvesFigure : Figure
{
    /// <summary>What is on the horizontal axis; its name may be used by <see cref="Series"/>.</summary>
    public required FigureAxis X { get; init; }

    /// <summary>The curves.</summary>
    public required ImmutableArray<FigureNumbers> Series { get; init; }

    /// <summary>Single points.</summary>
    public ImmutableArray<FigureMark> Marks { get; init; } = [];

    /// <summary>Straight lines across.</summary>
    public ImmutableArray<FigureLine> Lines { get; init; } = [];

    /// <summary>The axes.</summary>
    public required FigureScales Scales { get; init; }
}

/// <summary>Points in the plane, by class or by series.</summary>
public sealed record PointsFigure : Figure
{
    /// <summary>The clouds.</summary>
    public required ImmutableArray<FigureCloud> Clouds { get; init; }

    /// <summary>Single points.</summary>
    public ImmutableArray<FigureMark> Marks { get; init; } = [];

    /// <summary>Straight lines across.</summary>
    public ImmutableArray<FigureLine> Lines { get; init; } = [];

    /// <summary>The axes.</summary>
    public required FigureScales Scales { get; init; }
}

/// <summary>Bars, one for each label, of several series side by side.</summary>
public sealed record BarsFigure : Figure
{
    /// <summary>Names of the bars; empty: their numbers from 0.</summary>
    public ImmutableArray<Text> Labels { get; init; } = [];

    /// <summary>Numbers as names of the bars, instead of <see cref="Labels"/>.</summary>
    public Placed<Expression>? LabelNumbers { get; init; }

    /// <summary>Their lengths.</summary>
    public required ImmutableArray<FigureNumbers> Series { get; init; }
}

/// <summary>A table of numbers.</summary>
public sealed record TableFigure : Figure
{
    /// <summary>Headers of the columns of numbers.</summary>
    public required ImmutableArray<Text> Columns { get; init; }

    /// <summary>How each column is written; empty: all as <see cref="Figure.Format"/> says.</summary>
    public ImmutableArray<NumberFormat> Formats { get; init; } = [];

    /// <summary>The rows.</summary>
    public required ImmutableArray<FigureNumbers> Rows { get; init; }
}

/// <summary>Matrices as tinted numbers, side by side.</summary>
public sealed record MatrixFigure : Figure
{
    /// <summary>The matrices.</summary>
    public required ImmutableArray<FigureMatrix> Parts { get; init; }
}

/// <summary>How often values fall into equal bins.</summary>
public sealed record HistogramFigure : Figure
{
    /// <summary>What is counted.</summary>
    public required ImmutableArray<FigureNumbers> Series { get; init; }

    /// <summary>Bins over the range of all values.</summary>
    public required int Bins { get; init; }

    /// <summary>Lines across, at x.</summary>
    public ImmutableArray<FigureLine> Lines { get; init; } = [];
}
