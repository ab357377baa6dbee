namespace Core;

/// <summary>Whether batches, masks and length fit the samples and each other.</summary>
internal sealed class BatchCheck(Experiment experiment, JsonValue tree, Problems problems)
{
    internal void All(int? samples, bool withMasks)
    {
        Length();
        if (experiment.Workers is { Count: > 0 } workers) Workers(workers, samples);
        if (experiment.Batches is GivenBatchSettings given) Given(given, samples);
        if (withMasks)
            for (int i = 0; i < experiment.Layers.Count; i++)
                if (experiment.Layers[i] is DropoutSettings { Masks: { } masks }) Masks(masks, tree["layers"]![i]["masks"]!, samples);
    }

    private void Workers(WorkerSettings workers, int? samples)
    {
        if (experiment.Batches is GivenBatchSettings given)
        {
            for (int i = 0; i < given.Updates.Count; i++)
                if (given.Updates[i].Samples.Count % workers.Count != 0 || given.Updates[i].Samples.Count != given.Updates[0].Samples.Count)
                    Uneven((tree["batches"]!["updates"] ?? tree["batches"]!)[i], given.Updates[i].Samples.Count, workers.Count);
        }
        else if (experiment.Batches is MiniBatchSettings mini && samples is { } n)
        {
            int size = Math.Min(mini.Size ?? n, n);
            if (n % size != 0) Uneven(tree["batches"]!, n % size, workers.Count);
            else if (size % workers.Count != 0) Uneven(tree["workers"]!, size, workers.Count);
        }
    }

    private void Uneven(JsonValue at, int size, int count) =>
        problems.Add(at, $"a batch of {size} samples for {count} workers", "batches of one size, a multiple of the number of workers", "so that all shards are equally large");

    private void Length()
    {
        if (experiment.Length is { Updates: null, Epochs: null })
            problems.Add(tree["length"] ?? tree, "no length", "\"length\" with updates or epochs", "write for example \"length\": {\"epochs\": 10}");
        else if (experiment.Batches is GivenBatchSettings given && experiment.Length.Updates > given.Updates.Count)
            problems.Add(tree["length"]!["updates"]!, $"{experiment.Length.Updates} updates", $"at most {given.Updates.Count}, the batches given", "state more batches or leave the length out");
    }

    private void Given(GivenBatchSettings given, int? samples)
    {
        var batches = tree["batches"]!;
        var updates = batches["updates"] ?? batches;
        int epoch = 1;
        for (int i = 0; i < given.Updates.Count; i++)
        {
            var at = updates[i];
            var list = at["samples"] ?? at;
            for (int j = 0; j < given.Updates[i].Samples.Count; j++)
                if (given.Updates[i].Samples[j] >= samples)
                    problems.Add(list[j], $"sample {given.Updates[i].Samples[j]} in the batch of update {i + 1}", $"a training sample from 0 to {samples - 1}", "samples count from 0");
            int next = i == 0 ? 1 : epoch + 1;
            if (given.Updates[i].Epoch < epoch || given.Updates[i].Epoch > next)
                problems.Add(at["epoch"]!, $"epoch {given.Updates[i].Epoch} {(i == 0 ? "in the first batch" : $"after epoch {epoch}")}",
                    i == 0 ? "epoch 1" : $"epoch {epoch} or {next}", "epochs begin with 1 and rise by 1");
            epoch = Math.Clamp(given.Updates[i].Epoch, epoch, next);
        }
    }

    private void Masks(IReadOnlyList<GivenValues> masks, JsonValue at, int? samples)
    {
        if (Updates(samples) is { } updates && masks.Count < updates)
            problems.Add(at, masks.Count == 1 ? "1 mask" : $"{masks.Count} masks", $"{updates}, one for each update", "state the missing masks, or leave them all out to draw them");
        for (int i = 0; i < masks.Count; i++)
            if (BatchSize(i, samples) is { } size && masks[i].Count != size)
                problems.Add(at[i], $"a mask of {masks[i].Count} rows", $"{size}, the samples in the batch of update {i + 1}");
    }

    private long? PerEpoch(int? samples) => experiment.Batches is MiniBatchSettings mini && samples is { } n ? mini.Size is { } size ? (n + size - 1L) / size : 1 : null;

    private long? Updates(int? samples)
    {
        if (experiment.Batches is GivenBatchSettings given)
            return Math.Min(experiment.Length.Updates ?? long.MaxValue, given.Updates.LongCount(batch => batch.Epoch <= (experiment.Length.Epochs ?? long.MaxValue)));
        var byEpochs = experiment.Length.Epochs is { } epochs && PerEpoch(samples) is { } perEpoch
            ? (long)Math.Min((double)epochs * perEpoch, 9e18) : (long?)null;
        return byEpochs is null ? experiment.Length.Updates : experiment.Length.Updates is { } updates ? Math.Min(updates, byEpochs.Value) : byEpochs;
    }

    private int? BatchSize(int update, int? samples)
    {
        if (experiment.Batches is GivenBatchSettings given) return update < given.Updates.Count ? given.Updates[update].Samples.Count : null;
        if (samples is not { } n || experiment.Batches is not MiniBatchSettings { Size: var size, Stratified: false }) return null;
        if (size is not { } whole) return n;
        long place = update % PerEpoch(samples)!.Value;
        return (int)Math.Min(whole, n - place * whole);
    }
}
