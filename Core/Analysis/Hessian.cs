namespace Core;

/// <summary>Second derivatives, measured from first ones: works for every network whose full-batch gradient is known.</summary>
public static class Hessian
{
    /// <summary>
    /// Hᵢⱼ = (gᵢ(x + hⱼeⱼ) − gᵢ(x − hⱼeⱼ)) / 2hⱼ, then (H + Hᵀ)/2, because the exact one is symmetric. 2n evaluations.
    /// </summary>
    /// <param name="gradient">Gradient of the full objective in double: <c>[n]</c> to <c>[n]</c>. It may reuse the array it returns.</param>
    /// <param name="at">Shape <c>[n]</c>; left as it is.</param>
    /// <param name="step">h for every coordinate; null: ∛ε·max(1, |x|), <see cref="CentralDifference.Step"/>.</param>
    /// <returns>Shape <c>[n, n]</c>, exactly symmetric.</returns>
    /// <exception cref="ArgumentException">The gradient's length is not n, or the step is not positive.</exception>
    public static double[,] OfGradient(Func<double[], double[]> gradient, double[] at, double? step = null)
    {
        if (step is { } given && !(given > 0)) throw new ArgumentException($"the step must be above 0; got {given}", nameof(step));
        var size = at.Length;
        var hessian = new double[size, size];
        for (var j = 0; j < size; j++)
        {
            var h = step ?? CentralDifference.Step(at[j]);
            var above = (double[])gradient(CentralDifference.Shifted(at, j, h)).Clone();
            var below = gradient(CentralDifference.Shifted(at, j, -h));
            if (above.Length != size || below.Length != size)
                throw new ArgumentException($"{size} parameters but a gradient of {above.Length} numbers", nameof(gradient));
            for (var i = 0; i < size; i++) hessian[i, j] = (above[i] - below[i]) / (2 * h);
        }
        for (var i = 0; i < size; i++)
            for (var j = 0; j < i; j++)
                hessian[i, j] = hessian[j, i] = (hessian[i, j] + hessian[j, i]) / 2;
        return hessian;
    }
}
