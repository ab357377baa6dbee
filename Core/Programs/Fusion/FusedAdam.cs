using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Core;

/// <summary>
/// Adam's five steps in one pass: m, v, m̂ and v̂ stay in registers, so that memory is read and written once. m̂ and v̂ are not written:
/// nothing reads them but the step.
/// </summary>
internal static class FusedAdam<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Steps = 5;

    /// <summary>Replaces m, v, m̂, v̂, w of each parameter by one operation.</summary>
    public static void Apply(List<Operation<T>> update)
    {
        for (var k = 0; k + Steps <= update.Count; k++)
        {
            if (update[k] is not MapOperation<T, FirstMoment<T>> m
                || update[k + 1] is not MapOperation<T, SecondMoment<T>> v
                || update[k + 2] is not MapOperation<T, BiasCorrection<T>> mHat
                || update[k + 3] is not MapOperation<T, BiasCorrection<T>> vHat
                || update[k + 4] is not IMapOperation<T> step
                || step.Accept(new Maker(m, v, mHat, vHat)) is not { } fused) continue;
            update.RemoveRange(k, Steps);
            update.Insert(k, fused);
        }
    }

    private sealed class Maker(
        MapOperation<T, FirstMoment<T>> m, MapOperation<T, SecondMoment<T>> v, MapOperation<T, BiasCorrection<T>> mHat, MapOperation<T, BiasCorrection<T>> vHat)
        : IMapVisitor<T>
    {
        public Operation<T>? Visit<TMap>(MapOperation<T, TMap> step)
            where TMap : struct, IMap<T> => step.Inputs is [_, var first, var second, _] && first == mHat.Output && second == vHat.Output
                ? new AdamPass<T, TMap>(m, v, mHat, vHat, step, step.Output.Capacity, SharedMatrix.In([step.Output]))
                : null;
    }
}

/// <summary>
/// One pass over w, g, m and v. Threads share the largest matrix as they share its gradient, so that each core keeps its part of g, m and v in its
/// own cache.
/// </summary>
internal sealed unsafe class AdamPass<T, TStep>(
    MapOperation<T, FirstMoment<T>> m,
    MapOperation<T, SecondMoment<T>> v,
    MapOperation<T, BiasCorrection<T>> mHat,
    MapOperation<T, BiasCorrection<T>> vHat,
    MapOperation<T, TStep> step,
    int count,
    SharedMatrix? matrix) : FusedOperation<T>(m, v, mHat, vHat, step), IWidening<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TStep : struct, IMap<T>
{
    private readonly Buffer<T> gradient = m.Inputs[1];
    private readonly Buffer<T> rate = step.Inputs[3];

    private Action<int, int>? rows, range;
    private RunState? now;

    internal override bool CanShare(int rows) => Threads.Pays(count);

    public override void Run(RunState run)
    {
        now = run;
        if (run.Workers is null || !CanShare(run.Rows)) Range(0, count);
        else if (matrix is { } shared) run.Workers.Split(shared.Rows, rows ??= Rows, SharedMatrix.Unit);
        else run.Workers.Split(count, range ??= Range);
    }

    public Operation<T>? Widen(IReadOnlyList<Operation<T>> all, int width)
    {
        var passes = all.OfType<AdamPass<T, TStep>>().ToArray();
        return passes.Length == all.Count
            && AllParameters<T>.AreAlike(m, passes.Select(pass => pass.First))
            && AllParameters<T>.AreAlike(v, passes.Select(pass => pass.Second))
            && AllParameters<T>.AreAlike(step, passes.Select(pass => pass.Step), withInputs: false)
                ? new AdamPass<T, TStep>(m, v, mHat, vHat, step, width, SharedMatrix.In([.. passes.Select(pass => pass.Step.Output)]))
                : null;
    }

    private MapOperation<T, FirstMoment<T>> First => m;

    private MapOperation<T, SecondMoment<T>> Second => v;

    private MapOperation<T, TStep> Step => step;

    private void Range(int from, int to)
    {
        if (Vector512.IsHardwareAccelerated) Pass<Vec512<T>>(now!, from, to - from);
        else if (Vector256.IsHardwareAccelerated) Pass<Vec256<T>>(now!, from, to - from);
        else if (Vector128.IsHardwareAccelerated) Pass<Vec128<T>>(now!, from, to - from);
        else Pass<Scalar<T>>(now!, from, to - from);
    }

    // The first rows go with everything around the matrix, which is small.
    private void Rows(int from, int to)
    {
        var (first, last, width) = matrix!.Value;
        Range(from == 0 ? 0 : first + from * width, first + to * width);
        if (from == 0) Range(first + last * width, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Pass<V>(RunState run, int from, int length)
        where V : unmanaged, IVec<V, T> => Loop(
            m.At(run),
            v.At(run),
            mHat.At(run),
            vHat.At(run),
            step.At(run),
            gradient.Pointer + from,
            m.Output.Pointer + from,
            v.Output.Pointer + from,
            step.Output.Pointer + from,
            V.Create(*rate.Pointer),
            length);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Loop<V>(
        FirstMoment<T> first, SecondMoment<T> second, BiasCorrection<T> correctFirst, BiasCorrection<T> correctSecond, TStep step, T* g, T* m, T* v, T* w, V rate, int count)
        where V : unmanaged, IVec<V, T>
    {
        for (nint i = 0; i < count; i += V.Width)
        {
            V gradient = V.Load(g + i), parameter = V.Load(w + i);
            var newM = first.Apply(V.Load(m + i), gradient, parameter, default, default);
            var newV = second.Apply(V.Load(v + i), gradient, parameter, default, default);
            V.Store(newM, m + i);
            V.Store(newV, v + i);
            var mHat = correctFirst.Apply(newM, default, default, default, default);
            var vHat = correctSecond.Apply(newV, default, default, default, default);
            V.Store(step.Apply(parameter, mHat, vHat, rate, default), w + i);
        }
    }
}
