using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>
/// A training run as a flat list of operations over named buffers. One update is the list from top to bottom.
/// Where it is and what it holds is changed only by running it; <see cref="Timeline{T}"/> moves it to any place.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class TrainingProgram<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Arena<T> arena;
    private readonly Dictionary<string, Buffer<T>> buffers;
    private readonly BatchPlan plan;
    private readonly EpochOrder order;
    private readonly bool plainOrder;
    private readonly Fusion<T> fusion;
    private readonly Buffer<T>[] stops;
    private readonly T[] start;
    private ThreadTeam? team;
    private int batch;
    private int batches;
    private int allowed = 1;

    internal TrainingProgram(Experiment experiment, RunData data, ProgramBuilder<T> builder, Network<T> network, Arena<T> arena, BatchPlan plan)
    {
        (Experiment, Data, Network, this.arena, this.plan) = (experiment, data, network, arena, plan);
        Operations = builder.Operations;
        buffers = builder.Buffers.ToDictionary(buffer => buffer.Name);
        stops = [.. new[] { Find("stopped_epoch"), Find("stopped_update") }.OfType<Buffer<T>>()];
        order = plan.NewOrder();
        plainOrder = experiment.Batches is MiniBatchSettings { Shuffle: false, Stratified: false };
        Run = new RunState { Samples = new int[plan.LargestBatch] };
        LastUpdate = LengthOf(experiment, plan);
        fusion = Fusion<T>.Of(Operations);
        start = arena.State.ToArray();
    }

    /// <summary>What this program was compiled from.</summary>
    public Experiment Experiment { get; }

    /// <summary>The samples it trains and measures on.</summary>
    public RunData Data { get; }

    /// <summary>Every operation of an update in order; some take part only at the end of an epoch.</summary>
    public ImmutableArray<Operation<T>> Operations { get; }

    /// <summary>Where the program is.</summary>
    public RunState Run { get; }

    /// <summary>The update after which the run ends unless it stops before.</summary>
    public long LastUpdate { get; }

    /// <summary>Updates in the first epoch; all epochs have as many unless their batches are given.</summary>
    public int BatchesPerEpoch => plan.BatchesIn(1);

    /// <summary>Weights and biases, layer by layer.</summary>
    public IEnumerable<Buffer<T>> Parameters => Network.Dense.SelectMany(layer => layer.Parameters);

    /// <summary>Bytes of all buffers.</summary>
    public long Bytes => arena.Bytes;

    /// <summary>Whether a stopping rule has ended the run.</summary>
    public bool IsStopped => stops.Length > 0 && Array.Exists(stops, stop => stop.Stored()[0] != T.Zero);

    /// <summary>The layers.</summary>
    internal Network<T> Network { get; }

    /// <summary>What every update of <see cref="Train"/> runs, in order.</summary>
    internal ImmutableArray<Operation<T>> Fused => fusion.Always;

    /// <summary>What a checkpoint must copy.</summary>
    internal Span<T> State => arena.State;

    /// <summary>The buffers a checkpoint copies.</summary>
    internal IEnumerable<Buffer<T>> StateBuffers => Buffers.Where(buffer => buffer.Zone <= Zone.Counter);

    /// <summary>Every named buffer.</summary>
    public IEnumerable<Buffer<T>> Buffers => buffers.Values;

    /// <summary>The buffer of a name, or nothing.</summary>
    public Buffer<T>? Find(string name) => buffers.GetValueOrDefault(name);

    /// <summary>Back to before the first update, with the start weights.</summary>
    public void Reset()
    {
        start.CopyTo(arena.State);
        Place(0);
    }

    /// <summary>Stands at the beginning of an update, or at 0: gathers which samples it sees. The parameters stay as they are.</summary>
    public void Place(long update)
    {
        Run.Update = update;
        if (update == 0)
        {
            (Run.Epoch, Run.Rows, Run.EndsEpoch, Run.EndsRun, Run.First) = (0, 0, false, false, -1);
            return;
        }

        (var epoch, batch) = plan.Locate(update);
        Run.Epoch = (int)epoch;
        batches = plan.BatchesIn(epoch);
        Gather();
    }

    /// <summary>Stands at the beginning of the update after the current one; without divisions where all epochs have as many batches.</summary>
    internal void Advance()
    {
        if (Run.Update == 0 || plan.LastUpdate is not null)
        {
            Place(Run.Update + 1);
            return;
        }

        Run.Update++;
        if (++batch == batches) (batch, Run.Epoch) = (0, Run.Epoch + 1);
        Gather();
    }

    private void Gather()
    {
        Run.EndsEpoch = batch == batches - 1;
        Run.EndsRun = Run.Update == LastUpdate;
        if (!plainOrder)
        {
            Run.Rows = plan.Read(Run.Epoch, batch, Run.Samples, order);
            return;
        }

        var first = batch * plan.LargestBatch;
        if (first == Run.First && batches == 1) return;
        Run.First = first;
        Run.Rows = Math.Min(plan.LargestBatch, Data.Train.Rows - first);
        for (var r = 0; r < Run.Rows; r++) Run.Samples[r] = first + r;
    }

    /// <summary>One whole update as fast as possible: observations are left out, neighbours are fused; what is left is bit-equal to the list.</summary>
    public void Train()
    {
        Advance();
        var begun = team?.Begin(Run) ?? default;
        foreach (var operation in fusion.Always) operation.Run(Run);
        team?.End(begun);
        foreach (var operation in fusion.AtTimes)
            if (operation.IsActive(Run))
                operation.Run(Run);
    }

    /// <summary>Runs every operation of the current update that nothing has been left out of: for measuring and for tests.</summary>
    public void RunList()
    {
        foreach (var operation in Operations)
            if (operation.IsActive(Run))
                operation.Run(Run);
    }

    /// <summary>Runs the observations of the evaluation at the end of the current update, which fast training leaves out.</summary>
    public void Evaluate()
    {
        foreach (var operation in Operations)
            if (operation.Phase == Phase.Evaluate && operation.IsObservation && operation.IsActive(Run))
                operation.Run(Run);
    }

    /// <summary>Evaluates every set after the current update as if the run ended here: for a run that is broken off.</summary>
    public void EvaluateHere()
    {
        Run.EndsRun = true;
        foreach (var operation in Operations)
            if (operation is SetRun<T> or SetLoss<T> or SetOutputs<T> or SetMetric<T>)
                operation.Run(Run);
    }

    /// <summary>A stable hash of all weights' and biases' bits.</summary>
    public ulong WeightHash()
    {
        var hash = 0ul;
        foreach (var parameter in Parameters) hash = BitHash.Combine(hash, BitHash.Of<T>(parameter.Stored()));
        return hash;
    }

    /// <summary>
    /// Lets several threads share what is large in an update; never changes a bit. A network with nothing large stays on one.
    /// </summary>
    /// <param name="threads">Threads, the caller's own among them.</param>
    /// <param name="clock">Time since some beginning, to choose by: then only as many threads are used as are quicker than fewer, and one whenever
    /// that is quickest. None: always all of them.</param>
    public void UseThreads(int threads, Func<TimeSpan>? clock = null)
    {
        Dispose();
        Run.Workers = null;
        team = threads > 1 && IsShareable ? new ThreadTeam(threads, clock) : null;
        allowed = threads;
    }

    /// <summary>How the threads given by <see cref="UseThreads"/> have been used.</summary>
    public ThreadUse Threads => team?.Use ?? new ThreadUse(allowed, 1, 0, Run.Update, 0, 0) { IsTooSmall = !IsShareable };

    private bool IsShareable => fusion.Always.Any(operation => operation.CanShare(plan.LargestBatch));

    /// <inheritdoc/>
    public void Dispose() => team?.Dispose();

    private static long LengthOf(Experiment experiment, BatchPlan plan)
    {
        var last = Math.Min(experiment.Length.Updates ?? long.MaxValue, plan.LastUpdate ?? long.MaxValue);
        if (experiment.Length.Epochs is not { } epochs) return last;
        return Math.Min(last, experiment.Batches is GivenBatchSettings given
            ? given.Updates.LongCount(batch => batch.Epoch <= epochs)
            : checked(epochs * plan.BatchesIn(1)));
    }
}
