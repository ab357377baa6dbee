using System.Collections.Immutable;

namespace Core;

/// <summary>The samples of a run, ready to use: split, standardised.</summary>
/// <param name="Train">Rows that updates see.</param>
/// <param name="Validation">Rows for choosing and stopping, or none.</param>
/// <param name="Test">Rows looked at once, at the end, or none.</param>
public sealed record RunData(DataSet Train, DataSet? Validation = null, DataSet? Test = null)
{
    /// <summary>How inputs were standardised, or nothing.</summary>
    public Standardisation? InputScale { get; init; }

    /// <summary>What stands for inputs that are missing, before they are scaled: their means over the training rows [width]; empty where none can be missing.</summary>
    internal ImmutableArray<double> Gaps { get; init; } = [];

    /// <summary>How targets were standardised, or nothing.</summary>
    internal TargetScale? TargetScale { get; init; }

    /// <summary>The sets that exist, by name.</summary>
    public IEnumerable<(string Name, DataSet Data)> Sets
    {
        get
        {
            yield return ("train", Train);
            if (Validation is not null) yield return ("validation", Validation);
            if (Test is not null) yield return ("test", Test);
        }
    }
}
