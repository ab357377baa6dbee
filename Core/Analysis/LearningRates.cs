namespace Core;

/// <summary>
/// What the curvature says about plain gradient descent on a quadratic: along an eigenvector with eigenvalue λ
/// one update multiplies the distance to the minimum by 1 − ηλ.
/// </summary>
public static class LearningRates
{
    /// <summary>2/λmax: at this rate the stiffest direction neither shrinks nor grows; above it the run diverges. Infinity without positive curvature.</summary>
    public static double Critical(double lambdaMax) => lambdaMax > 0 ? 2 / lambdaMax : Positive(lambdaMax);

    /// <summary>2/(λmin+λmax): the rate whose worst factor |1 − ηλ| is smallest, (λmax−λmin)/(λmax+λmin). Needs λmin ≥ 0.</summary>
    /// <exception cref="ArgumentException">λmin is negative (no minimum to go to) or larger than λmax.</exception>
    public static double Best(double lambdaMin, double lambdaMax)
    {
        if (lambdaMin < 0 || lambdaMin > lambdaMax)
            throw new ArgumentException($"the best rate needs 0 ≤ λmin ≤ λmax; got λmin {lambdaMin} and λmax {lambdaMax}", nameof(lambdaMin));
        return lambdaMax > 0 ? 2 / (lambdaMin + lambdaMax) : Positive(lambdaMax);
    }

    /// <summary>max(|1 − ηλmin|, |1 − ηλmax|): the worst factor per update; below 1 the run converges.</summary>
    public static double WorstFactor(double learningRate, double lambdaMin, double lambdaMax) =>
        Math.Max(Math.Abs(1 - learningRate * lambdaMin), Math.Abs(1 - learningRate * lambdaMax));

    private static double Positive(double lambdaMax) => double.IsNaN(lambdaMax) ? double.NaN : double.PositiveInfinity;
}
