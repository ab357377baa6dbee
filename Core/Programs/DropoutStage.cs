using System.Numerics;

namespace Core;

/// <summary>A compiled dropout layer: a mask for every update, nothing in evaluation.</summary>
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

    public override string OutputGradientName => $"drop{number}.da";

    private DropoutApply<T> Rule => new(T.One - T.CreateTruncating(settings.Rate));

    public override void AddForward(ProgramBuilder<T> program)
    {
        program.Add(new DropoutMask<T>(settings.Rate, seed, number, settings.Masks, mask));
        program.Add(new MapOperation<T, DropoutApply<T>>(Phase.Forward, "a·mask/(1 − p)", Rule, a, Input, mask));
    }

    /// <summary>∂L/∂input = ∂L/∂output · mask/(1 − p).</summary>
    public Operation<T> InputGradient(Buffer<T> slope, Buffer<T> dx, bool isObservation) =>
        new MapOperation<T, DropoutApply<T>>(Phase.Backward, "∂L/∂a · mask/(1 − p)", Rule, dx, slope, mask) { IsObservation = isObservation };

    public override (Buffer<T> Output, IEnumerable<Operation<T>> Operations) ForEvaluation(
        ProgramBuilder<T> program, string prefix, Buffer<T> input, int rows) => (input, []);
}
