using System.Numerics;

namespace Core;

/// <summary>The buffers a batch is gathered into.</summary>
/// <param name="X">[batch, …]</param>
/// <param name="Y">[batch, outputs]: one-hot where the data states class numbers.</param>
internal sealed record BatchBuffers<T>(Buffer<T> X, Buffer<T> Y)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;

/// <summary>Adds the gathering of a batch: which samples, inputs, targets.</summary>
internal static class BatchPass
{
    public static BatchBuffers<T> Add<T>(ProgramBuilder<T> program, Experiment experiment, SampleTable<T> table, int batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var x = program.Batched("batch.x", [batch, .. table.Data.SampleShape]);
        program.Add(new BatchIndex<T>(program.Batched("batch.index", batch)) { IsObservation = true });
        program.Add(new BatchRows<T>("inputs of this batch", table.Inputs, x) { Augmentation = Augmenter.From(experiment, table.Data) });
        if (table.Labels is { } labels && table.Targets.Width > 1)
        {
            // The loss compares with one-hot rows; the learner and the trace see the class number.
            var oneHot = program.Batched("batch.y.one_hot", batch, table.Targets.Width);
            program.Add(new BatchRows<T>("class numbers of this batch, one-hot", table.Targets, oneHot) { IsHidden = true });
            program.Add(new BatchRows<T>("class numbers of this batch", labels, program.Batched("batch.y", batch)) { IsObservation = true });
            return new BatchBuffers<T>(x, oneHot);
        }

        var y = program.Batched("batch.y", batch, table.Targets.Width);
        program.Add(new BatchRows<T>("targets of this batch", table.Targets, y));
        return new BatchBuffers<T>(x, y);
    }
}
