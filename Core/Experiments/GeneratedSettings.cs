namespace Core;

/// <summary>How the noise of a line is drawn; a is its amplitude.</summary>
public enum LineNoiseKind
{
    /// <summary>a·N(0, 1).</summary>
    Normal,

    /// <summary>a·(2u − 1).</summary>
    Uniform,

    /// <summary>a·(2u − 1) with u from the 32-bit generator of <see cref="LcgInitialiser"/>.</summary>
    Lcg,
}

/// <summary>y = slope·x + intercept + noise. One input, one number as target.</summary>
/// <param name="N">Samples.</param>
/// <param name="Slope">Change of y for 1 of x.</param>
/// <param name="Intercept">y at x = 0.</param>
/// <param name="Amplitude">a, size of the noise.</param>
/// <param name="Noise">Kind of noise.</param>
/// <param name="From">Lower end of x.</param>
/// <param name="To">Upper end of x.</param>
/// <param name="EvenlySpaced">xᵢ = from + (to − from)·i/(n − 1); otherwise uniform in [from, to).</param>
/// <param name="LcgSeed">Seed of the 32-bit generator.</param>
public sealed record LineSettings(
    int N = 100, double Slope = 3, double Intercept = 2, double Amplitude = 0.2, LineNoiseKind Noise = LineNoiseKind.Normal,
    double From = -1, double To = 1, bool EvenlySpaced = true, uint LcgSeed = 3) : GeneratedSettings(N);

/// <summary>Data on which the loss of one dense output without bias is a bowl with the stated curvatures (eigenvalues of the Hessian).</summary>
/// <param name="N">Samples, a multiple of twice the number of curvatures.</param>
/// <param name="Curvatures">One per weight, at least 0. Shape <c>[d]</c>.</param>
/// <param name="Minimum">The best weights; null = all 1. Shape <c>[d]</c>.</param>
/// <param name="Angle">Radians by which the valley is turned against the axes (two curvatures only).</param>
/// <param name="Noise">Standard deviation of the noise of y; the minimum stays where it is.</param>
/// <param name="HalfLoss">The curvatures are meant for mse_half instead of mse.</param>
public sealed record BowlSettings(
    int N, IReadOnlyList<double> Curvatures, IReadOnlyList<double>? Minimum = null, double Angle = 0, double Noise = 0, bool HalfLoss = false)
    : GeneratedSettings(N);

/// <summary>Row i is corner i mod 4 of (0,0)→0, (0,1)→1, (1,0)→1, (1,1)→0, moved by normal noise. Two inputs, two classes.</summary>
/// <param name="N">Samples.</param>
/// <param name="Noise">Standard deviation of the displacement.</param>
public sealed record XorSettings(int N = 4, double Noise = 0) : GeneratedSettings(N);

/// <summary>Two round clouds around (d, d), class 1, and (−d, −d), class 0. Two inputs, two classes.</summary>
/// <param name="N">Samples.</param>
/// <param name="Distance">d.</param>
/// <param name="Deviation">Standard deviation of the clouds.</param>
/// <param name="PositiveShare">Share of class 1.</param>
public sealed record GaussiansSettings(int N = 500, double Distance = 2, double Deviation = 1, double PositiveShare = 0.5) : GeneratedSettings(N);

/// <summary>A disc (class 1) inside a ring (class 0), as in TensorFlow Playground. Two inputs, two classes.</summary>
/// <param name="N">Samples.</param>
/// <param name="Radius">Outer radius of the ring.</param>
/// <param name="Noise">Share of the radius by which points are displaced before they are judged.</param>
public sealed record CircleSettings(int N = 500, double Radius = 5, double Noise = 0) : GeneratedSettings(N);

/// <summary>Two arms of a spiral, as in TensorFlow Playground, the first arm class 1. Two inputs, two classes.</summary>
/// <param name="N">Samples.</param>
/// <param name="Noise">Half width of the uniform displacement.</param>
/// <param name="OrderSeed">Seed of one Fisher–Yates shuffle by the 32-bit generator; null = arm after arm.</param>
public sealed record SpiralSettings(int N = 500, double Noise = 0, uint? OrderSeed = null) : GeneratedSettings(N);

/// <summary>Two half circles that reach into each other, as in scikit-learn. Two inputs, two classes.</summary>
/// <param name="N">Samples.</param>
/// <param name="Noise">Standard deviation of the displacement.</param>
public sealed record MoonsSettings(int N = 200, double Noise = 0.1) : GeneratedSettings(N);

/// <summary>Melons as curl, colour and size in [0, 1], sweet (class 1) or sour. Three inputs and the extra ones, two classes.</summary>
/// <param name="N">Samples.</param>
/// <param name="Noise">Standard deviation of what the features do not tell.</param>
/// <param name="ExtraFeatures">Meaningless features added.</param>
public sealed record MelonsSettings(int N = 40, double Noise = 0.05, int ExtraFeatures = 0) : GeneratedSettings(N);

/// <summary>Nothing to learn: inputs uniform in [0, 1) of any shape, random class numbers.</summary>
/// <param name="N">Samples.</param>
/// <param name="Shape">Shape of one sample.</param>
/// <param name="Classes">Number of classes.</param>
public sealed record NoiseSettings(int N, IReadOnlyList<int> Shape, int Classes = 10) : GeneratedSettings(N);
