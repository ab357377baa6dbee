using System.Collections.Immutable;

namespace Core;

/// <summary>In which order class names found in a file get their numbers 0, 1, 2, …</summary>
public enum CsvClassOrder
{
    /// <summary>By value when all of them are numbers, else character by character (ordinal): the same for every order of rows.</summary>
    Sorted,

    /// <summary>As they appear in the file, from the top.</summary>
    Appearance,
}

/// <summary>What is done about fields without a value.</summary>
public enum CsvMissing
{
    /// <summary>They are problems, each told with its place.</summary>
    Refuse,

    /// <summary>Their rows are left out.</summary>
    Drop,

    /// <summary>Inputs become the mean of the training rows, category by category for texts; a missing target stays a problem.</summary>
    Mean,
}

/// <summary>How a table of comma-separated values becomes a data set.</summary>
public sealed record CsvOptions
{
    /// <summary>Names of the target columns; at least one. Without a header the columns are called column1, column2, …</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>Names of the input columns in the wanted order; empty: all that are not targets, in the file's order.</summary>
    public ImmutableArray<string> Features { get; init; } = [];

    /// <summary>
    /// What the targets are; null: <see cref="TargetKind.Classes"/> when there is one target column with any text in it that is not a number,
    /// else <see cref="TargetKind.Numbers"/>. Class numbers that are written as digits must be asked for.
    /// </summary>
    public TargetKind? TargetKind { get; init; }

    /// <summary>
    /// Input columns of numbers that are names in truth, such as postal codes: one input for each different text. A column without any number in it
    /// is one of these without being named.
    /// </summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>What is done about missing values.</summary>
    public CsvMissing Missing { get; init; }

    /// <summary>Most different texts of an input column.</summary>
    public int MaxCategories { get; init; } = 1000;

    /// <summary>How classes are numbered when <see cref="ClassNames"/> is empty.</summary>
    public CsvClassOrder ClassOrder { get; init; } = CsvClassOrder.Sorted;

    /// <summary>The class names in the order of their numbers; a name not among them is an error. Empty: those in the file.</summary>
    public ImmutableArray<string> ClassNames { get; init; } = [];

    /// <summary>Whether the first record holds the names of the columns.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>What stands between fields.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Takes the first row of every so many.</summary>
    public int Every { get; init; } = 1;

    /// <summary>How many problems are told before the rest is only counted.</summary>
    public int MaxProblems { get; init; } = 20;

    /// <summary>Most columns a file may have.</summary>
    public int MaxColumns { get; init; } = 10_000;

    /// <summary>Most characters a field may have; an endless one is usually a quote that is never closed.</summary>
    public int MaxFieldLength { get; init; } = 100_000;
}
