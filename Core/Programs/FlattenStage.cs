using System.Numerics;

namespace Core;

/// <summary>A compiled flatten layer. The numbers and their order do not change, so its gradient is the one of the layer above, unmoved.</summary>
internal sealed class FlattenStage<T>(ProgramBuilder<T> program, int number, int width, int batch) : Stage<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Buffer<T> a = program.Batched($"flat{number}.a", batch, width);

    public override Buffer<T> Output => a;

    public override string OutputGradientName => $"flat{number}.da";

    public override void AddForward(ProgramBuilder<T> program) => program.Add(new Flatten<T>(Input, a));

    public override (Buffer<T> Output, IEnumerable<Operation<T>> Operations) ForEvaluation(
        ProgramBuilder<T> program, string prefix, Buffer<T> input, int rows, int? masks = null)
    {
        var flat = program.Batched($"{prefix}.flat{number}.a", rows, width);
        return (flat, [new Flatten<T>(input, flat)]);
    }
}
