using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>
/// The objective over all training samples (penalties included, dropout and augmentation off) and its gradient, at the parameters a program has now,
/// in double precision: what a batch's gradient is an estimate of.
/// </summary>
/// <typeparam name="T">Precision of the program that is asked about.</typeparam>
public sealed class FullGradient<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ProgramObjective objective;
    private readonly ImmutableArray<(string Name, int Size)> parts;

    /// <summary>Compiles the objective of <paramref name="program"/>'s experiment.</summary>
    public FullGradient(TrainingProgram<T> program)
    {
        objective = ProgramObjective.OfAllSamples(program.Experiment, program.Data);
        parts = [.. program.Network.Trainable.Select(parameter => (parameter.Name, parameter.Capacity))];
    }

    /// <summary>Loss and gradient at the program's parameters; the program stays as it is.</summary>
    /// <returns>The loss, the norm of the whole gradient, and for each trainable parameter (layer1.weight, …) its part, row-major.</returns>
    public (double Loss, double Norm, ImmutableDictionary<string, ImmutableArray<double>> Parts) At(TrainingProgram<T> program)
    {
        objective.TakeFrozen(program);
        var at = ProgramObjective.ParametersOf(program);
        var loss = objective.Loss(at);
        var gradient = objective.Gradient(at);
        var (found, first, sum) = (ImmutableDictionary.CreateBuilder<string, ImmutableArray<double>>(), 0, 0.0);
        foreach (var value in gradient) sum += value * value;
        foreach (var (name, size) in parts)
        {
            found[name] = [.. gradient.AsSpan(first, size)];
            first += size;
        }
        return (loss, Math.Sqrt(sum), found.ToImmutable());
    }
}
