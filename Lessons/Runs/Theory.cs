using Core;

namespace Lessons;

/// <summary>
/// What theory says at the current weights: eigenvalues of the Hessian of the full training objective, in double precision, by central
/// differences of its gradient; the optimum where the objective is quadratic.
/// </summary>
internal sealed class Theory(RunSource source)
{
    /// <summary>Above so many parameters a Hessian takes too long for a lesson.</summary>
    private const int MostParameters = 200;

    // An eigenvalue this much smaller than the largest is rounding.
    private const double Rounding = 1e-9;

    private readonly Lazy<FullObjective> objective = new(() => new(source.Experiment, source.Data));
    private (ulong Weights, Spectrum? Spectrum) last;

    /// <summary>The value of a name, or null if there is none for this run.</summary>
    public double? Value(string name, TrainingProgram<float> program)
    {
        if (objective.Value.Size is 0 or > MostParameters) return null;
        if (name == "optimum_distance") return OptimumDistance(program);
        if (SpectrumAt(program) is not { } spectrum) return null;
        var smallest = Math.Abs(spectrum.Minimum) < Rounding * Math.Abs(spectrum.Maximum) ? 0 : spectrum.Minimum;
        return name switch
        {
            "lambda_max" => spectrum.Maximum,
            "critical_lr" => LearningRates.Critical(spectrum.Maximum),
            "best_lr" => smallest < 0 || spectrum.Maximum <= 0 ? null : LearningRates.Best(smallest, spectrum.Maximum),
            _ => null,
        };
    }

    private Spectrum? SpectrumAt(TrainingProgram<float> program)
    {
        var weights = program.WeightHash();
        if (last.Spectrum is null || last.Weights != weights) last = (weights, Measured(objective.Value.Take(program)));
        return last.Spectrum;
    }

    private Spectrum? Measured(double[] at)
    {
        var hessian = Hessian.OfGradient(objective.Value.Gradient, at);
        return hessian.Cast<double>().All(double.IsFinite) ? Spectrum.Of(hessian) : null;
    }

    // ‖H⁻¹g‖: for a quadratic the Newton step ends at the optimum. A flat direction: no single optimum.
    private double? OptimumDistance(TrainingProgram<float> program)
    {
        if (!IsQuadratic()) return null;
        var at = objective.Value.Take(program);
        if (!at.All(double.IsFinite)) return null;
        try
        {
            var step = Newton.Step(Hessian.OfGradient(objective.Value.Gradient, at, step: 1), objective.Value.Gradient(at));
            return Math.Sqrt(step.Sum(x => x * x));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private bool IsQuadratic() =>
        source.Experiment.Layers.OfType<DenseSettings>().ToArray() is [{ Function.Kind: ActivationKind.Identity }]
        && source.Experiment.Loss.Kind is LossKind.Mse or LossKind.MseHalf
        && source.Experiment.Regularizers.All(term => term.Kind is RegularizerKind.L2Half or RegularizerKind.L2Seed);
}
