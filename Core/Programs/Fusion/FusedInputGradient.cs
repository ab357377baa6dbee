using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>∂L/∂x = ∂L/∂z·W of a small layer and the ∂L/∂z of the layer below, ∂L/∂a·f′(z), one row at a time in one register.</summary>
internal static class FusedInputGradient<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Replaces the two operations where the layer below fits a register.</summary>
    public static void Apply(List<Operation<T>> list)
    {
        for (var k = 0; k + 1 < list.Count; k++)
        {
            if (list[k] is not DenseInputGradient<T> slope || list[k + 1] is not IMapOperation<T> map) continue;
            if (list[k + 1].Inputs is not [var da, _, _] || da != slope.Output || da.Shape.Length != 2) continue;
            if (!SmallLayer.Fits<T>(da.Shape[1], slope.Inputs[1].Capacity) || map.Accept(new Maker(slope)) is not { } fused) continue;
            list.RemoveRange(k, 2);
            list.Insert(k, fused);
        }
    }

    private sealed class Maker(DenseInputGradient<T> slope) : IMapVisitor<T>
    {
        public Operation<T>? Visit<TMap>(MapOperation<T, TMap> operation)
            where TMap : struct, IMap<T> => TMap.Arity == 3 && TMap.Scalars == 0 ? new SmallInputGradient<T, TMap>(slope, operation) : null;
    }
}

/// <summary>The loop over the rows.</summary>
internal sealed unsafe class SmallInputGradient<T, TMap>(DenseInputGradient<T> slope, MapOperation<T, TMap> map) : FusedOperation<T>(slope, map)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TMap : struct, IMap<T>
{
    private readonly Buffer<T> dz = slope.Inputs[0];
    private readonly Buffer<T> weight = slope.Inputs[1];
    private readonly Buffer<T> da = slope.Output;
    private readonly Buffer<T> z = map.Inputs[1];
    private readonly Buffer<T> a = map.Inputs[2];
    private readonly TMap rule = map.At(new RunState());
    private readonly int inputs = slope.Inputs[1].Shape[1];
    private readonly int outputs = slope.Inputs[1].Shape[0];

    public override void Run(RunState run)
    {
        var turned = weight.Pointer;
        if (outputs > 1)
        {
            turned = slope.Turned.Pointer;
            Transpose.Run(weight.Pointer, turned, inputs, outputs);
        }

        if (inputs <= Vec128<T>.Width) Rows<Vec128<T>>(rule, dz.Pointer, turned, da.Pointer, z.Pointer, a.Pointer, Output.Pointer, run.Rows, inputs, outputs);
        else if (inputs <= Vec256<T>.Width) Rows<Vec256<T>>(rule, dz.Pointer, turned, da.Pointer, z.Pointer, a.Pointer, Output.Pointer, run.Rows, inputs, outputs);
        else Rows<Vec512<T>>(rule, dz.Pointer, turned, da.Pointer, z.Pointer, a.Pointer, Output.Pointer, run.Rows, inputs, outputs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Rows<V>(TMap rule, T* dz, T* turned, T* da, T* z, T* a, T* below, int rows, int inputs, int outputs)
        where V : unmanaged, IVec<V, T>
    {
        for (var r = 0; r < rows; r++, dz += outputs, da += inputs, z += inputs, a += inputs, below += inputs)
        {
            var sum = V.Create(T.Zero);
            var weights = turned;
            for (nint o = 0; o < outputs; o++, weights += inputs) sum += V.Create(dz[o]) * V.Load(weights);
            V.Store(sum, da);
            V.Store(rule.Apply(sum, V.Load(z), V.Load(a), default, default), below);
        }
    }
}
