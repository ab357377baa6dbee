using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>
/// The last layer's a = f(z), the parts of the loss with their sums over the samples, ∂L/∂a and ∂L/∂z of every run: of all these only z, ∂L/∂z and the sums are in memory.
/// </summary>
/// <param name="activation">Of the first run.</param>
/// <param name="parts">Of the first run.</param>
/// <param name="slope">Of the first run.</param>
/// <param name="back">Of the first run; null where the slope is ∂L/∂z itself.</param>
/// <param name="loss">Where the sums are kept.</param>
/// <param name="space">The lanes.</param>
internal sealed unsafe class LaneOutput<V, T, TActivation, TPart, TSlope, TBack>(
    MapOperation<T, TActivation> activation, MapOperation<T, TPart> parts, MapOperation<T, TSlope> slope, MapOperation<T, TBack>? back, ISummedLoss<T> loss, LaneSpace<T> space)
    : LaneOperation<T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : struct, IMap<T>
    where TPart : struct, IMap<T>
    where TSlope : struct, IMap<T>
    where TBack : struct, IMap<T>
{
    private readonly T* z = space.Pointer(activation.Inputs[0]);
    private readonly LaneOperand<T> y = space.Operand(slope.Inputs[1]);
    private readonly T* dz = space.Pointer(back is null ? slope.Output : back.Output);
    private readonly T* sums = space.Pointer(loss.Columns);
    private readonly int outputs = loss.Columns.Capacity;
    private readonly TActivation activate = activation.At(new RunState());
    private readonly TPart part = parts.At(new RunState());
    private readonly TBack turn = back is null ? default : back.At(new RunState());
    private readonly bool isFromLogits = parts.Inputs[0] == activation.Inputs[0];

    public override void Run(LaneTile tile)
    {
        var incline = slope.At(tile.Run);
        for (nint c = 0; c < outputs; c++)
            Column(activate, part, incline, turn, isFromLogits, z + c * space.Lanes, y.At(tile) + c, dz + c * space.Lanes, sums + c * space.Lanes, tile.Rows, outputs, space.Lanes, tile.First > 0);
    }

    // A rule that never follows a slope stands for "no way back".
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Column(
        TActivation f, TPart part, TSlope slope, TBack back, bool isFromLogits, T* z, T* y, T* dz, T* sums, int rows, nint outputs, nint lanes, bool goesOn)
    {
        var row = outputs * lanes;
        for (nint lane = 0; lane < lanes; lane += V.Width)
        {
            var sum = goesOn ? V.Load(sums + lane) : V.Constant(0);
            T* logits = z + lane, targets = y, below = dz + lane;
            for (var r = 0; r < rows; r++, logits += row, targets += outputs, below += row)
            {
                V logit = V.Load(logits), target = V.Create(*targets);
                var a = f.Apply(logit, default, default, default, default);
                sum += part.Apply(isFromLogits ? logit : a, target, default, default, default);
                var down = slope.Apply(a, target, default, default, default);
                V.Store(typeof(TBack) == typeof(Addition<T>) ? down : back.Apply(down, logit, a, default, default), below);
            }

            V.Store(sum, sums + lane);
        }
    }
}
