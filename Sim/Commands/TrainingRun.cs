using System.Collections.Immutable;
using System.Numerics;
using Core;

namespace Sim;

/// <summary>What came of a run.</summary>
/// <param name="Updates">Updates done.</param>
/// <param name="Epochs">Epoch of the last one.</param>
/// <param name="Seconds">Of training alone.</param>
/// <param name="Loss">Loss of the last batch before its update; nothing without updates.</param>
/// <param name="Measures">Evaluated values without <c>eval.</c>.</param>
/// <param name="Hash">Of all weights' bits.</param>
/// <param name="Divergence">Where values stopped being finite.</param>
/// <param name="IsInterrupted">Whether it was ended from outside.</param>
/// <param name="Model">The program as it was at the end, if it is to be kept.</param>
/// <param name="Travel">What going anywhere in this run takes.</param>
/// <param name="Threads">How threads were used.</param>
/// <param name="Classified">What the network says of every sample of the set evaluated last, where that is a class.</param>
internal sealed record RunResult<T>(
    long Updates, int Epochs, double Seconds, T? Loss, ImmutableArray<Tensor<T>> Measures, ulong Hash, Divergence? Divergence, bool IsInterrupted, ClassifiedSet? Classified, SavedModel? Model, CheckpointPlan Travel, ThreadUse Threads)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The threads that were asked for by name, if any were.</summary>
    public int? ThreadsAsked { get; init; }
}

/// <summary>Trains a program to its end, telling how far it is.</summary>
internal sealed class TrainingRun<T>(TrainingProgram<T> program, Func<TimeSpan> clock, CancellationToken cancellation)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether the result holds the whole model.</summary>
    public bool KeepsModel { get; init; }

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    /// <summary>Trains from where the program is; <paramref name="progress"/> is told about twenty times a second.</summary>
    public RunResult<T> Run(Action<RunProgress>? progress = null)
    {
        var begun = program.Run.Update;
        var (last, canStop) = (program.LastUpdate, program.Experiment.EarlyStopping is not null || program.Experiment.Stop.Count > 0);
        var (spent, chunk) = (TimeSpan.Zero, 1L);
        while (program.Run.Update < last && !program.IsStopped && !cancellation.IsCancellationRequested)
        {
            var until = program.Run.Update + Math.Min(chunk, last - program.Run.Update);
            var start = clock();
            while (program.Run.Update < until && !(canStop && program.IsStopped)) program.Train();
            var took = clock() - start;
            spent += took;
            if (took < Tick / 2) chunk *= 2;
            else if (took > Tick * 2) chunk = Math.Max(1, chunk / 2);
            progress?.Invoke(new(program.Run.Update, last, begun, spent, double.CreateTruncating(program.Find("loss")!.ToArray(program.Run.Rows)[0])));
        }

        var isInterrupted = cancellation.IsCancellationRequested && program.Run.Update < last && !program.IsStopped;
        if (program.Run.Update > 0 && isInterrupted) program.EvaluateHere();
        else if (program.Run.Update > 0) program.Evaluate();
        return Result(begun, spent, isInterrupted);
    }

    private RunResult<T> Result(long begun, TimeSpan spent, bool isInterrupted)
    {
        var run = program.Run;
        var (updates, epochs, hash) = (run.Update, run.Epoch, program.WeightHash());
        T? loss = updates == 0 ? null : program.Find("loss")!.ToArray(run.Rows)[0];
        ImmutableArray<Tensor<T>> measures = updates == 0 ? [] : [.. Measures()];
        var classified = updates == 0 ? null : ClassifiedSet.Of(program);
        var model = KeepsModel ? SavedModel.Of(program) : null;
        var threads = program.Threads;
        // The search runs the program again from its own start, where a continued run did not begin.
        var divergence = isInterrupted || begun > 0 || Divergence.IsFinite(program) ? null : Divergence.Find(program, updates, cancellation);
        return new(updates, epochs, spent.TotalSeconds, loss, measures, hash, divergence, isInterrupted, classified, model, CheckpointPlan.Of(program, updates), threads);
    }

    // Outputs of every sample are a measure only where the experiment asks for them by name.
    private IEnumerable<Tensor<T>> Measures()
    {
        const string Prefix = "eval.";
        var wanted = program.Experiment.Evaluation.Metrics ?? [];
        foreach (var operation in program.Operations)
        {
            var output = operation.Output;
            if (operation.IsHidden || !operation.IsActive(program.Run)) continue;
            if (output.Name is "stopped_epoch" or "best_epoch" or "stopped_update") yield return Copy(output, output.Name);
            if (!output.Name.StartsWith(Prefix, StringComparison.Ordinal)) continue;
            if (output.Name.EndsWith(".a", StringComparison.Ordinal) && !wanted.Contains("a")) continue;
            yield return Copy(output, output.Name[Prefix.Length..]);
        }
    }

    private Tensor<T> Copy(Buffer<T> buffer, string name) => new(name, buffer.ShapeFor(program.Run.Rows), [.. buffer.ToArray(program.Run.Rows)]);
}
