using System.Numerics;

namespace Core;

/// <summary>A compiled dropout layer: a mask for every update, nothing in evaluation unless it is left on there.</summary>
internal sealed class DropoutStage<T> : Stage<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int number;
    private readonly DropoutSettings settings;
    private readonly ulong seed;
    private readonly Buffer<T> mask;
    private readonly Buffer<T> a;

    public DropoutStage(ProgramBuilder<T> program, int number, DropoutSettings settings, ulong seed, System.Collections.Immutable.ImmutableArray<int> shape)
    {
        (this.number, this.settings, this.seed) = (number, settings, seed);
        mask = program.Batched($"drop{number}.mask", shape);
        a = program.Batched($"drop{number}.a", shape);
    }

    public override Buffer<T> Output => a;

    /// <summary>[batch, width]</summary>
    public Buffer<T> Mask => mask;

    public override string OutputGradientName => $"drop{number}.da";


    public override void AddForward(ProgramBuilder<T> program)
    {
        program.Add(new DropoutMask<T>(settings.Rate, seed, number, settings.Masks, mask));
        program.Add(Masked(Phase.Forward, "a·mask", a, Input, mask));
    }

    /// <summary>∂L/∂input = ∂L/∂output · mask/(1 − p).</summary>
    public Operation<T> InputGradient(Buffer<T> slope, Buffer<T> dx, bool isObservation, Buffer<T>? part = null)
    {
        var operation = Masked(Phase.Backward, "∂L/∂a · mask", dx, slope, part ?? mask);
        operation.IsObservation = isObservation;
        return operation;
    }

    public override (Buffer<T> Output, IEnumerable<Operation<T>> Operations) ForEvaluation(
        ProgramBuilder<T> program, string prefix, Buffer<T> input, int rows, int? masks = null)
    {
        if (masks is not { } stream) return (input, []);
        var drawn = program.Batched($"{prefix}.drop{number}.mask", input.Shape);
        var kept = program.Batched($"{prefix}.drop{number}.a", input.Shape);
        return (kept, [
            new EvaluationMask<T>(settings.Rate, seed, stream, number, drawn),
            Masked(Phase.Evaluate, "a·mask", kept, input, drawn)]);
    }

    private Operation<T> Masked(Phase phase, string rule, Buffer<T> output, Buffer<T> values, Buffer<T> masks) => settings.Rescale
        ? new MapOperation<T, DropoutApply<T>>(phase, $"{rule}/(1 − p)", new DropoutApply<T>(T.One - T.CreateTruncating(settings.Rate)), output, values, masks)
        : new MapOperation<T, DropoutKeep<T>>(phase, rule, new DropoutKeep<T>(), output, values, masks);
}
