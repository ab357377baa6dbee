using System.Numerics;

namespace Core;

/// <summary>
/// Backpropagation's gradient of one update of a run, checked in double precision parameter by parameter: the loss of that update's batch,
/// with its dropout masks, at a little more and a little less of the parameter.
/// </summary>
public static class ProgramGradientCheck
{
    /// <summary>Parameters that are checked at most; each costs two forward passes.</summary>
    public const int MostParameters = 5_000;

    /// <summary>The check of the update that a program would run with its parameters as they are now.</summary>
    /// <param name="program">Where the parameters are read; it stays as it is.</param>
    /// <param name="update">Which batch and masks, counted from 1.</param>
    /// <param name="only">Name of one weight or bias, e.g. <c>layer1.weight</c>, or of one element, <c>layer1.weight[0,2]</c>; null: all parameters.</param>
    /// <exception cref="RunException">Too many parameters, none of that name, or no such update.</exception>
    public static GradientCheck Run<T>(TrainingProgram<T> program, long update, string? only = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (update < 1 || update > program.LastUpdate)
            throw new RunException($"gradient check: update {update} is not in this run. Give one from 1 to {program.LastUpdate}.");
        using var objective = new ProgramObjective(program.Experiment, program.Data, update);
        objective.TakeFrozen(program);
        var at = ProgramObjective.ParametersOf(program);
        var chosen = Enumerable.Range(0, at.Length).Where(k => only is null || objective.Names[k] == only || objective.Names[k].StartsWith(only + "[", StringComparison.Ordinal)).ToArray();
        if (only is not null && chosen.Length == 0)
            throw new RunException($"gradient check: no trainable parameter {only}. Give one of {string.Join(", ", program.Network.Trainable.Select(parameter => parameter.Name))}, or one element such as {objective.Names.FirstOrDefault("layer1.weight[0,0]")}.");
        if (chosen.Length > MostParameters)
            throw new RunException($"gradient check: {chosen.Length} parameters, at most {MostParameters} are checked at once. Name one weight or bias, or one element of it.");
        var gradient = objective.Gradient(at);
        return GradientCheck.Run(
            values => objective.Loss(With(at, chosen, values)),
            [.. chosen.Select(k => gradient[k])],
            [.. chosen.Select(k => at[k])],
            [.. chosen.Select(k => objective.Names[k])]);
    }

    /// <summary>The check of an update of an experiment, with the parameters that training in the experiment's precision has reached before it.</summary>
    /// <exception cref="RunException">Too many parameters, none of that name, or no such update.</exception>
    public static GradientCheck Run(Experiment experiment, RunData data, long update, string? only = null) =>
        experiment.Precision == Precision.Double ? Run<double>(experiment, data, update, only) : Run<float>(experiment, data, update, only);

    private static GradientCheck Run<T>(Experiment experiment, RunData data, long update, string? only)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var program = Compiler.Compile<T>(experiment, data);
        while (program.Run.Update < Math.Min(update - 1, program.LastUpdate) && !program.IsStopped) program.Train();
        if (program.Run.Update < update - 1 || program.IsStopped)
            throw new RunException($"gradient check: update {update} is not in this run, which ends with update {program.Run.Update}.");
        return Run(program, update, only);
    }

    private static double[] With(double[] at, int[] chosen, double[] values)
    {
        var all = (double[])at.Clone();
        for (var k = 0; k < chosen.Length; k++) all[chosen[k]] = values[k];
        return all;
    }
}
