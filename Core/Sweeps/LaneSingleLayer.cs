using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>A network of one dense layer with one or two inputs, as the operations of the first run.</summary>
/// <param name="Forward">z = x·Wᵀ + b, of inputs that all runs share.</param>
/// <param name="Weight">∂L/∂W.</param>
/// <param name="Bias">∂L/∂b, or null without bias.</param>
internal sealed record LaneLayer<T>(DenseForward<T> Forward, DenseWeightGradient<T> Weight, DenseBiasGradient<T>? Bias)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostInputs = 2;

    /// <summary>The layer, if these operations are nothing but its own.</summary>
    /// <param name="operations">What is done with the samples, but for what lies between the logits and their gradient.</param>
    /// <param name="shared">What all runs read.</param>
    public static LaneLayer<T>? Of(ImmutableArray<Operation<T>> operations, HashSet<Buffer<T>> shared)
    {
        if (operations is not [DenseForward<T> forward, DenseWeightGradient<T> weight, .. var rest] || !shared.Contains(forward.Inputs[0]) || weight.Output.Shape[1] > MostInputs) return null;
        var bias = rest is [DenseBiasGradient<T> only] ? only : null;
        var isWhole = rest.Length == (bias is null ? 0 : 1) && forward.Inputs.Length == (bias is null ? 2 : 3);
        return isWhole ? new(forward, weight, bias) : null;
    }
}

/// <summary>
/// Forward, loss and backward of such a network for every run: a sample goes from its inputs to its part of the gradients without leaving the registers, where the sums over
/// the samples stay too.
/// </summary>
/// <param name="activation">Of the first run.</param>
/// <param name="parts">Of the first run.</param>
/// <param name="slope">Of the first run.</param>
/// <param name="back">Of the first run; null where the slope is ∂L/∂z itself.</param>
/// <param name="loss">Where its sums are kept.</param>
/// <param name="layer">Of the first run.</param>
/// <param name="space">The lanes.</param>
internal sealed unsafe class LaneSingleLayer<V, T, TActivation, TPart, TSlope, TBack>(
    MapOperation<T, TActivation> activation, MapOperation<T, TPart> parts, MapOperation<T, TSlope> slope, MapOperation<T, TBack>? back,
    ISummedLoss<T> loss, LaneLayer<T> layer, LaneSpace<T> space) : LaneOperation<T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : struct, IMap<T>
    where TPart : struct, IMap<T>
    where TSlope : struct, IMap<T>
    where TBack : struct, IMap<T>
{
    private readonly LaneOperand<T> x = space.Operand(layer.Forward.Inputs[0]);
    private readonly LaneOperand<T> y = space.Operand(slope.Inputs[1]);
    private readonly T* weight = space.Pointer(layer.Forward.Inputs[1]);
    private readonly T* bias = layer.Bias is null ? null : space.Pointer(layer.Forward.Inputs[2]);
    private readonly T* weightGradient = space.Pointer(layer.Weight.Output);
    private readonly T* biasGradient = layer.Bias is null ? null : space.Pointer(layer.Bias.Output);
    private readonly T* sums = space.Pointer(loss.Columns);
    private readonly int inputs = layer.Weight.Output.Shape[1];
    private readonly int outputs = layer.Weight.Output.Shape[0];
    private readonly TActivation activate = activation.At(new RunState());
    private readonly TPart part = parts.At(new RunState());
    private readonly TBack turn = back is null ? default : back.At(new RunState());
    private readonly bool isFromLogits = parts.Inputs[0] == activation.Inputs[0];

    public override void Run(LaneTile tile)
    {
        for (nint c = 0; c < outputs; c++) Column(slope.At(tile.Run), c, x.At(tile), y.At(tile) + c, tile.Rows, tile.First > 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Column(TSlope incline, nint column, T* samples, T* targets, int rows, bool goesOn)
    {
        var (f, p, b, fromLogits, hasBias, hasTwo) = (activate, part, turn, isFromLogits, bias != null, inputs > 1);
        nint lanes = space.Lanes, step = inputs, width = outputs, second = outputs * lanes;
        for (nint at = column * lanes, end = at + lanes; at < end; at += V.Width)
        {
            V zero = V.Constant(0), w0 = V.Load(weight + at), w1 = hasTwo ? V.Load(weight + second + at) : zero, shift = hasBias ? V.Load(bias + at) : zero;
            V sum = zero, g0 = zero, g1 = zero, gb = zero;
            if (goesOn) (sum, g0, g1, gb) = (V.Load(sums + at), V.Load(weightGradient + at), hasTwo ? V.Load(weightGradient + second + at) : zero, hasBias ? V.Load(biasGradient + at) : zero);
            T* xr = samples, yr = targets;
            for (var r = 0; r < rows; r++, xr += step, yr += width)
            {
                V x0 = V.Create(*xr), target = V.Create(*yr);
                var z = zero + x0 * w0;
                if (hasTwo) z += V.Create(xr[1]) * w1;
                if (hasBias) z += shift;
                var a = f.Apply(z, default, default, default, default);
                sum += p.Apply(fromLogits ? z : a, target, default, default, default);
                var down = incline.Apply(a, target, default, default, default);
                // A rule that never follows a slope stands for "no way back".
                var dz = typeof(TBack) == typeof(Addition<T>) ? down : b.Apply(down, z, a, default, default);
                g0 += x0 * dz;
                if (hasTwo) g1 += V.Create(xr[1]) * dz;
                gb += dz;
            }

            V.Store(sum, sums + at);
            V.Store(g0, weightGradient + at);
            if (hasTwo) V.Store(g1, weightGradient + second + at);
            if (hasBias) V.Store(gb, biasGradient + at);
        }
    }
}
