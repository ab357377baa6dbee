using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Core;

/// <summary>
/// The last layer's a = f(z), the parts of the loss, ∂L/∂a and ∂L/∂z: four rules for the same outputs, in one pass; then the sums over the batch. With a loss that is fused
/// with its activation there is no ∂L/∂a and the slope is ∂L/∂z itself.
/// </summary>
internal static class FusedOutput<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Replaces them where the loss is a sum over outputs.</summary>
    public static void Apply(List<Operation<T>> list)
    {
        var place = list.FindIndex(operation => operation is ISummedLoss<T>) - 1;
        var first = list.FindIndex(operation => operation.Phase == Phase.Backward);
        if (place < 0 || first < 0 || list[place] is not IMapOperation<T> || list[place].Inputs is not [var z]) return;
        var (activation, loss, slope) = (list[place], list[place + 1], list[first]);
        if (loss.Inputs[0] != z && loss.Inputs[0] != activation.Output) return;
        if (slope is not IMapOperation<T> || slope.Inputs is not [var a, var y] || a != activation.Output || y != loss.Inputs[1]) return;
        var back = list.Count > first + 1 && list[first + 1] is IMapOperation<T> && list[first + 1].Inputs is [var da, var same, _] && da == slope.Output && same == z
            ? list[first + 1]
            : null;
        if (((IMapOperation<T>)activation).Accept(new OutputMaker<T>(loss, slope, back)) is not { } fused) return;
        var sums = SingleOutputSums<T>.For(loss, list.SkipWhile(operation => operation != (back ?? slope)).Skip(1));
        list.RemoveAll(operation => operation == slope || operation == back || sums.Parts.Contains(operation));
        list[place] = fused;
        list.Insert(place + 1, sums.Fused);
    }
}

/// <summary>One pass over the outputs.</summary>
internal sealed unsafe class OutputPass<T, TActivation, TPart, TSlope, TBack>(
    MapOperation<T, TActivation> activation, MapOperation<T, TPart> parts, MapOperation<T, TSlope> slope, MapOperation<T, TBack>? back)
    : FusedOperation<T>([activation, parts, slope, .. back is null ? Array.Empty<Operation<T>>() : [back]])
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : struct, IMap<T>
    where TPart : struct, IMap<T>
    where TSlope : struct, IMap<T>
    where TBack : struct, IMap<T>
{
    private readonly Buffer<T> z = activation.Inputs[0];
    private readonly Buffer<T> y = slope.Inputs[1];
    private readonly Buffer<T> dz = back is null ? slope.Output : back.Output;
    private readonly TActivation activate = activation.At(new RunState());
    private readonly TPart part = parts.At(new RunState());
    private readonly TBack turn = back is null ? default : back.At(new RunState());
    private readonly bool isFromLogits = parts.Inputs[0] == activation.Inputs[0];

    public override void Run(RunState run)
    {
        var count = z.Count(run.Rows);
        if (count == 1 || !Vector128.IsHardwareAccelerated) Pass<Scalar<T>>(slope.At(run), count);
        else if (count <= Vec128<T>.Width || !Vector256.IsHardwareAccelerated) Pass<Vec128<T>>(slope.At(run), count);
        else if (count <= Vec256<T>.Width || !Vector512.IsHardwareAccelerated) Pass<Vec256<T>>(slope.At(run), count);
        else Pass<Vec512<T>>(slope.At(run), count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Pass<V>(TSlope incline, int count)
        where V : unmanaged, IVec<V, T>
    {
        T* logits = z.Pointer, targets = y.Pointer, outputs = activation.Output.Pointer, losses = parts.Output.Pointer, da = slope.Output.Pointer, below = dz.Pointer;
        var (f, p, b) = (activate, part, turn);
        for (nint i = 0; i < count; i += V.Width)
        {
            V logit = V.Load(logits + i), target = V.Load(targets + i);
            var a = f.Apply(logit, default, default, default, default);
            V.Store(a, outputs + i);
            V.Store(p.Apply(isFromLogits ? logit : a, target, default, default, default), losses + i);
            var down = incline.Apply(a, target, default, default, default);
            V.Store(down, da + i);
            if (typeof(TBack) != typeof(Addition<T>)) V.Store(b.Apply(down, logit, a, default, default), below + i);
        }
    }
}
