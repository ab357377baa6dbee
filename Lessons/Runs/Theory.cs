using Core;

namespace Lessons;

/// <summary>What theory says at the current weights, from the Hessian of the full training objective; and the optimum where the objective is quadratic.</summary>
internal sealed class Theory(RunSource source)
{
    private readonly Lazy<Tensor?> linearFit = new(() => LinearFit(source));
    private (ulong Weights, ProgramHessian? Curvature) last;

    /// <summary>The value of a name, or null if there is none for this run.</summary>
    public Tensor? Value(string name, TrainingProgram<float> program) => name switch
    {
        "least_squares" => linearFit.Value,
        "eigenvalues" => CurvatureAt(program) is { } curvature ? Tensor.Row([.. curvature.Spectrum.Values]) : null,
        _ => Number(name, program) is { } number ? Tensor.Of(number) : null,
    };

    private double? Number(string name, TrainingProgram<float> program)
    {
        if (name == "optimum_distance" && !IsQuadratic() || CurvatureAt(program) is not { } curvature) return null;
        return name switch
        {
            "lambda_max" => curvature.LambdaMax,
            "lambda_min" => curvature.LambdaMin,
            "condition" => curvature.LambdaMax / curvature.LambdaMin,
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

    // Weights, then the bias if layer1 has one; of a single output.
    private static Tensor? LinearFit(RunSource source)
    {
        var (data, layers) = (source.Data.Train, source.Experiment.Layers.OfType<DenseSettings>().ToArray());
        if (layers[^1].Units != 1) return null;
        var inputs = new double[data.Rows, data.Width];
        for (var k = 0; k < data.Inputs.Length; k++) inputs[k / data.Width, k % data.Width] = data.Inputs[k];
        try
        {
            var fit = LeastSquares.Fit(inputs, [.. Samples.Targets(data, 1).Values], layers[0].Bias);
            return Tensor.Row(layers[0].Bias ? [.. fit.Weights, fit.Intercept] : [.. fit.Weights]);
        }
        catch (ArgumentException) { return null; } // Columns that depend on each other, or fewer rows than unknowns: no single answer.
    }

    private bool IsQuadratic() =>
        source.Experiment.Layers.OfType<DenseSettings>().ToArray() is [{ Function.Kind: ActivationKind.Identity }]
        && source.Experiment.Loss.Kind is LossKind.Mse or LossKind.MseHalf
        && source.Experiment.Regularizers.All(term => term.Kind is RegularizerKind.L2Half or RegularizerKind.L2Seed);
}
