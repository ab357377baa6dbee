using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>One step of the update in progress.</summary>
/// <param name="Name">What it writes.</param>
/// <param name="Phase">The part of the update.</param>
/// <param name="Number">Place in the update, from 1.</param>
/// <param name="Rule">Its rule in symbols.</param>
internal sealed record StepInfo(string Name, Phase Phase, int Number, string Rule);

/// <summary>
/// A run at one moment, copied: everything views draw. Holds what is state (parameters, optimizer state) and what this update has
/// written so far; nothing of it changes when the engine moves on.
/// </summary>
internal sealed record RunView
{
    /// <summary>Tensors of more elements are left out unless they are asked for by name.</summary>
    public const int LargestTensor = 200_000;

    public required Moment Now { get; init; }

    /// <summary>From 1; 0 before the first update.</summary>
    public required int Epoch { get; init; }

    /// <summary>Samples in the current batch.</summary>
    public required int Rows { get; init; }

    /// <summary>The update after which the run ends.</summary>
    public required long LastUpdate { get; init; }

    /// <summary>The furthest update seen so far.</summary>
    public required long Reached { get; init; }

    public required bool IsAtEnd { get; init; }

    public required bool IsAtUpdateEnd { get; init; }

    /// <summary>The operation that ran last; null in the initial state.</summary>
    public required Step<float>? Step { get; init; }

    /// <summary>All steps of this update, done and to come; of the first update in the initial state.</summary>
    public required ImmutableArray<StepInfo> Steps { get; init; }

    public required NetworkInfo Network { get; init; }

    public required Experiment Experiment { get; init; }

    /// <summary>State, and what this update has written.</summary>
    public required ImmutableDictionary<string, Tensor<float>> Values { get; init; }

    /// <summary>Parameters as they were before this update.</summary>
    public ImmutableDictionary<string, Tensor<float>> Before { get; init; } = ImmutableDictionary<string, Tensor<float>>.Empty;

    /// <summary>Updates in an epoch; 1 for stated batches.</summary>
    public long UpdatesPerEpoch { get; init; } = 1;

    /// <summary>Shapes of what <see cref="Values"/> would hold but is too large.</summary>
    public ImmutableDictionary<string, ImmutableArray<int>> LeftOut { get; init; } = ImmutableDictionary<string, ImmutableArray<int>>.Empty;

    /// <summary>The copies that going anywhere in the computed part of the run takes.</summary>
    public CheckpointPlan Copies { get; init; } = new(1, 1, 0);

    public required LossRecord Losses { get; init; }

    /// <summary>The value of a name, or null if it is not written (yet) or left out.</summary>
    public Tensor<float>? Find(string name) => Values.GetValueOrDefault(name);

    /// <summary>A single number, or null.</summary>
    public float? Scalar(string name) => Find(name) is { Shape.IsEmpty: true } tensor ? tensor.Values[0] : null;

    /// <summary>The phase of the last step; of the first step to come in the initial state.</summary>
    public Phase Phase => Step?.Phase ?? Phase.Batch;

    /// <summary>Whether a step of this update has been done.</summary>
    public bool IsDone(StepInfo step) => step.Number <= Now.Step;

    /// <summary>Copies a run where it is.</summary>
    /// <param name="timeline">Only read.</param>
    /// <param name="losses">What its <see cref="LossHistory"/> has seen.</param>
    /// <param name="wanted">Names to copy however large they are.</param>
    public static RunView Of(Timeline<float> timeline, LossRecord losses, IReadOnlySet<string>? wanted = null)
    {
        var program = timeline.Program;
        var steps = StepsOf(program);
        int rows = Math.Max(1, program.Run.Rows);
        var values = ImmutableDictionary.CreateBuilder<string, Tensor<float>>();
        var leftOut = ImmutableDictionary.CreateBuilder<string, ImmutableArray<int>>();
        foreach (var buffer in Shown(program, steps, timeline.Now))
        {
            if (buffer.Count(rows) > LargestTensor && wanted?.Contains(buffer.Name) != true) leftOut[buffer.Name] = buffer.ShapeFor(rows);
            else values[buffer.Name] = Copy(buffer, rows);
        }
        return new RunView
        {
            Now = timeline.Now,
            Epoch = program.Run.Epoch,
            Rows = program.Run.Rows,
            LastUpdate = program.LastUpdate,
            Reached = timeline.Reached,
            IsAtEnd = timeline.IsAtEnd,
            IsAtUpdateEnd = timeline.IsAtUpdateEnd,
            Step = timeline.Current,
            Steps = steps,
            Network = NetworkInfo.Of(program.Experiment, program.Data.Train),
            Experiment = program.Experiment,
            Values = values.ToImmutable(),
            Before = program.Parameters.Where(parameter => values.ContainsKey(parameter.Name))
                .Select(parameter => timeline.BeforeUpdate(parameter.Name)).OfType<Tensor<float>>().ToImmutableDictionary(tensor => tensor.Name),
            UpdatesPerEpoch = program.Experiment.Batches is MiniBatchSettings { Size: { } size } ? (program.Data.Train.Rows + size - 1) / size : 1,
            LeftOut = leftOut.ToImmutable(),
            Copies = CheckpointPlan.Of(program, timeline.Reached),
            Losses = losses,
        };
    }

    // What early stopping carries from epoch to epoch.
    private static readonly string[] StoppingState = ["best_epoch", "stopped_epoch", "early_stopping.wait"];

    private static ImmutableArray<StepInfo> StepsOf(TrainingProgram<float> program)
    {
        var steps = ImmutableArray.CreateBuilder<StepInfo>();
        foreach (var operation in program.Operations)
            if (!operation.IsHidden && operation.IsActive(program.Run))
                steps.Add(new StepInfo(operation.Output.Name, operation.Phase, steps.Count + 1, operation.Rule));
        return steps.ToImmutable();
    }

    private static IEnumerable<Buffer<float>> Shown(TrainingProgram<float> program, ImmutableArray<StepInfo> steps, Moment now)
    {
        var names = program.Parameters.Select(parameter => parameter.Name)
            .Concat(program.Buffers.Select(buffer => buffer.Name).Where(IsOptimizerState))
            .Concat(steps.Where(step => step.Number <= now.Step).Select(step => step.Name))
            .Concat(now == Moment.Start ? [] : ["batch.y.one_hot", .. StoppingState]);
        return names.Distinct().Select(program.Find).OfType<Buffer<float>>();
    }

    // m̂ and v̂ are written anew in every update: no state.
    private static bool IsOptimizerState(string name) =>
        name.Contains(".state.", StringComparison.Ordinal) && !name.EndsWith("_hat", StringComparison.Ordinal);

    private static Tensor<float> Copy(Buffer<float> buffer, int rows) =>
        new(buffer.Name, buffer.ShapeFor(rows), System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(buffer.ToArray(rows)));
}
