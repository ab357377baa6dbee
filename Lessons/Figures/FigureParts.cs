using System.Collections.Immutable;

namespace Lessons;

/// <summary>The horizontal axis of curves: a row of values, or a range.</summary>
/// <param name="Name">The name of the values in the curves' expressions.</param>
/// <param name="Values">A row; null: a range.</param>
/// <param name="Range">From, to and how many; null: <paramref name="Values"/>.</param>
public sealed record FigureAxis(string Name, Placed<Expression>? Values, FigureRange? Range);

/// <summary>Numbers at equal distances, or of equal ratio on a logarithmic axis.</summary>
/// <param name="From">First.</param>
/// <param name="To">Last.</param>
/// <param name="Points">How many.</param>
public sealed record FigureRange(Placed<Expression> From, Placed<Expression> To, int Points);

/// <summary>Named numbers: one expression for all of them, or one for each.</summary>
/// <param name="Name">What they are; may be empty.</param>
/// <param name="Items">The expressions.</param>
/// <param name="IsList">Whether each of <paramref name="Items"/> is one number.</param>
/// <param name="Place">Where they were written.</param>
public sealed record FigureNumbers(Text Name, ImmutableArray<Placed<Expression>> Items, bool IsList, Core.Place Place);

/// <summary>A point with a name.</summary>
/// <param name="Name">What it is; may be empty.</param>
/// <param name="X">Where on the horizontal axis: a number, or a row for several points.</param>
/// <param name="Y">Where on the vertical axis.</param>
public sealed record FigureMark(Text Name, Placed<Expression> X, Placed<Expression> Y);

/// <summary>A straight line across the picture.</summary>
/// <param name="Name">What it is; may be empty.</param>
/// <param name="At">Where.</param>
/// <param name="IsVertical">At this x; otherwise at this y.</param>
public sealed record FigureLine(Text Name, Placed<Expression> At, bool IsVertical);

/// <summary>What the axes are.</summary>
/// <param name="XName">Under the horizontal axis; may be empty.</param>
/// <param name="YName">Above the vertical axis; may be empty.</param>
/// <param name="LogX">By decades.</param>
/// <param name="LogY">By decades.</param>
public sealed record FigureScales(Text XName, Text YName, bool LogX, bool LogY);

/// <summary>Points of one or several classes.</summary>
/// <param name="Name">What they are; may be empty.</param>
/// <param name="X">A row.</param>
/// <param name="Y">A row as long.</param>
/// <param name="Classes">A number for each point: points of one number look the same; null: all do.</param>
/// <param name="ClassNames">Names of the classes in ascending order of their numbers.</param>
/// <param name="Place">Where it was written.</param>
public sealed record FigureCloud(Text Name, Placed<Expression> X, Placed<Expression> Y, Placed<Expression>? Classes, ImmutableArray<Text> ClassNames, Core.Place Place);

/// <summary>One matrix.</summary>
/// <param name="Name">Above it; may be empty.</param>
/// <param name="Sign">Before it, such as <c>·</c> or <c>=</c>; may be empty.</param>
/// <param name="Value">A matrix, or a row.</param>
/// <param name="Rows">Names of the rows; empty: none.</param>
/// <param name="Columns">Names of the columns; empty: none.</param>
public sealed record FigureMatrix(Text Name, string Sign, Placed<Expression> Value, ImmutableArray<Text> Rows, ImmutableArray<Text> Columns);
