using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace Core;

/// <summary>aᵢ = e^(zᵢ − max z)/Σⱼ e^(zⱼ − max z) of every run, the units in the order of <see cref="Softmax"/>.</summary>
/// <param name="one">The operation of the first run.</param>
/// <param name="space">The lanes.</param>
internal sealed unsafe class LaneSoftmaxForward<V, T>(SoftmaxForward<T> one, LaneSpace<T> space) : LaneOperation<T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* z = space.Pointer(one.Inputs[0]);
    private readonly T* a = space.Pointer(one.Output);
    private readonly int width = one.Output.Shape[1];

    public override void Run(LaneTile tile)
    {
        for (nint r = 0; r < tile.Rows; r++)
            for (nint lane = 0; lane < space.Lanes; lane += V.Width)
                LaneSoftmax<V, T>.Row(z + r * width * space.Lanes + lane, a + r * width * space.Lanes + lane, width, space.Lanes);
    }
}

/// <summary>∂L/∂zᵢ = aᵢ·(∂L/∂aᵢ − Σₖ ∂L/∂aₖ·aₖ) of every run.</summary>
/// <param name="one">The operation of the first run.</param>
/// <param name="space">The lanes.</param>
internal sealed unsafe class LaneSoftmaxBackward<V, T>(SoftmaxBackward<T> one, LaneSpace<T> space) : LaneOperation<T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* da = space.Pointer(one.Inputs[0]);
    private readonly T* a = space.Pointer(one.Inputs[1]);
    private readonly T* dz = space.Pointer(one.Output);
    private readonly int width = one.Output.Shape[1];

    [MethodImpl(AggressiveOptimization | NoInlining)]
    public override void Run(LaneTile tile)
    {
        nint lanes = space.Lanes, row = width * lanes;
        for (nint r = 0; r < tile.Rows; r++)
            for (nint lane = 0; lane < lanes; lane += V.Width)
            {
                T* slopes = da + r * row + lane, values = a + r * row + lane, output = dz + r * row + lane;
                var mean = V.Constant(0);
                for (nint k = 0; k < row; k += lanes) mean += V.Load(slopes + k) * V.Load(values + k);
                for (nint k = 0; k < row; k += lanes) V.Store(V.Load(values + k) * (V.Load(slopes + k) - mean), output + k);
            }
    }
}

/// <summary>The sum over the samples of each run's softmax cross-entropy, not yet divided.</summary>
/// <param name="one">The loss of the first run.</param>
/// <param name="space">The lanes.</param>
internal sealed unsafe class LaneSoftmaxLoss<V, T>(SoftmaxCrossEntropy<T> one, LaneSpace<T> space) : LaneOperation<T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* z = space.Pointer(one.Inputs[0]);
    private readonly LaneOperand<T> y = space.Operand(one.Inputs[1]);
    private readonly T* powers = space.Pointer(one.Parts);
    private readonly T* sums = space.Pointer(one.Columns);
    private readonly int classes = one.Parts.Shape[1];

    public override void Run(LaneTile tile)
    {
        var targets = y.At(tile);
        for (nint lane = 0; lane < space.Lanes; lane += V.Width)
        {
            var sum = tile.First > 0 ? V.Load(sums + lane) : V.Constant(0);
            for (nint r = 0; r < tile.Rows; r++)
                sum += LaneSoftmax<V, T>.Loss(z + r * classes * space.Lanes + lane, powers + lane, targets + r * classes, classes, space.Lanes);
            V.Store(sum, sums + lane);
        }
    }
}

/// <summary>One sample of as many runs as a register has lanes; an element of a run lies <c>lanes</c> behind the one before.</summary>
internal static unsafe class LaneSoftmax<V, T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>p = e^(z − m)/Σ e^(z − m).</summary>
    /// <returns>m = max z, and Σ e^(z − m) in ascending order from 0.</returns>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static (V Max, V Sum) Row(T* z, T* p, int classes, nint lanes)
    {
        var end = classes * lanes;
        var max = V.Load(z);
        for (var c = lanes; c < end; c += lanes) max = VecMath.Max<V, T>(max, V.Load(z + c));
        var sum = V.Constant(0);
        for (nint c = 0; c < end; c += lanes)
        {
            var power = V.Exp(V.Load(z + c) - max);
            V.Store(power, p + c);
            sum += power;
        }

        for (nint c = 0; c < end; c += lanes) V.Store(V.Load(p + c) / sum, p + c);
        return (max, sum);
    }

    /// <summary>Σ y·(ln Σ e^(z − m) − (z − m)) over the classes with a target: a term with target 0 is left out, as in <see cref="SoftmaxCrossEntropy{T}"/>.</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static V Loss(T* z, T* room, T* y, int classes, nint lanes)
    {
        var (max, sum) = Row(z, room, classes, lanes);
        var (logSum, loss) = (V.Log(sum), V.Constant(0));
        for (nint c = 0; c < classes; c++)
            if (y[c] != T.Zero)
                loss += V.Create(y[c]) * (logSum - (V.Load(z + c * lanes) - max));
        return loss;
    }
}
