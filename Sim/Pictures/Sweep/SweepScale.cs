using System.Collections.Immutable;
using Lessons;

namespace Sim;

/// <summary>From where to where the shown values of a sweep reach.</summary>
internal static class SweepScale
{
    /// <summary>How many times the first loss a curve shows.</summary>
    public const double MostRise = 100;

    private const double DecadesForLog = 1.5;

    /// <summary>Runs far above the start would press all others onto the axis. A log axis where every curve needs it: it would flatten one that does not.</summary>
    /// <param name="grid">The runs.</param>
    /// <param name="shows">What is shown of them.</param>
    /// <param name="rise">How many times the first loss is shown at most.</param>
    public static Scale Of(SweepGrid grid, ImmutableArray<string> shows, double rise = MostRise)
    {
        SweepPoint[] points = [.. grid.Points.OfType<SweepPoint>()];
        double first = points.Select(point => point.First).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max(), most = shows.Contains("loss") && first > 0 ? rise * first : double.PositiveInfinity;
        double[][] curves = [.. shows.Select((_, k) => Values(points, k).Select(value => Math.Min(value, most)).ToArray())];
        return Scale.Fit(curves.SelectMany(curve => curve), curves.All(IsWide));
    }

    private static IEnumerable<double> Values(SweepPoint[] points, int k) => points.Where(point => point.DivergedAt is null).Select(point => point.All[k]).OfType<double>().Where(double.IsFinite);

    private static bool IsWide(double[] curve)
    {
        double[] positive = [.. curve.Where(value => value > 0)];
        return positive.Length > 1 && curve.All(value => value >= 0) && Math.Log10(positive.Max()) - Math.Log10(positive.Min()) > DecadesForLog;
    }
}
