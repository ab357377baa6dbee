using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>
/// The gradient of each parameter: the data's part, the penalties' part where there is one, their sum, and the clipped one.
/// Those that the optimizer takes lie in a zone of their own, in the order of the parameters.
/// </summary>
internal sealed class GradientBuffers<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ImmutableArray<PenalisedParameter<T>> penalties;
    private readonly Buffer<T> columnSums;

    public GradientBuffers(ProgramBuilder<T> program, Network<T> network, ImmutableArray<PenalisedParameter<T>> penalties, bool isClipped)
    {
        (this.penalties, columnSums) = (penalties, program.ColumnSums(network));
        Parameters = [.. network.Trainable];
        ByParameter = Parameters.ToDictionary(
            parameter => parameter, parameter => program.Like(parameter, $"{parameter.Name}.grad", isClipped ? Zone.Scratch : Zone.Gradient));
        ForOptimizer = !isClipped
            ? ByParameter
            : Parameters.ToDictionary(parameter => parameter, parameter => program.Like(parameter, $"{parameter.Name}.grad_clipped", Zone.Gradient));
    }

    /// <summary>Weights and biases that updates change, layer by layer from the input.</summary>
    public ImmutableArray<Buffer<T>> Parameters { get; }

    /// <summary>∂loss/∂parameter, penalty included, before clipping.</summary>
    public Dictionary<Buffer<T>, Buffer<T>> ByParameter { get; }

    /// <summary>What the optimizer takes: the same, clipped where clipping is on.</summary>
    public Dictionary<Buffer<T>, Buffer<T>> ForOptimizer { get; }

    /// <summary>Adds weight and bias gradient of a layer from its ∂L/∂z.</summary>
    public void Add(ProgramBuilder<T> program, DenseStage<T> layer, Buffer<T> dz)
    {
        Add(program, layer.Weight, gradient => new DenseWeightGradient<T>(dz, layer.Input, gradient));
        if (layer.Bias is { } bias) Add(program, bias, gradient => new DenseBiasGradient<T>(dz, gradient));
    }

    /// <summary>Adds the gradient of one parameter: the data's part, then the penalties' where there is one.</summary>
    /// <param name="program">Where it is added.</param>
    /// <param name="parameter">Weights or biases.</param>
    /// <param name="fromData">Makes the operation that writes the data's part.</param>
    public void Add(ProgramBuilder<T> program, Buffer<T> parameter, Func<Buffer<T>, Operation<T>> fromData)
    {
        var terms = penalties.Where(part => part.Parameter == parameter && part.Term.Kind != RegularizerKind.L1Prox).Select(part => part.Term).ToImmutableArray();
        var gradient = ByParameter[parameter];
        if (terms.IsEmpty)
        {
            program.Add(fromData(gradient));
            return;
        }

        var data = program.Like(parameter, $"{parameter.Name}.grad_data", Zone.Scratch);
        var penalty = program.Like(parameter, $"{parameter.Name}.grad_penalty", Zone.Scratch);
        program.Add(fromData(data));
        program.Add(new PenaltyGradient<T>(terms, parameter, columnSums, penalty));
        program.Add(new MapOperation<T, Addition<T>>(Phase.Backward, "∂loss/∂w = ∂data_loss/∂w + ∂P/∂w", new Addition<T>(), gradient, data, penalty));
    }
}
