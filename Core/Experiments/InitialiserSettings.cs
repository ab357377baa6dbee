namespace Core;

/// <summary>How parameters start.</summary>
public abstract record InitialiserSettings;

/// <summary>Values stated in the experiment: weights <c>[out, in]</c>, biases <c>[out]</c>.</summary>
/// <param name="Values">The start values.</param>
public sealed record GivenInitialiser(GivenValues Values) : InitialiserSettings;

/// <summary>Every parameter the same (zeros: 0).</summary>
/// <param name="Value">The start value.</param>
public sealed record ConstantInitialiser(double Value) : InitialiserSettings;

/// <summary>Uniform in [low, high).</summary>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Values are below this.</param>
public sealed record UniformInitialiser(double Low = -1, double High = 1) : InitialiserSettings;

/// <summary>Normal, not truncated.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="Deviation">Standard deviation.</param>
public sealed record NormalInitialiser(double Mean = 0, double Deviation = 1) : InitialiserSettings;

/// <summary>Rules for the variance of start weights.</summary>
public enum InitialiserKind
{
    /// <summary>2/(in + out), Glorot and Bengio 2010.</summary>
    Xavier,

    /// <summary>2/in, He et al. 2015.</summary>
    He,
}

/// <summary>Variance by the layer's width, times gain²; uniform bound √(3·variance), or normal with that variance.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Uniform">Uniform in (−bound, bound), or normal.</param>
/// <param name="Gain">Factor of the standard deviation.</param>
public sealed record VarianceInitialiser(InitialiserKind Kind, bool Uniform = true, double Gain = 1) : InitialiserSettings;

/// <summary>
/// w = (2u − 1)/√in from the 32-bit generator s ← 1664525·s + 1013904223 mod 2³², u = (s ≫ 8)/2²⁴, row by row of <c>[out, in]</c>, in double, then rounded.
/// Layers that name the same seed draw from one stream, in the order of the layers: easy to repeat in any language.
/// </summary>
/// <param name="Seed">s before the first number.</param>
public sealed record LcgInitialiser(uint Seed) : InitialiserSettings;
