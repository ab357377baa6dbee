using System.Numerics;

namespace Core;

/// <summary>Adds the update of every parameter: the learning rate, then each parameter's optimizer state and new value.</summary>
internal static class UpdatePass
{
    public static void Add<T>(ProgramBuilder<T> program, Experiment experiment, GradientBuffers<T> gradients, ICurvature curvature)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var optimizer = experiment.Optimizer;
        var rate = program.Scalar("lr");
        program.Add(new LearningRate<T>(new Schedule(experiment.Schedule), optimizer.LearningRate, rate));
        if (optimizer is NewtonSettings newton)
        {
            NewtonRule.Add(newton, program, gradients, rate, curvature);
            return;
        }

        foreach (var parameter in gradients.Parameters)
            OptimizerRule.Add(optimizer, new ParameterUpdate<T>(
                program,
                parameter,
                gradients.ForOptimizer[parameter],
                rate,
                Touches(optimizer.DecayAppliesTo, parameter) ? T.CreateTruncating(optimizer.WeightDecay) : T.Zero,
                SoftThresholdOf(experiment, parameter)));
    }

    /// <summary>Whether a rule for weights, biases or all touches this parameter.</summary>
    public static bool Touches<T>(AppliesTo applies, Buffer<T> parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        applies == AppliesTo.All || applies == (parameter.IsTransposed ? AppliesTo.Weights : AppliesTo.Biases);

    private static T? SoftThresholdOf<T>(Experiment experiment, Buffer<T> parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var lambdas = experiment.Regularizers.Where(r => r.Kind == RegularizerKind.L1Prox && Touches(r.AppliesTo, parameter)).ToArray();
        return lambdas.Length == 0 ? null : T.CreateTruncating(lambdas.Sum(r => r.Lambda));
    }
}
