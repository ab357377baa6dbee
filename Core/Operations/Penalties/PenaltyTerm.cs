using System.Numerics;

namespace Core;

/// <summary>One regulariser on the parameters it touches.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Factor">What the sum is multiplied by: λ, λ/2 or λ/(2m).</param>
/// <param name="Letters">The factor in letters.</param>
/// <param name="Slope">What the derivative is multiplied by: λ or λ/m.</param>
/// <param name="SlopeLetters">The same in letters.</param>
internal sealed record PenaltyTerm<T>(RegularizerKind Kind, T Factor, string Letters, T Slope, string SlopeLetters)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether |w| is summed, otherwise w².</summary>
    public bool IsAbsolute => Kind is RegularizerKind.L1 or RegularizerKind.L1Prox;

    /// <summary>Whether the root is taken of the sum of squares.</summary>
    public bool IsNorm => Kind == RegularizerKind.L2Norm;

    /// <summary>What the factor is multiplied by, in letters.</summary>
    public string SumLetters => IsAbsolute ? "Σ|w|" : IsNorm ? "‖w‖" : "Σw²";

    /// <summary>The penalty as the settings state it, for <paramref name="trainingSamples"/> samples.</summary>
    public static PenaltyTerm<T> From(RegularizerSettings settings, int trainingSamples)
    {
        var m = settings.Samples ?? trainingSamples;
        return settings.Kind switch
        {
            RegularizerKind.L2Half => Make(settings.Lambda / 2, "λ/2", settings.Lambda, "λ"),
            RegularizerKind.L2Seed => Make(settings.Lambda / (2 * m), "λ/(2m)", settings.Lambda / m, "λ/m"),
            _ => Make(settings.Lambda, "λ", settings.Lambda, "λ"),
        };

        PenaltyTerm<T> Make(double factor, string letters, double slope, string slopeLetters) =>
            new(settings.Kind, T.CreateTruncating(factor), letters, T.CreateTruncating(slope), slopeLetters);
    }
}
