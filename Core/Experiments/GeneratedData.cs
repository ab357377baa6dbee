namespace Core;

/// <summary>How the noise of <see cref="LineData"/> is distributed.</summary>
public enum NoiseKind
{
    /// <summary>noise·(2u − 1).</summary>
    Uniform,

    /// <summary>Normal with standard deviation noise.</summary>
    Normal,
}

/// <summary>A noisy line: x evenly spaced from <paramref name="From"/> to <paramref name="To"/> (both included), y = slope·x + intercept + noise.</summary>
/// <param name="N">Samples.</param>
/// <param name="Slope">Slope of the line.</param>
/// <param name="Intercept">y at x = 0.</param>
/// <param name="Noise">Half width or standard deviation of the noise.</param>
/// <param name="From">First x.</param>
/// <param name="To">Last x.</param>
/// <param name="NoiseKind">Distribution of the noise.</param>
public sealed record LineData(
    int N = 100, double Slope = 3, double Intercept = 2, double Noise = 0.2, double From = -1, double To = 1, NoiseKind NoiseKind = NoiseKind.Uniform)
    : GeneratedData;

/// <summary>
/// Data whose loss is a quadratic bowl in the weights of one dense output without bias:
/// row i = √(k·λᵢ)·eᵢ, target √(k·λᵢ)·w*ᵢ, so that mse_half = ½·Σ λᵢ(wᵢ − w*ᵢ)² (k curvatures, full batch).
/// </summary>
/// <param name="Curvatures">λᵢ > 0; as many as weights. Shape <c>[k]</c>.</param>
/// <param name="Minimum">w*, the bottom of the bowl; null = 0. Shape <c>[k]</c>.</param>
public sealed record BowlData(IReadOnlyList<double> Curvatures, IReadOnlyList<double>? Minimum = null) : GeneratedData;

/// <summary>
/// Exclusive or. Four samples in the order (0,0) (0,1) (1,0) (1,1) when <paramref name="N"/> is 4 and noise 0;
/// otherwise sample i is corner i mod 4 with normal noise added to both inputs.
/// </summary>
/// <param name="N">Samples.</param>
/// <param name="Noise">Standard deviation of the noise.</param>
/// <param name="Low">Input value of "false", e.g. 0 or −1.</param>
/// <param name="High">Input value of "true".</param>
public sealed record XorData(int N = 4, double Noise = 0, double Low = 0, double High = 1) : GeneratedData;

/// <summary>One round cloud per class, n samples shared evenly, normal with the given standard deviation around each centre.</summary>
/// <param name="N">Samples of all classes together.</param>
/// <param name="Centres">Shape <c>[classes, dimensions]</c>; null = two clouds at (2, 2) and (−2, −2).</param>
/// <param name="Deviation">Standard deviation in each direction.</param>
public sealed record GaussiansData(int N = 500, GivenValues? Centres = null, double Deviation = 1) : GeneratedData;

/// <summary>A disc (class 1, radius below half) inside a ring (class 0, from 0.7 of the radius outwards).</summary>
/// <param name="N">Samples.</param>
/// <param name="Noise">Share 0 … 1 of the radius by which points are moved before the class is decided.</param>
/// <param name="Radius">Outer radius of the ring.</param>
public sealed record CircleData(int N = 500, double Noise = 0, double Radius = 5) : GeneratedData;

/// <summary>
/// Arms of a spiral: for arm a and i = 0 … n/arms − 1, r = radius·i/(n/arms), t = turns·i/(n/arms)·2π + 2π·a/arms, x = r·sin t, y = r·cos t, plus uniform noise.
/// Two arms are the spiral of TensorFlow Playground, the first arm being class 1.
/// </summary>
/// <param name="N">Samples of all arms together; a multiple of <paramref name="Arms"/>.</param>
/// <param name="Noise">Half width of the noise added to each coordinate.</param>
/// <param name="Turns">Turns of an arm.</param>
/// <param name="Arms">Arms, each its own class.</param>
/// <param name="Radius">Where an arm ends.</param>
/// <param name="Shuffle">One Fisher–Yates shuffle of the samples after they are made.</param>
public sealed record SpiralData(
    int N = 500, double Noise = 0, double Turns = 1.75, int Arms = 2, double Radius = 5, bool Shuffle = false) : GeneratedData;

/// <summary>Two interleaving half circles: (cos t, sin t) class 0, (1 − cos t, ½ − sin t) class 1, t evenly from 0 to π, plus normal noise.</summary>
/// <param name="N">Samples of both together.</param>
/// <param name="Noise">Standard deviation of the noise.</param>
public sealed record MoonsData(int N = 200, double Noise = 0.1) : GeneratedData;

/// <summary>Watermelons: curl of the stem, colour and sound, each 0 … 1, and whether the melon is ripe (class 1).</summary>
/// <param name="N">Samples.</param>
/// <param name="Noise">Standard deviation of the noise on the features.</param>
public sealed record MelonsData(int N = 40, double Noise = 0.1) : GeneratedData;

/// <summary>Nothing to learn: uniform inputs of a shape with random class numbers.</summary>
/// <param name="N">Samples.</param>
/// <param name="Shape">Shape of one sample's inputs, e.g. <c>[784]</c> or <c>[28, 28]</c>.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Low">Smallest input.</param>
/// <param name="High">Inputs are below this.</param>
public sealed record NoiseData(int N, IReadOnlyList<int> Shape, int Classes = 10, double Low = 0, double High = 1) : GeneratedData;
