using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>Which programs can be trained side by side in the lanes.</summary>
internal static class LaneFit<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly RunState Anywhere = new() { Update = 1, Epoch = 1, Rows = 1 };

    /// <summary>What updates run, without what single runs are changed by hand.</summary>
    public static ImmutableArray<Operation<T>> List(TrainingProgram<T> program) =>
        [.. program.Operations.Where(operation => !operation.IsObservation && operation is not HandEdit<T>)];

    /// <summary>Why a program cannot be trained beside others at all; null: it can.</summary>
    public static string? Obstacle(TrainingProgram<T> program)
    {
        if (program.Experiment.Workers is not null) return "its batches are shared among workers";
        var strange = List(program).FirstOrDefault(operation => !IsKnown(operation));
        return strange is null ? null : $"{strange.Output.Name}: {strange.Rule} has no form for many runs";
    }

    /// <summary>Why a program cannot be trained beside <paramref name="first"/>; null: it can. Either has no obstacle of its own.</summary>
    public static string? Difference(TrainingProgram<T> first, TrainingProgram<T> other)
    {
        var (a, b) = (first.Experiment, other.Experiment);
        if (first.LastUpdate != other.LastUpdate) return $"they are not equally long: {first.LastUpdate} and {other.LastUpdate} updates";
        if (first.Run.Update != other.Run.Update) return "they do not stand at the same update";
        var (one, two) = (List(first), List(other));
        if (one.Length != two.Length || !one.Zip(two).All(pair => AreAlike(pair.First, pair.Second))) return "they have other steps, or buffers of other shapes";
        var isDrawn = a.Data.Augmentation is not null || a.Layers.OfType<DropoutSettings>().Any() || a.Batches is MiniBatchSettings { Shuffle: true } or MiniBatchSettings { Stratified: true };
        if (isDrawn && a.Seed != b.Seed) return "what their seeds draw in every update differs";
        if (a.Data.Augmentation != b.Data.Augmentation || !HaveSameBatches(a.Batches, b.Batches)) return "their batches differ";
        if (!HaveSameSamples(one, two)) return "their samples differ";
        var differing = one.Zip(two).FirstOrDefault(pair => pair.First.Phase != Phase.Update && pair.First.Output.IsBatched && !HaveSameRule(pair.First, pair.Second));
        if (differing.First is not null) return $"{differing.First.Output.Name}: its rule differs from run to run";
        return one.Zip(two).All(pair => pair is not (ISummedLoss<T> loss, ISummedLoss<T> same) || HaveSameRule(loss.Parts, same.Parts)) ? null : "their losses differ";
    }

    /// <summary>Whether two elementwise operations have the same numbers in their rule; other operations have none.</summary>
    public static bool HaveSameRule(Operation<T> one, Operation<T> other)
    {
        if (one is not IMapOperation<T> map) return true;
        var comparison = new Comparison(other);
        map.Accept(comparison);
        return comparison.IsSame;
    }

    private static bool IsKnown(Operation<T> operation) => operation switch
    {
        BatchRows<T> or DenseForward<T> or DenseInputGradient<T> or DenseWeightGradient<T> or DenseBiasGradient<T> or Flatten<T> => true,
        SoftmaxForward<T> or SoftmaxBackward<T> or SoftmaxCrossEntropy<T> => true,
        IMapOperation<T> or ISummedLoss<T> or LearningRate<T> or Penalty<T> or PenaltyGradient<T> or GradientNorm<T> => true,
        DropoutMask<T> mask => mask.IsDrawn,
        _ => false,
    };

    private static bool AreAlike(Operation<T> one, Operation<T> other) =>
        one.GetType() == other.GetType() && HaveSameShape(one.Output, other.Output) && one.Inputs.Length == other.Inputs.Length && one.Inputs.Zip(other.Inputs).All(pair => HaveSameShape(pair.First, pair.Second));

    private static bool HaveSameShape(Buffer<T> one, Buffer<T> other) => one.Name == other.Name && one.Shape.SequenceEqual(other.Shape);

    private static bool HaveSameBatches(BatchSettings one, BatchSettings other) => (one, other) is (GivenBatchSettings given, GivenBatchSettings same)
        ? given.Updates.Count == same.Updates.Count && given.Updates.Zip(same.Updates).All(pair => pair.First.Epoch == pair.Second.Epoch && pair.First.Samples.SequenceEqual(pair.Second.Samples))
        : one == other;

    private static bool HaveSameSamples(IEnumerable<Operation<T>> one, IEnumerable<Operation<T>> other) =>
        one.OfType<BatchRows<T>>().Zip(other.OfType<BatchRows<T>>()).All(pair => pair.First.Table.IsSame(pair.Second.Table))
        && one.OfType<DropoutMask<T>>().Zip(other.OfType<DropoutMask<T>>()).All(pair => pair.First.Rate == pair.Second.Rate);

    private sealed class Comparison(Operation<T> other) : IMapVisitor<T>
    {
        public bool IsSame { get; private set; }

        public Operation<T>? Visit<TMap>(MapOperation<T, TMap> one)
            where TMap : struct, IMap<T>
        {
            IsSame = other is MapOperation<T, TMap> same && EqualityComparer<TMap>.Default.Equals(one.At(Anywhere), same.At(Anywhere));
            return null;
        }
    }
}
