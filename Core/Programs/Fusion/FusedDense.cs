using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Core;

/// <summary>
/// z = x·Wᵀ + b and a = f(z) of a small layer, whose units fit one register: a row's z goes to its a without leaving the register,
/// and the rows' chains run side by side in the processor.
/// </summary>
internal static class FusedDense<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Replaces a small layer's two operations.</summary>
    public static void Apply(List<Operation<T>> list)
    {
        for (var k = 0; k + 1 < list.Count; k++)
        {
            if (list[k] is not DenseForward<T> dense || list[k + 1] is not IMapOperation<T> map || list[k + 1].Inputs is not [var z] || z != dense.Output) continue;
            if (!SmallLayer.Fits<T>(dense.Output.Shape[1], dense.Inputs[1].Capacity) || map.Accept(new Maker(dense)) is not { } fused) continue;
            list.RemoveRange(k, 2);
            list.Insert(k, fused);
        }
    }

    private sealed class Maker(DenseForward<T> dense) : IMapVisitor<T>
    {
        public Operation<T>? Visit<TMap>(MapOperation<T, TMap> operation)
            where TMap : struct, IMap<T> => new SmallDense<T, TMap>(dense, operation);
    }
}

/// <summary>Which layers the small loops are for.</summary>
internal static class SmallLayer
{
    /// <summary>More weights than this are better off in tiles of several rows.</summary>
    private const int LargestMatrix = 512;

    /// <summary>Whether <paramref name="columns"/> fit the widest register, and are enough for one at all.</summary>
    public static bool Fits<T>(int columns, int weights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        columns > 1 && weights <= LargestMatrix && Vector128.IsHardwareAccelerated && columns <= Widest.Bits / 8 / Unsafe.SizeOf<T>();
}

/// <summary>The loop: one row at a time in one register.</summary>
internal sealed unsafe class SmallDense<T, TMap>(DenseForward<T> dense, MapOperation<T, TMap> map) : FusedOperation<T>(dense, map)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TMap : struct, IMap<T>
{
    private readonly Buffer<T> x = dense.Inputs[0];
    private readonly Buffer<T> weight = dense.Inputs[1];
    private readonly Buffer<T>? bias = dense.Inputs.Length > 2 ? dense.Inputs[2] : null;
    private readonly Buffer<T> z = dense.Output;
    private readonly TMap rule = map.At(new RunState());
    private readonly int inputs = dense.Inputs[1].Shape[1];
    private readonly int outputs = dense.Inputs[1].Shape[0];

    public override void Run(RunState run)
    {
        var b = bias is null ? null : bias.Pointer;
        if (outputs <= Vec128<T>.Width) Rows<Vec128<T>>(rule, x.Pointer, weight.Pointer, b, z.Pointer, Output.Pointer, run.Rows, inputs, outputs);
        else if (outputs <= Vec256<T>.Width) Rows<Vec256<T>>(rule, x.Pointer, weight.Pointer, b, z.Pointer, Output.Pointer, run.Rows, inputs, outputs);
        else Rows<Vec512<T>>(rule, x.Pointer, weight.Pointer, b, z.Pointer, Output.Pointer, run.Rows, inputs, outputs);
    }

    // Where the units do not fill the register, a row writes into the next one, which then overwrites it; the last row writes into the slack.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Rows<V>(TMap rule, T* x, T* w, T* bias, T* z, T* a, int rows, int inputs, int outputs)
        where V : unmanaged, IVec<V, T>
    {
        for (var r = 0; r < rows; r++, x += inputs, z += outputs, a += outputs)
        {
            var sum = V.Create(T.Zero);
            var weights = w;
            for (nint i = 0; i < inputs; i++, weights += outputs) sum += V.Create(x[i]) * V.Load(weights);
            if (bias != null) sum += V.Load(bias);
            V.Store(sum, z);
            V.Store(rule.Apply(sum, default, default, default, default), a);
        }
    }
}
