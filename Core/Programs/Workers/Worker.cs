using System.Numerics;

namespace Core;

/// <summary>The way back of one worker: from the outputs for its shard to its gradients.</summary>
/// <param name="program">Where buffers and operations are added.</param>
/// <param name="number">Counted from 1.</param>
/// <param name="settings">How many there are, and how their gradients become one.</param>
/// <param name="before">The gradients of the worker before, where this one goes on from them.</param>
internal sealed class Worker<T>(ProgramBuilder<T> program, int number, WorkerSettings settings, Worker<T>? before)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Its gradient of each parameter.</summary>
    public Dictionary<Buffer<T>, Buffer<T>> Gradients { get; } = [];

    private string Name => WorkerNames.Of(number, "");

    /// <summary>Adds its operations.</summary>
    public void Add(Network<T> network, LossRule<T> loss, LossBuffers<T> whole, bool isFused)
    {
        var batch = network.Output.Shape[0];
        var rows = batch / settings.Count;
        // In a ring every term is divided by the whole batch, as it is without workers; an average divides by the shard.
        var counted = settings.Combine == WorkerCombination.Ring ? batch : rows;
        Buffer<T> Part(Buffer<T> buffer) => program.View(buffer, (number - 1) * rows, rows);
        Buffer<T> Own(string name, Buffer<T> like) => program.Declare(Name + name, like.Shape.SetItem(0, rows), Zone.Scratch);
        var part = whole with { Z = Part(whole.Z), A = Part(whole.A), Y = Part(whole.Y) };
        Buffer<T>? slope = null;
        if (!isFused)
        {
            slope = Own(network.Stages[^1].OutputGradientName, network.Output);
            Add(loss.Backward(part, slope), counted);
        }

        var lowest = network.Stages.TakeWhile(stage => !stage.IsTrainable).Count();
        for (var k = network.Stages.Length - 1; k >= lowest; k--)
            switch (network.Stages[k])
            {
                case DenseStage<T> dense:
                    var dz = Own($"{dense.Name}.dz", dense.Z);
                    if (slope is null) Add(loss.Backward(part, dz), counted);
                    else Add(dense.Activation.Backward(slope, Part(dense.Z), Part(dense.A), dz), rows);
                    if (dense.IsTrainable) AddGradients(dense, dz, Part(dense.Input), rows);
                    if (k == lowest) return;
                    slope = Own(BackwardPass.Below(network, k)!.OutputGradientName, BackwardPass.Below(network, k)!.Output);
                    Add(dense.InputGradient(dz, slope, isObservation: false), rows);
                    break;
                case DropoutStage<T> dropout:
                    var passed = Own(BackwardPass.Below(network, k)!.OutputGradientName, BackwardPass.Below(network, k)!.Output);
                    Add(dropout.InputGradient(slope!, passed, isObservation: false, Part(dropout.Mask)), rows);
                    slope = passed;
                    break;
            }
    }

    private void AddGradients(DenseStage<T> layer, Buffer<T> dz, Buffer<T> x, int rows)
    {
        var isRing = settings.Combine == WorkerCombination.Ring;
        var weight = OfParameter(layer.Weight);
        Add(isRing ? new RingGradient<T>(before?.Gradients[layer.Weight], dz, x, weight) : new DenseWeightGradient<T>(dz, x, weight), rows);
        if (layer.Bias is not { } bias) return;
        var gradient = OfParameter(bias);
        Add(isRing ? new RingGradient<T>(before?.Gradients[bias], dz, null, gradient) : new DenseBiasGradient<T>(dz, gradient), rows);
    }

    private Buffer<T> OfParameter(Buffer<T> parameter) => Gradients[parameter] = program.Like(parameter, $"{Name}{parameter.Name}.grad", Zone.Scratch);

    private void Add(Operation<T> operation, int rows) => program.Add(new WorkerOperation<T>(operation, rows));
}
