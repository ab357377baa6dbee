using System.Numerics;

namespace Core;

/// <summary>Which samples of the training data are in this batch.</summary>
/// <param name="output">[batch]</param>
internal sealed unsafe class BatchIndex<T>(Buffer<T> output) : Operation<T>(Phase.Batch, "samples of this batch", output)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run(RunState run)
    {
        for (var r = 0; r < run.Rows; r++) Output.Pointer[r] = T.CreateTruncating(run.Samples[r]);
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        new Formula<T>.Number(T.CreateTruncating(run.Samples[index[0]]), null);
}

/// <summary>Copies the batch's rows of a table: inputs or targets.</summary>
/// <param name="rule">What is copied, in words.</param>
/// <param name="table">[samples, …]</param>
/// <param name="output">[batch, …]</param>
internal sealed unsafe class BatchRows<T>(string rule, Rows<T> table, Buffer<T> output) : Operation<T>(Phase.Batch, rule, output)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Changes to each sample, or none. Needs the data in double precision.</summary>
    public Augmenter? Augmentation { get; init; }

    /// <summary>[samples, …]</summary>
    public Rows<T> Table => table;

    private readonly double[] sample = new double[table.Width];

    private readonly T[] stored = new T[table.Width];

    private int[] samples = [];

    private Action<int, int>? part;

    // What already lies in the output: a full batch in the order of the data is copied once.
    private (int First, int Rows) copied = (-1, 0);

    public override void Run(RunState run)
    {
        if (Augmentation is not null)
        {
            Augment(Augmentation, run);
            return;
        }

        if (run.First >= 0)
        {
            if (copied == (run.First, run.Rows)) return;
            table.CopyTo(run.First, Output.Stored(run.Rows));
            copied = (run.First, run.Rows);
            return;
        }

        copied = (-1, 0);
        samples = run.Samples;
        if (run.Workers is not null && CanShare(run.Rows)) run.Workers.Split(run.Rows, part ??= Gather, unit: 1);
        else Gather(0, run.Rows);
    }

    internal override bool CanShare(int rows) => Augmentation is null && Threads.Pays((long)rows * table.Width);

    private void Gather(int from, int to)
    {
        for (var r = from; r < to; r++)
            table.CopyTo(samples[r], new Span<T>(Output.Pointer + r * table.Width, table.Width));
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        new Formula<T>.Number(operands.Value(Output, Output.Offset(index)), null);

    private void Augment(Augmenter augmentation, RunState run)
    {
        for (var r = 0; r < run.Rows; r++)
        {
            var number = run.Samples[r];
            table.CopyTo(number, stored);
            for (var k = 0; k < sample.Length; k++) sample[k] = double.CreateTruncating(stored[k]);
            var changed = augmentation.Apply(sample, run.Update, number);
            for (var k = 0; k < sample.Length; k++) Output.Pointer[r * table.Width + k] = T.CreateTruncating(changed[k]);
        }
    }
}
