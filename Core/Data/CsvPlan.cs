using System.Collections.Immutable;

namespace Core;

/// <summary>What a person said about a table; the rest is chosen.</summary>
/// <param name="Path">As the experiment names it.</param>
public sealed record CsvRequest(string Path)
{
    /// <summary>Name of the target column; null: the last one.</summary>
    public string? Target { get; init; }

    /// <summary>Whether the target is a class; null: chosen by its values.</summary>
    public bool? IsClasses { get; init; }

    /// <summary>What is done about missing values.</summary>
    public CsvMissing Missing { get; init; }

    /// <summary>Input columns; empty: all that can teach something.</summary>
    public ImmutableArray<string> Inputs { get; init; } = [];

    /// <summary>Columns of numbers that are names in truth.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Share of the rows kept for the test.</summary>
    public double TestShare { get; init; } = 0.2;

    /// <summary>Between fields.</summary>
    public char Delimiter { get; init; } = ',';
}

/// <summary>Why the target is a class or a number.</summary>
public enum CsvTargetReason
{
    /// <summary>It was said so.</summary>
    Stated,

    /// <summary>There is text in it.</summary>
    Text,

    /// <summary>Few different whole numbers.</summary>
    FewWholeNumbers,

    /// <summary>Many different numbers.</summary>
    ManyNumbers,
}

/// <summary>Why a column is no input.</summary>
public enum CsvLeftOut
{
    /// <summary>No value in any row.</summary>
    Empty,

    /// <summary>The same value in every row.</summary>
    Constant,

    /// <summary>A text that is another one in (nearly) every row: a name.</summary>
    Names,
}

/// <summary>What becomes of a table: inputs, target, the task.</summary>
/// <param name="Request">What was said.</param>
/// <param name="Rows">Rows of the table.</param>
/// <param name="Target">Name of the target.</param>
/// <param name="IsClasses">Whether it is a class.</param>
/// <param name="Reason">Why.</param>
/// <param name="Classes">Names of the classes in order of their numbers; empty for numbers.</param>
/// <param name="Inputs">The input columns.</param>
/// <param name="LeftOut">Columns that are no inputs, and why.</param>
/// <param name="Width">Inputs of the network: a number one, a category one for each text.</param>
public sealed record CsvPlan(
    CsvRequest Request, long Rows, string Target, bool IsClasses, CsvTargetReason Reason, ImmutableArray<string> Classes,
    ImmutableArray<CsvColumnFacts> Inputs, ImmutableArray<(string Name, CsvLeftOut Why)> LeftOut, long Width)
{
    /// <summary>Outputs of the network: a number or two classes one, else one for each class.</summary>
    public int Outputs => Classes.Length > 2 ? Classes.Length : 1;

    /// <summary>Input columns whose texts are inputs of their own.</summary>
    public IEnumerable<CsvColumnFacts> Categories => Inputs.Where(column => column.Numbers == 0 || Request.Categories.Contains(column.Name));

    /// <summary>Rows for the test; 0 when there are too few rows to spare some.</summary>
    public long TestRows => Rows * Request.TestShare < 1 ? 0 : (long)Math.Round(Rows * Request.TestShare);

    /// <summary>Bytes of the inputs as numbers in double precision: rows × inputs × 8.</summary>
    public double Bytes => (double)Rows * Width * sizeof(double);

    /// <summary>Bytes held at the highest, about: read, as numbers, split, scaled, in the precision of the network; measured on 100 MB.</summary>
    public double PeakBytes => 5 * Bytes + Rows * 40.0;
}
