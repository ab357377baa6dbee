using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>The sum of the loss's parts, alone.</summary>
internal sealed class LossSum<T>(Operation<T> loss) : FusedOperation<T>(loss)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ISummedLoss<T> summed = (ISummedLoss<T>)loss;

    public override void Run(RunState run) => summed.Sum(run);
}

/// <summary>
/// The three sums over the batch of a network with one output: loss, ∂L/∂b and ∂L/∂W of the last layer. Each is one chain, in which every
/// addition waits for the one before; side by side they wait together.
/// </summary>
internal sealed unsafe class SingleOutputSums<T>(Operation<T> loss, DenseWeightGradient<T> weight, DenseBiasGradient<T> bias) : FusedOperation<T>(weight, bias, loss)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ISummedLoss<T> summed = (ISummedLoss<T>)loss;
    private readonly int inputs = weight.Output.Shape[1];

    /// <summary>The operation that sums, and those of the list that it replaces.</summary>
    public static (Operation<T> Fused, ImmutableArray<Operation<T>> Parts) For(Operation<T> loss, IEnumerable<Operation<T>> behind)
    {
        if (loss.Inputs[0].Shape[1] == 1 && behind.Take(2).ToArray() is [DenseWeightGradient<T> weight, DenseBiasGradient<T> bias]
            && (weight.Output.Capacity == 1 || SmallLayer.Fits<T>(weight.Output.Capacity, weight.Output.Capacity)))
            return (new SingleOutputSums<T>(loss, weight, bias), [loss, weight, bias]);
        return (new LossSum<T>(loss), [loss]);
    }

    public override void Run(RunState run)
    {
        if (inputs == 1) Sums<Scalar<T>>(run.Rows, summed.Divisor(run));
        else if (inputs <= Vec128<T>.Width) Sums<Vec128<T>>(run.Rows, summed.Divisor(run));
        else if (inputs <= Vec256<T>.Width) Sums<Vec256<T>>(run.Rows, summed.Divisor(run));
        else Sums<Vec512<T>>(run.Rows, summed.Divisor(run));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Sums<V>(int rows, T divisor)
        where V : unmanaged, IVec<V, T>
    {
        T* x = weight.Input.Pointer, dz = weight.PreActivationGradient.Pointer, parts = summed.Parts.Output.Pointer;
        var weightSum = V.Create(T.Zero);
        T biasSum = T.Zero, lossSum = T.Zero;
        nint width = inputs;
        for (nint r = 0; r < rows; r++, x += width)
        {
            weightSum += V.Create(dz[r]) * V.Load(x);
            biasSum += dz[r];
            lossSum += parts[r];
        }

        V.Store(weightSum, weight.Output.Pointer);
        *bias.Output.Pointer = biasSum;
        *loss.Output.Pointer = lossSum / divisor;
    }
}
