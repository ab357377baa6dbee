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
        if (Of(list) is not { } output) return;
        var sums = SingleOutputSums<T>.For(output.Loss, list.SkipWhile(operation => operation != (output.Back ?? output.Slope)).Skip(1));
        var place = list.IndexOf(output.Activation);
        list.RemoveAll(operation => operation == output.Slope || operation == output.Back || sums.Parts.Contains(operation));
        list[place] = output.Pass;
        list.Insert(place + 1, sums.Fused);
    }

    /// <summary>The operations that go together in a list that ends with the backward pass, and the pass over all of them; nothing where the loss is no sum over outputs.</summary>
    public static OutputEnd<T>? Of(List<Operation<T>> list)
    {
        var place = list.FindIndex(operation => operation is ISummedLoss<T>) - 1;
        var first = list.FindIndex(operation => operation.Phase == Phase.Backward);
        if (place < 0 || first < 0 || list[place] is not IMapOperation<T> || list[place].Inputs is not [var z]) return null;
        var (activation, loss, slope) = (list[place], list[place + 1], list[first]);
        if (loss.Inputs[0] != z && loss.Inputs[0] != activation.Output) return null;
        if (slope is not IMapOperation<T> || slope.Inputs is not [var a, var y] || a != activation.Output || y != loss.Inputs[1]) return null;
        var back = list.Count > first + 1 && list[first + 1] is IMapOperation<T> && list[first + 1].Inputs is [var da, var same, _] && da == slope.Output && same == z
            ? list[first + 1]
            : null;
        return ((IMapOperation<T>)activation).Accept(new OutputMaker<T>(loss, slope, back)) is { } pass ? new(pass, activation, loss, slope, back) : null;
    }
}

/// <summary>The end of the forward pass and the beginning of the backward pass.</summary>
/// <param name="Pass">All of them in one, but for the sum of the loss; it is an <see cref="IOutputPass{T}"/>.</param>
/// <param name="Activation">a = f(z).</param>
/// <param name="Loss">data_loss.</param>
/// <param name="Slope">∂L/∂a, or ∂L/∂z itself.</param>
/// <param name="Back">∂L/∂z, where it is not the slope.</param>
internal sealed record OutputEnd<T>(Operation<T> Pass, Operation<T> Activation, Operation<T> Loss, Operation<T> Slope, Operation<T>? Back)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;

/// <summary>One pass over the outputs whose rules are not known by type.</summary>
internal interface IOutputPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The same pass for many runs, together with the layer where that is the whole network.</summary>
    LaneOperation<T> InLanes<V>(ISummedLoss<T> loss, LaneLayer<T>? layer, LaneSpace<T> space)
        where V : unmanaged, IVec<V, T>;
}

/// <summary>One pass over the outputs.</summary>
internal sealed unsafe class OutputPass<T, TActivation, TPart, TSlope, TBack>(
    MapOperation<T, TActivation> activation, MapOperation<T, TPart> parts, MapOperation<T, TSlope> slope, MapOperation<T, TBack>? back)
    : FusedOperation<T>([activation, parts, slope, .. back is null ? Array.Empty<Operation<T>>() : [back]]), IOutputPass<T>
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

    public LaneOperation<T> InLanes<V>(ISummedLoss<T> loss, LaneLayer<T>? layer, LaneSpace<T> space)
        where V : unmanaged, IVec<V, T> => layer is null
        ? new LaneOutput<V, T, TActivation, TPart, TSlope, TBack>(activation, parts, slope, back, loss, space)
        : new LaneSingleLayer<V, T, TActivation, TPart, TSlope, TBack>(activation, parts, slope, back, loss, layer, space);

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
