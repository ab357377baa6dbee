using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>What one update of many runs is.</summary>
/// <param name="Shared">Operations of the first program whose results all runs read: the batch, the masks.</param>
/// <param name="Tiled">For every tile of the batch: forward, parts of the loss, backward, in this order.</param>
/// <param name="Once">Behind the last tile: loss, penalties, clipping, new parameters.</param>
/// <param name="Space">The buffers.</param>
internal sealed record LaneList<T>(ImmutableArray<Operation<T>> Shared, ImmutableArray<LaneOperation<T>> Tiled, ImmutableArray<LaneOperation<T>> Once, LaneSpace<T> Space)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;

/// <summary>Turns the lists of programs that fit each other into one list over lanes.</summary>
internal sealed class LaneCompiler<V, T>
    where V : unmanaged, IVec<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Of the batch a tile is held, in about half of a core's first cache.
    private const int TileBytes = 24 << 10;

    private readonly IReadOnlyList<TrainingProgram<T>> programs;
    private readonly ImmutableArray<ImmutableArray<Operation<T>>> lists;
    private readonly HashSet<Buffer<T>> shared = [];
    private readonly OutputEnd<T>? output;
    private readonly LaneLayer<T>? layer;
    private readonly bool hasOneOptimizer;
    private readonly LaneSpace<T> space;

    private LaneCompiler(IReadOnlyList<TrainingProgram<T>> programs)
    {
        this.programs = programs;
        lists = [.. programs.Select(LaneFit<T>.List)];
        hasOneOptimizer = programs.All(program => (program.Experiment.Optimizer with { LearningRate = 0 }) == (programs[0].Experiment.Optimizer with { LearningRate = 0 }));
        output = FusedOutput<T>.Of([.. lists[0].Where(operation => operation.Phase < Phase.Update)]);
        foreach (var operation in lists[0].Where(IsShared)) shared.Add(operation.Output);
        layer = output is null ? null : LaneLayer<T>.Of([.. lists[0].Where(operation => IsTiled(operation) && !IsInside(operation) && !shared.Contains(operation.Output))], shared);
        var lanes = (programs.Count + 15) / 16 * 16;
        var buffers = Buffers().Distinct().Where(buffer => !shared.Contains(buffer)).ToArray();
        space = new(buffers, shared, lanes, TileRows(buffers, lanes));
    }

    /// <summary>The list of programs between which <see cref="LaneFit{T}"/> finds no difference.</summary>
    public static LaneList<T> Compile(IReadOnlyList<TrainingProgram<T>> programs) => new LaneCompiler<V, T>(programs).List();

    private LaneList<T> List()
    {
        var (first, tiled, once) = (lists[0], ImmutableArray.CreateBuilder<LaneOperation<T>>(), ImmutableArray.CreateBuilder<LaneOperation<T>>());
        for (var k = 0; k < first.Length; k++)
        {
            if (shared.Contains(first[k].Output) || IsInside(first[k])) continue;
            if (first[k] is ISummedLoss<T> loss)
            {
                tiled.Add(output is null ? new LaneLossSums<V, T>(loss, Map(loss.Parts), loss.Columns, space) : ((IOutputPass<T>)output.Pass).InLanes<V>(loss, layer, space));
                once.Add(new LaneLossTotal<V, T>(first[k].Output, loss.Columns, loss.Divisor, space));
            }
            else if (first[k] is SoftmaxCrossEntropy<T> softmax)
            {
                tiled.Add(new LaneSoftmaxLoss<V, T>(softmax, space));
                // One sum over all classes, in the first of their places.
                once.Add(new LaneLossTotal<V, T>(softmax.Output, softmax.Columns, run => T.CreateTruncating(run.Rows), space, 1));
            }
            else if (IsTiled(first[k])) tiled.Add(Tiled(first[k]));
            else once.Add(Once(k));
        }

        var edits = Edits();
        if (!edits.IsEmpty) once.Add(new LaneEdits<T>(edits, space));
        return new([.. first.Where(operation => shared.Contains(operation.Output))], tiled.ToImmutable(), once.ToImmutable(), space);
    }

    // What the pass over the outputs does on its way.
    private bool IsInside(Operation<T> operation) => output is not null && (operation == output.Activation || operation == output.Slope || operation == output.Back)
        || (layer is not null && (operation == layer.Forward || operation == layer.Weight || operation == layer.Bias));

    private bool IsShared(Operation<T> operation) => operation is BatchRows<T> or DropoutMask<T>
        || (operation.Output.IsBatched && !operation.Inputs.IsEmpty && operation.Inputs.All(shared.Contains));

    private static bool IsTiled(Operation<T> operation) => operation.Output.IsBatched || operation is DenseWeightGradient<T> or DenseBiasGradient<T>;

    private LaneOperation<T> Tiled(Operation<T> one) => one switch
    {
        DenseForward<T> dense => new LaneDenseForward<V, T>(dense, space),
        DenseInputGradient<T> slope => new LaneDenseInputGradient<V, T>(slope, space),
        DenseWeightGradient<T> weight => new LaneDenseWeightGradient<V, T>(weight, space),
        DenseBiasGradient<T> bias => new LaneDenseBiasGradient<V, T>(bias, space),
        SoftmaxForward<T> softmax => new LaneSoftmaxForward<V, T>(softmax, space),
        SoftmaxBackward<T> softmax => new LaneSoftmaxBackward<V, T>(softmax, space),
        Flatten<T> flatten => new LaneFlatten<T>(flatten, space),
        _ => Map(one),
    };

    private LaneOperation<T> Once(int place)
    {
        ImmutableArray<Operation<T>> all = [.. lists.Select(list => list[place])];
        if (all[0] is not IMapOperation<T>) return new LaneEach<T>(all, space, all.All(operation => operation is LearningRate<T> { IsConstant: true }));
        // The rules of an optimizer depend on the update: alike in the first is not alike in all.
        var isSame = (hasOneOptimizer || all[0].Phase != Phase.Update) && all.All(operation => LaneFit<T>.HaveSameRule(all[0], operation));
        return isSame ? Map(all[0]) : Map(all);
    }

    private LaneOperation<T> Map(params ImmutableArray<Operation<T>> all)
    {
        var maker = new Maker(all, space);
        ((IMapOperation<T>)all[0]).Accept(maker);
        return maker.Made!;
    }

    private ImmutableArray<(int Run, HandEdit<T> Edit, Buffer<T> Place)> Edits() =>
        [.. from run in Enumerable.Range(0, programs.Count)
            from edit in programs[run].Operations.OfType<HandEdit<T>>()
            select (run, edit, programs[0].Find(edit.Output.Name)!)];

    private IEnumerable<Buffer<T>> Buffers() => programs[0].StateBuffers.Concat(lists[0].SelectMany(Buffers));

    // Nobody else reads what lies between the logits and their gradient, or inside a single layer.
    private IEnumerable<Buffer<T>> Buffers(Operation<T> operation)
    {
        if (IsInside(operation)) return layer is null && operation == (output!.Back ?? output.Slope) || !operation.Output.IsBatched ? [operation.Output] : [];
        return
        [
            operation.Output,
            .. operation switch
            {
                ISummedLoss<T> loss when output is null => [.. loss.Parts.Inputs, loss.Parts.Output, loss.Columns],
                ISummedLoss<T> loss => [loss.Columns],
                SoftmaxCrossEntropy<T> softmax => [.. softmax.Inputs, softmax.Parts, softmax.Columns],
                _ => operation.Inputs,
            },
        ];
    }

    private int TileRows(IEnumerable<Buffer<T>> buffers, int lanes)
    {
        var batch = programs[0].Run.Samples.Length;
        var row = buffers.Where(buffer => buffer.IsBatched).Sum(buffer => (long)(buffer.Capacity / buffer.Shape[0])) * lanes * Unsafe.SizeOf<T>();
        return row == 0 ? batch : (int)Math.Clamp(TileBytes / row / 4 * 4, 4, Math.Max(4, batch));
    }

    private sealed class Maker(ImmutableArray<Operation<T>> all, LaneSpace<T> space) : IMapVisitor<T>
    {
        public LaneOperation<T>? Made { get; private set; }

        public Operation<T>? Visit<TMap>(MapOperation<T, TMap> one)
            where TMap : struct, IMap<T>
        {
            Made = all.Length == 1 ? new LaneMap<V, T, TMap>(one, space) : new LaneMaps<T, TMap>([.. all.Cast<MapOperation<T, TMap>>()], space);
            return null;
        }
    }
}
