using System.Globalization;

namespace Bench;

/// <summary>One measured figure beside what else does the same work in the same process and the same minutes.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Ours">The figure.</param>
/// <param name="Unit">Its unit; what ends with "/s" is better the greater it is, everything else the smaller.</param>
internal sealed record Row(string What, double Ours, string Unit)
{
    /// <summary>What it is compared with, if anything.</summary>
    public Baseline[] Baselines { get; init; } = [];

    /// <summary>What the figure ought to be at most, or at least.</summary>
    public double? Aim { get; init; }

    /// <summary>What was checked, or what else there is to say.</summary>
    public string Check { get; init; } = "";

    /// <summary>Whether what was checked came out.</summary>
    public bool IsRight { get; init; } = true;

    /// <summary>Whether a greater figure is a better one.</summary>
    public bool MoreIsBetter => Unit.EndsWith("/s", StringComparison.Ordinal);

    /// <summary>Whether the aim, if there is one, is reached.</summary>
    public bool IsWithin => Aim is not { } aim || (MoreIsBetter ? Ours >= aim : Ours <= aim);

    /// <summary>How many times better than a baseline: below 1 it is worse.</summary>
    public double Ratio(Baseline baseline) => MoreIsBetter ? Ours / baseline.Value : baseline.Value / Ours;

    /// <summary>The row as cells of the table, and a line for each further baseline.</summary>
    public IEnumerable<string[]> Cells()
    {
        string aim = Aim is not { } limit ? "" : $"{(MoreIsBetter ? '≥' : '≤')} {Figure.Text(limit)}{(IsWithin ? "" : " MISSED")}";
        string check = Check + (IsRight ? "" : ": WRONG");
        yield return [What, Figure.Text(Ours), Unit, .. Of(Baselines.FirstOrDefault()), aim, check];
        foreach (Baseline further in Baselines.Skip(1))
            yield return ["", "", "", .. Of(further), "", ""];
    }

    private string[] Of(Baseline? baseline) => baseline is null
        ? ["", "", ""]
        : [baseline.Which, Figure.Text(baseline.Value), Ratio(baseline).ToString(Ratio(baseline) < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture)];
}

/// <summary>What else does the same work.</summary>
/// <param name="Which">What it is.</param>
/// <param name="Value">Its figure, in the row's unit.</param>
internal sealed record Baseline(string Which, double Value);
