using System.Numerics;

namespace Core;

/// <summary>A compiled dense layer: <c>z = W·x + b</c>, <c>a = f(z)</c>.</summary>
internal sealed class DenseStage<T> : Stage<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Buffer<T>? transposeRoom;

    public DenseStage(ProgramBuilder<T> program, int number, DenseSettings settings, int inputs, int batch)
    {
        Name = $"layer{number}";
        Settings = settings;
        Activation = ActivationRules.For<T>(settings.Function);
        var zone = settings.Trainable ? Zone.Parameter : Zone.Counter;
        Weight = program.Declare($"{Name}.weight", [settings.Units, inputs], zone, isTransposed: true);
        Bias = settings.Bias ? program.Declare($"{Name}.bias", [settings.Units], zone) : null;
        Z = program.Batched($"{Name}.z", batch, settings.Units);
        A = program.Batched($"{Name}.a", batch, settings.Units);
        transposeRoom = program.Declare($"{Name}.weight.turned", [settings.Units, inputs], Zone.Scratch);
    }

    /// <summary>layer1, layer2, ….</summary>
    public string Name { get; }

    public DenseSettings Settings { get; }

    public ActivationRule<T> Activation { get; }

    /// <summary>Shown [out, in], stored [in, out].</summary>
    public Buffer<T> Weight { get; }

    /// <summary>[out], or none.</summary>
    public Buffer<T>? Bias { get; }

    /// <summary>[batch, out]</summary>
    public Buffer<T> Z { get; }

    /// <summary>[batch, out]</summary>
    public Buffer<T> A { get; }

    public override Buffer<T> Output => A;

    public override string OutputGradientName => $"{Name}.da";

    public override bool IsTrainable => Settings.Trainable;

    /// <summary>Weight, then bias if there is one.</summary>
    public IEnumerable<Buffer<T>> Parameters => Bias is null ? [Weight] : [Weight, Bias];

    public override void AddForward(ProgramBuilder<T> program)
    {
        program.Add(new DenseForward<T>(Input, Weight, Bias, Z));
        program.Add(Activation.Forward(Z, A));
    }

    /// <summary>∂L/∂input from ∂L/∂z.</summary>
    public Operation<T> InputGradient(Buffer<T> dz, Buffer<T> dx, bool isObservation) =>
        new DenseInputGradient<T>(dz, Weight, transposeRoom!, dx) { IsObservation = isObservation };

    public override (Buffer<T> Output, IEnumerable<Operation<T>> Operations) ForEvaluation(
        ProgramBuilder<T> program, string prefix, Buffer<T> input, int rows, int? masks = null)
    {
        var z = program.Batched($"{prefix}.{Name}.z", rows, Settings.Units);
        var a = program.Batched($"{prefix}.{Name}.a", rows, Settings.Units);
        return (a, [new DenseForward<T>(input, Weight, Bias, z), Activation.Forward(z, a)]);
    }
}
