using MathNet.Numerics.LinearAlgebra;

namespace Core;

/// <summary>Newton's method: one step to where the local quadratic is flat.</summary>
public static class Newton
{
    private const double SingularBelow = 1e-14;

    /// <summary>The step d with H·d = −g; x + d is the minimum of the local quadratic if H is positive definite (else a saddle or maximum).</summary>
    /// <param name="hessian">Shape <c>[n, n]</c>, symmetric.</param>
    /// <param name="gradient">Shape <c>[n]</c>.</param>
    /// <exception cref="ArgumentException">Shapes differ, a number is not finite, or H is singular: some direction is flat and the step is not unique.</exception>
    public static double[] Step(double[,] hessian, double[] gradient)
    {
        if (hessian.GetLength(0) != gradient.Length)
            throw new ArgumentException($"a Hessian of {hessian.GetLength(0)} rows but a gradient of {gradient.Length} numbers", nameof(gradient));
        if (!gradient.All(double.IsFinite)) throw new ArgumentException("the gradient has numbers that are not finite", nameof(gradient));
        var spectrum = Spectrum.Of(hessian);
        var sizes = spectrum.Values.Select(Math.Abs).ToList();
        if (sizes.Min() <= SingularBelow * sizes.Max())
            throw new ArgumentException($"the Hessian is singular (an eigenvalue is {spectrum.Values[sizes.IndexOf(sizes.Min())]}): no single Newton step", nameof(hessian));
        var right = -Vector<double>.Build.DenseOfArray(gradient);
        return Matrix<double>.Build.DenseOfArray(hessian).Solve(right).ToArray();
    }
}
