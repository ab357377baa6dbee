namespace Core;

/// <summary>Where samples come from. Generators draw from the experiment's seed unless they state their own.</summary>
public abstract record DataSourceSettings
{
    /// <summary>Names of the inputs, for display; null = x1, x2, ….</summary>
    public IReadOnlyList<string>? InputNames { get; init; }

    /// <summary>Names of the classes, for display; null = their numbers.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }
}

/// <summary>Rows stated in the experiment, with either numeric targets or class numbers.</summary>
/// <param name="Inputs">Shape <c>[samples]</c> (one input each), <c>[samples, inputs]</c> or <c>[samples, …]</c> (flatten first).</param>
/// <param name="Targets">Numbers, one-hot, soft or multi-label rows. Shape <c>[samples]</c> or <c>[samples, outputs]</c>; null with labels.</param>
/// <param name="Labels">Class numbers from 0. Shape <c>[samples]</c>; null with targets.</param>
/// <param name="Classes">Number of classes C; null = the number of class names, else the largest label + 1.</param>
public sealed record GivenSettings(GivenValues Inputs, GivenValues? Targets = null, IReadOnlyList<int>? Labels = null, int? Classes = null)
    : DataSourceSettings
{
    /// <summary>Names of the samples, for display; null = their numbers.</summary>
    public IReadOnlyList<string>? SampleNames { get; init; }
}

/// <summary>A CSV file; its text is fetched by the caller, Core opens no files.</summary>
/// <param name="Path">As written in the experiment, relative to the experiment file.</param>
/// <param name="Target">Columns of the targets by name or by number from 0 (negative = from the end).</param>
/// <param name="Inputs">Columns of the inputs in order; null = all that are not targets.</param>
/// <param name="TargetKind">Class names or numbers.</param>
/// <param name="Header">Whether the first row holds names.</param>
/// <param name="Delimiter">One character between cells.</param>
/// <param name="ClassOrder">Class names in order of their numbers; null = the order of first appearance.</param>
public sealed record CsvSettings(
    string Path,
    IReadOnlyList<string> Target,
    IReadOnlyList<string>? Inputs = null,
    CsvTargetKind TargetKind = CsvTargetKind.Classes,
    bool Header = true,
    char Delimiter = ',',
    IReadOnlyList<string>? ClassOrder = null) : DataSourceSettings
{
    /// <summary>Columns of numbers that are names in truth; columns without numbers need not be named.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>What is done about missing values.</summary>
    public CsvMissing Missing { get; init; }

    /// <summary>The first row of every so many is taken.</summary>
    public int Every { get; init; } = 1;
}

/// <summary>How the target column of a CSV file is read.</summary>
public enum CsvTargetKind
{
    /// <summary>Each different text is a class.</summary>
    Classes,

    /// <summary>Numbers.</summary>
    Numbers,
}

/// <summary>Samples made by a rule; the rules are those of the generators of the same names.</summary>
/// <param name="N">Samples.</param>
public abstract record GeneratedSettings(int N) : DataSourceSettings
{
    /// <summary>Own seed; null = the experiment's.</summary>
    public ulong? Seed { get; init; }
}
