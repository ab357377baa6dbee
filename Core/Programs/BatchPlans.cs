namespace Core;

/// <summary>The batch plan an experiment states, over its training rows.</summary>
internal static class BatchPlans
{
    public static BatchPlan For(Experiment experiment, DataSet train)
    {
        System.Collections.Immutable.ImmutableArray<int> rows = [.. Enumerable.Range(0, train.Rows)];
        switch (experiment.Batches)
        {
            case GivenBatchSettings given:
                return new GivenBatches(
                    train.Rows, [.. given.Updates.Select(batch => (System.Collections.Immutable.ImmutableArray<int>)[.. batch.Samples])], [.. given.Updates.Select(batch => batch.Epoch)]);
            case MiniBatchSettings { Stratified: true } batches:
                var classes = Enumerable.Range(0, train.Rows).Select(train.Targets.ClassOf).ToArray();
                return new StratifiedBatches(rows, classes, batches.Size ?? train.Rows, experiment.Seed);
            case MiniBatchSettings { Shuffle: true } batches:
                return EqualBatches.Shuffled(rows, batches.Size ?? train.Rows, experiment.Seed);
            case MiniBatchSettings batches:
                return EqualBatches.InOrder(rows, batches.Size ?? train.Rows);
            default:
                throw new ArgumentOutOfRangeException(nameof(experiment), experiment.Batches, "No such batches.");
        }
    }
}
