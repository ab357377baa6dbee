using Core;

namespace Lessons;

/// <summary>What theory says at the current weights, from the Hessian of the full training objective; and the optimum where the objective is quadratic.</summary>
internal sealed class Theory(RunSource source)
{
    private (ulong Weights, ProgramHessian? Curvature) last;

    /// <summary>The value of a name, or null if there is none for this run.</summary>
    public double? Value(string name, TrainingProgram<float> program)
    {
        if (name == "optimum_distance" && !IsQuadratic() || CurvatureAt(program) is not { } curvature) return null;
        return name switch
        {
            "lambda_max" => curvature.LambdaMax,
            "critical_lr" => curvature.CriticalRate,
            "best_lr" => curvature.LambdaMin < 0 ? null : curvature.BestRate,
            "optimum_distance" => OptimumDistance(curvature),
            _ => null,
        };
    }

    private ProgramHessian? CurvatureAt(TrainingProgram<float> program)
    {
        var weights = program.WeightHash();
        if (last.Curvature is not null && last.Weights == weights) return last.Curvature;
        try { last = (weights, ProgramHessian.Of(program)); }
        catch (RunException) { return null; } // Too many parameters, or not finite.
        return last.Curvature;
    }

    // ‖H⁻¹g‖: for a quadratic the Newton step ends at the optimum. A flat direction: no single optimum.
    private static double? OptimumDistance(ProgramHessian curvature)
    {
        try { return Math.Sqrt(Newton.Step(curvature.Matrix, [.. curvature.Gradient]).Sum(x => x * x)); }
        catch (ArgumentException) { return null; }
    }

    private bool IsQuadratic() =>
        source.Experiment.Layers.OfType<DenseSettings>().ToArray() is [{ Function.Kind: ActivationKind.Identity }]
        && source.Experiment.Loss.Kind is LossKind.Mse or LossKind.MseHalf
        && source.Experiment.Regularizers.All(term => term.Kind is RegularizerKind.L2Half or RegularizerKind.L2Seed);
}
