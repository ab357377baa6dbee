using Core;

namespace Lessons;

/// <summary>What theory says at the current weights, from the Hessian of the full training objective; and the optimum where the objective is quadratic.</summary>
internal sealed class Theory(RunSource source)
{
    private readonly Lazy<Tensor?> linearFit = new(() => LinearFit(source));
    private readonly Lazy<double[]?> optimum = new(() => OptimumOf(source));
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
        if (name == "optimum_distance") return DistanceOf(program);
        return CurvatureAt(program) is not { } curvature ? null : name switch
        {
            "lambda_max" => curvature.LambdaMax,
            "lambda_min" => curvature.LambdaMin,
            "condition" => curvature.LambdaMax / curvature.LambdaMin,
            "critical_lr" => curvature.CriticalRate,
            "best_lr" => curvature.LambdaMin < 0 ? null : curvature.BestRate,
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

    private double? DistanceOf(TrainingProgram<float> program)
    {
        if (optimum.Value is not { } best) return null;
        var sum = 0.0;
        foreach (var (at, to) in ParametersOf(program).Zip(best)) sum += (at - to) * (at - to);
        return double.IsFinite(sum) ? Math.Sqrt(sum) : null;
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

    // For a quadratic a Newton step ends at the optimum wherever it starts. A flat direction: no single optimum.
    private static double[]? OptimumOf(RunSource source)
    {
        if (!IsQuadratic(source.Experiment)) return null;
        using var program = source.NewProgram();
        program.Reset();
        try
        {
            var curvature = ProgramHessian.Of(program);
            var step = Newton.Step(curvature.Matrix, [.. curvature.Gradient]);
            return [.. ParametersOf(program).Zip(step, (at, way) => at + way)];
        }
        catch (Exception reason) when (reason is ArgumentException or RunException) { return null; }
    }

    private static IEnumerable<double> ParametersOf(TrainingProgram<float> program) =>
        program.Parameters.SelectMany(parameter => parameter.ToArray(0)).Select(value => (double)value);

    private static bool IsQuadratic(Experiment experiment) =>
        experiment.Layers.OfType<DenseSettings>().ToArray() is [{ Function.Kind: ActivationKind.Identity }]
        && experiment.Loss.Kind is LossKind.Mse or LossKind.MseHalf
        && experiment.Regularizers.All(term => term.Kind is RegularizerKind.L2Half or RegularizerKind.L2Seed);
}
