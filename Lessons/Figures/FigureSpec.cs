using Core;

namespace Lessons;

/// <summary>What a figure of a scene may be.</summary>
internal static class FigureSpec
{
    private static readonly Spec Expression = Spec.Text("an expression", 1, 10_000);

    private static readonly Spec Label = Spec.Either(Spec.Text("a name that is the same in both languages", 1), LessonSpec.Text);

    private static readonly Spec Labels = Spec.List(Label, "names");

    private static readonly Spec Number = Spec.Either(Spec.Number(), Expression);

    private static readonly Spec Numbers = Spec.Either(Spec.Number(), Expression, Spec.List(Number, "numbers and expressions", 1));

    private static readonly Spec Format = Spec.Text("a format such as 3, g4, e3, % or %1", 1, 4);

    internal static ObjectSpec Range { get; } = Spec.Object("range", "Numbers from one to another: at equal distances, or of equal ratio if `logX` is set.",
        Field.Required("from", Number, "First: a number or an expression."),
        Field.Required("to", Number, "Last."),
        Field.Optional("points", Spec.Integer(2, 2000), "How many.", "121"),
        Field.Optional("name", Spec.Text("a name of letters, digits and _", 1, 20, "[A-Za-z_][A-Za-z0-9_]*"), "What the numbers are called in the curves' expressions.", "\"x\""));

    internal static ObjectSpec Curve { get; } = Spec.Object("curve", "One curve.",
        Field.Optional("name", Label, "In the legend."),
        Field.Required("y", Numbers, "A row as long as `x`, or one number for all of it. The name `x` (or the range's own) stands for the row of x values: `x^2`, `rowmean((outer(x, data.x[:,0]) - data.y[:,0])^2)`."));

    internal static ObjectSpec Mark { get; } = Spec.Object("mark", "A point with a name; rows mark several.",
        Field.Required("x", Number, "Where on the horizontal axis."),
        Field.Required("y", Number, "Where on the vertical axis."),
        Field.Optional("name", Label, "In the legend."));

    internal static ObjectSpec Line { get; } = Spec.Object("line", "A straight line across; either `x` or `y`.",
        Field.Optional("x", Number, "Upright, at this x."),
        Field.Optional("y", Number, "Level, at this y."),
        Field.Optional("name", Label, "In the legend."));

    internal static ObjectSpec Cloud { get; } = Spec.Object("cloud", "Points of one kind, or of several classes.",
        Field.Required("x", Numbers, "A row."),
        Field.Required("y", Numbers, "A row as long."),
        Field.Optional("classes", Expression, "A number for each point; points of one number look the same."),
        Field.Optional("classNames", Labels, "Names of the classes, in ascending order of their numbers; otherwise the numbers.", "[]"),
        Field.Optional("name", Label, "In the legend."));

    internal static ObjectSpec Bars { get; } = Spec.Object("bars", "One series of bars.",
        Field.Optional("name", Label, "In the legend."),
        Field.Required("values", Numbers, "A row, or one expression for each bar."));

    internal static ObjectSpec Row { get; } = Spec.Object("row", "One row of a table.",
        Field.Required("name", Label, "At its left."),
        Field.Required("values", Numbers, "One expression for each column, or a row. A single truth value is written ✓ or ✗."));

    internal static ObjectSpec Part { get; } = Spec.Object("matrix", "One of the matrices side by side.",
        Field.Required("value", Expression, "A matrix, or a row (`transpose(…)` makes a column of it)."),
        Field.Optional("name", Label, "Above it."),
        Field.Optional("sign", Spec.Text("a sign such as · or =", 1, 3), "Before it."),
        Field.Optional("rows", Labels, "Names of the rows.", "[]"),
        Field.Optional("columns", Labels, "Names of the columns.", "[]"));

    private static readonly Field Marks = Field.Optional("marks", Spec.List(Mark, "marks"), "Points with names.", "[]");

    private static readonly Field Lines = Field.Optional("lines", Spec.List(Line, "lines"), "Straight lines across.", "[]");

    private static readonly Field XName = Field.Optional("xName", Label, "Under the horizontal axis.");

    private static readonly Field YName = Field.Optional("yName", Label, "Above the vertical axis.");

    private static readonly Field LogX = Field.Optional("logX", Spec.Boolean(), "Horizontal axis by decades.", "false");

    private static readonly Field LogY = Field.Optional("logY", Spec.Boolean(), "Vertical axis by decades.", "false");

    internal static TaggedSpec Figure { get; } = new TaggedSpec("figure",
        "A picture defined by [expressions](expressions.md), shown as the panel `figure`; several of a scene are cycled with `o`. They are evaluated anew at every moment a learner goes to; what does not exist there is left out.", null,
        Field.Required("title", LessonSpec.Text, "In the frame."),
        Field.Optional("note", LessonSpec.Text, "A line under it."),
        Field.Optional("format", Format, "How its numbers are written, as in [texts](expressions.md#numbers-in-texts); otherwise four significant digits."))
        .Case("curves", "Curves over one axis.",
            Field.Required("x", Spec.Either(Expression, Range), "A row, or a range of numbers."),
            Field.Required("series", Spec.List(Curve, "curves", 1, 8), "The curves; a value that is not finite breaks a curve."), Marks, Lines, XName, YName, LogX, LogY)
        .Case("points", "Points in the plane.",
            Field.Optional("x", Numbers, "A row; for a single cloud, instead of `clouds`."),
            Field.Optional("y", Numbers, "A row as long."),
            Field.Optional("classes", Expression, "A number for each point; points of one number look the same."),
            Field.Optional("classNames", Labels, "Names of the classes, in ascending order of their numbers.", "[]"),
            Field.Optional("clouds", Spec.List(Cloud, "clouds", 1, 8), "Several clouds."), Marks, Lines, XName, YName, LogX, LogY)
        .Case("bars", "Bars with signs.",
            Field.Optional("labels", Spec.Either(Expression, Labels), "Names of the bars, or a row of numbers to be their names; otherwise 0, 1, 2 …"),
            Field.Optional("values", Numbers, "The bars of a single series: a row, or one expression for each."),
            Field.Optional("series", Spec.List(Bars, "series", 1, 6), "Several series side by side, instead of `values`."))
        .Case("table", "Numbers in rows and columns.",
            Field.Required("columns", Spec.List(Label, "names", 1, 12), "Headers of the columns of numbers."),
            Field.Optional("formats", Spec.List(Format, "formats"), "How each column is written.", "[]"),
            Field.Required("rows", Spec.List(Row, "rows", 1, 40), "The rows."))
        .Case("matrix", "Matrices as tinted numbers with their signs, side by side: A · B = C.",
            Field.Optional("value", Expression, "The matrix, if it is one."),
            Field.Optional("parts", Spec.List(Part, "matrices", 1, 5), "Several, instead of `value`."),
            Field.Optional("rows", Labels, "Names of the rows of `value`.", "[]"),
            Field.Optional("columns", Labels, "Names of the columns of `value`.", "[]"))
        .Case("histogram", "How often values fall into equal bins.",
            Field.Optional("values", Numbers, "What is counted, all elements of it."),
            Field.Optional("series", Spec.List(Bars, "series", 1, 4), "Several, one above the other on the same axis, instead of `values`."),
            Field.Optional("bins", Spec.Integer(2, 200), "Bins over the range of all values.", "30"), Lines);
}
