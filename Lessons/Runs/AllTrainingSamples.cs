using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>Objective and gradient over all training samples, remembered for the weights that were asked last.</summary>
internal sealed class AllTrainingSamples(TrainingProgram<float> first)
{
    private readonly Lazy<FullGradient<float>> gradient = new(() => new(first));
    private (ulong Weights, double Loss, double Norm, ImmutableDictionary<string, ImmutableArray<double>>? Parts) last;

    /// <summary>The parameters that updates change.</summary>
    public IEnumerable<(string Name, ImmutableArray<int> Shape)> Parameters(TrainingProgram<float> program) =>
        program.Parameters.Where(parameter => program.Find($"{parameter.Name}.grad") is not null).Select(parameter => (parameter.Name, parameter.Shape));

    /// <summary>At the parameters of a program.</summary>
    public (double Loss, double Norm, ImmutableDictionary<string, ImmutableArray<double>> Parts) At(TrainingProgram<float> program)
    {
        var weights = program.WeightHash();
        if (last.Parts is null || last.Weights != weights)
        {
            var (loss, norm, parts) = gradient.Value.At(program);
            last = (weights, loss, norm, parts);
        }
        return (last.Loss, last.Norm, last.Parts!);
    }
}
