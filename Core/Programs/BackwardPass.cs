using System.Numerics;

namespace Core;

/// <summary>Adds the way back: from ∂L/∂output to the gradient of every parameter, layer by layer downwards.</summary>
internal static class BackwardPass
{
    /// <summary>Adds the operations.</summary>
    public static void Add<T>(
        ProgramBuilder<T> program, Experiment experiment, Network<T> network, LossRule<T> loss, LossBuffers<T> lossBuffers, GradientBuffers<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var lowestTrainable = network.Stages.TakeWhile(stage => !stage.IsTrainable).Count();
        Buffer<T>? slope = null;
        if (!experiment.Loss.IsFused)
        {
            slope = program.Batched(network.Stages[^1].OutputGradientName, network.Output.Shape);
            program.Add(loss.Backward(lossBuffers, slope));
        }

        for (var k = network.Stages.Length - 1; k >= 0; k--)
        {
            var below = Below(network, k);
            Buffer<T> Passed() => program.Batched(below is null ? "input.grad" : below.OutputGradientName, below is null ? network.Stages[0].Input.Shape : below.Output.Shape);
            var isObservation = k <= lowestTrainable;
            switch (network.Stages[k])
            {
                case DenseStage<T> dense:
                    var dz = program.Batched($"{dense.Name}.dz", dense.Z.Shape);
                    var activation = slope is null ? loss.Backward(lossBuffers, dz) : dense.Activation.Backward(slope, dense.Z, dense.A, dz);
                    activation.IsObservation = k < lowestTrainable;
                    program.Add(activation);
                    if (dense.IsTrainable) gradients.Add(program, dense, dz);
                    slope = Passed();
                    program.Add(dense.InputGradient(dz, slope, isObservation));
                    break;
                case DropoutStage<T> dropout:
                    var passed = Passed();
                    program.Add(dropout.InputGradient(slope!, passed, isObservation));
                    slope = passed;
                    break;
            }
        }
    }

    // A flatten layer moves no number: the gradient passes through it to the layer below.
    internal static Stage<T>? Below<T>(Network<T> network, int k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (k--; k >= 0; k--)
            if (network.Stages[k] is not FlattenStage<T>)
                return network.Stages[k];
        return null;
    }
}
