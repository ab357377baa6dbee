using System.Numerics;

namespace Core;

/// <summary>z = x·Wᵀ + b of every run.</summary>
/// <param name="one">The operation of the first run.</param>
/// <param name="space">The lanes.</param>
internal sealed unsafe class LaneDenseForward<V, T>(DenseForward<T> one, LaneSpace<T> space) : LaneOperation<T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly bool isShared = space.IsShared(one.Inputs[0]);
    private readonly LaneOperand<T> x = space.Operand(one.Inputs[0]);
    private readonly T* weight = space.Pointer(one.Inputs[1]);
    private readonly T* bias = one.Inputs.Length > 2 ? space.Pointer(one.Inputs[2]) : null;
    private readonly T* z = space.Pointer(one.Output);
    private readonly int inputs = one.Inputs[1].Shape[1];
    private readonly LaneProduct<V, T> product = LaneProducts<V, T>.Forward(one.Inputs[1], space, space.IsShared(one.Inputs[0]));

    public override void Run(LaneTile tile) => product.Run(x.At(tile), isShared, weight, bias, z, tile.Rows, inputs, goesOn: false);
}

/// <summary>∂L/∂x = ∂L/∂z · W of every run.</summary>
/// <param name="one">The operation of the first run.</param>
/// <param name="space">The lanes.</param>
internal sealed unsafe class LaneDenseInputGradient<V, T>(DenseInputGradient<T> one, LaneSpace<T> space) : LaneOperation<T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* dz = space.Pointer(one.Inputs[0]);
    private readonly T* weight = space.Pointer(one.Inputs[1]);
    private readonly T* dx = space.Pointer(one.Output);
    private readonly int outputs = one.Inputs[1].Shape[0];
    private readonly LaneProduct<V, T> product = LaneProducts<V, T>.InputGradient(one.Inputs[1], space);

    public override void Run(LaneTile tile) => product.Run(dz, false, weight, null, dx, tile.Rows, outputs, goesOn: false);
}

/// <summary>∂L/∂W of every run: the chain over the samples goes on from tile to tile.</summary>
/// <param name="one">The operation of the first run.</param>
/// <param name="space">The lanes.</param>
internal sealed unsafe class LaneDenseWeightGradient<V, T>(DenseWeightGradient<T> one, LaneSpace<T> space) : LaneOperation<T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly bool isShared = space.IsShared(one.Input);
    private readonly LaneOperand<T> x = space.Operand(one.Input);
    private readonly T* dz = space.Pointer(one.PreActivationGradient);
    private readonly T* gradient = space.Pointer(one.Output);
    private readonly int inputs = one.Output.Shape[1];
    private readonly LaneProduct<V, T> product = LaneProducts<V, T>.WeightGradient(one.Output, space, space.IsShared(one.Input));

    public override void Run(LaneTile tile) => product.Run(x.At(tile), isShared, dz, null, gradient, inputs, tile.Rows, goesOn: tile.First > 0);
}

/// <summary>∂L/∂b of every run.</summary>
/// <param name="one">The operation of the first run.</param>
/// <param name="space">The lanes.</param>
internal sealed unsafe class LaneDenseBiasGradient<V, T>(DenseBiasGradient<T> one, LaneSpace<T> space) : LaneOperation<T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* dz = space.Pointer(one.Inputs[0]);
    private readonly T* gradient = space.Pointer(one.Output);
    private readonly int width = one.Output.Capacity * space.Lanes;

    public override void Run(LaneTile tile) => LaneSums<V, T>.Columns(dz, gradient, tile.Rows, width, goesOn: tile.First > 0);
}

/// <summary>The three products of a dense layer, as one kernel walks over their elements. A weight matrix is stored [in, out].</summary>
internal static class LaneProducts<V, T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>z[b, o] = Σᵢ x[b, i]·w[i, o].</summary>
    public static LaneProduct<V, T> Forward(Buffer<T> weight, LaneSpace<T> space, bool isShared)
    {
        int inputs = weight.Shape[1], outputs = weight.Shape[0], place = isShared ? 1 : space.Lanes;
        return new(inputs * place, place, outputs * space.Lanes, space.Lanes, outputs, space.Lanes);
    }

    /// <summary>dx[b, i] = Σ_o dz[b, o]·w[i, o].</summary>
    public static LaneProduct<V, T> InputGradient(Buffer<T> weight, LaneSpace<T> space)
    {
        int inputs = weight.Shape[1], outputs = weight.Shape[0];
        return new(outputs * space.Lanes, space.Lanes, space.Lanes, outputs * space.Lanes, inputs, space.Lanes);
    }

    /// <summary>dw[i, o] = Σ_b x[b, i]·dz[b, o].</summary>
    public static LaneProduct<V, T> WeightGradient(Buffer<T> gradient, LaneSpace<T> space, bool isShared)
    {
        int inputs = gradient.Shape[1], outputs = gradient.Shape[0], place = isShared ? 1 : space.Lanes;
        return new(place, inputs * place, outputs * space.Lanes, space.Lanes, outputs, space.Lanes);
    }
}
