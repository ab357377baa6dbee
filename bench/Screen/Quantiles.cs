namespace Bench;

/// <summary>Times of something done many times.</summary>
internal sealed class Quantiles(IEnumerable<double> values)
{
    private readonly double[] sorted = [.. values.Order()];

    public double Median => Of(0.5);

    public double Best => sorted[0];

    public double Worst => sorted[^1];

    /// <summary>The value that <paramref name="share"/> of the others do not exceed.</summary>
    public double Of(double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
}
