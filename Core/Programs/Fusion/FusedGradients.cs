using System.Numerics;

namespace Core;

/// <summary>The gradients of a layer's weights and bias, which read the same ∂L/∂z.</summary>
internal sealed unsafe class FusedGradients<T>(DenseWeightGradient<T> weight, DenseBiasGradient<T> bias) : FusedOperation<T>(weight, bias)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int inputs = weight.Output.Shape[1];
    private readonly int outputs = weight.Output.Shape[0];

    /// <summary>Replaces neighbours.</summary>
    public static void Apply(List<Operation<T>> list)
    {
        for (var k = 0; k + 1 < list.Count; k++)
        {
            if (list[k] is not DenseWeightGradient<T> weight || list[k + 1] is not DenseBiasGradient<T> bias) continue;
            list.RemoveRange(k, 2);
            list.Insert(k, new FusedGradients<T>(weight, bias));
        }
    }

    internal override bool CanShare(int rows) => weight.CanShare(rows);

    public override void Run(RunState run)
    {
        T* x = weight.Input.Pointer, dz = weight.PreActivationGradient.Pointer;
        if (inputs == 1 && outputs == 1)
        {
            MatMul.WeightAndBiasGradient(x, dz, weight.Output.Pointer, Output.Pointer, run.Rows, 1, 1);
            return;
        }

        weight.Run(run);
        MatMul.BiasGradient(dz, Output.Pointer, run.Rows, outputs);
    }
}
