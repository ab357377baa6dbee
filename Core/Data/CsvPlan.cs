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

    /// <summary>Takes the first row of every so many.</summary>
    public int Every { get; init; } = 1;

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

    // Measured on 100 MB and 1 GB: what the program itself takes, and for each row its number, its target and its outputs in an evaluation.
    private const double OwnBytes = 130e6, BytesOfRow = 40, BytesOfOutput = 20;

    /// <summary>Bytes of an input row as it is kept, at most.</summary>
    public int RowBytes => Inputs.Sum(column => column.CellBytes);

    /// <summary>Bytes held at the highest while the table is learnt, about.</summary>
    public double PeakBytes => OwnBytes + Rows * BytesInAll;

    /// <summary>Rows that can be learnt with so many bytes, about; none where the program itself takes more.</summary>
    public double RowsIn(double bytes) => Math.Max(0, (bytes - OwnBytes) / BytesInAll);

    private double BytesInAll => RowBytes + BytesOfRow + BytesOfOutput * Outputs;
}
