namespace Core;

/// <summary>The curvature that the optimizer <c>newton</c> asks for: measured on a double-precision twin of the program, inverted by its eigenvalues.</summary>
internal sealed class ProgramCurvature(Experiment experiment, RunData data) : ICurvature
{
    // Eigenvalues this small beside the largest are what single precision leaves of 0.
    private const double Flat = 1e-6;

    private readonly Lazy<ProgramObjective> objective = new(() => ProgramObjective.OfAllSamples(experiment, data));

    /// <inheritdoc/>
    public double[,] Hessian(double[] parameters) => Core.Hessian.OfGradient(objective.Value.Gradient, parameters);

    /// <inheritdoc/>
    public double[,] Inverse(double[,] hessian, double damping)
    {
        var n = hessian.GetLength(0);
        var inverse = new double[n, n];
        var isFinite = hessian.Cast<double>().All(double.IsFinite);
        var spectrum = isFinite ? Spectrum.Of(hessian) : null;
        var smallest = spectrum is null ? 0 : Flat * spectrum.Values.Max(Math.Abs);
        for (var k = 0; k < n; k++)
        {
            var scale = spectrum is null ? double.NaN : spectrum.Values[k] + damping;
            if (Math.Abs(scale) <= smallest) continue;
            var direction = spectrum?.Vector(k) ?? new double[n];
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++) inverse[i, j] += direction[i] * direction[j] / scale;
        }
        return inverse;
    }
}
