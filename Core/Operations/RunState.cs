namespace Core;

/// <summary>Where a program is: what an operation may know besides its buffers.</summary>
public sealed class RunState
{
    /// <summary>The update in progress, counted from 1; 0 before the first.</summary>
    public long Update { get; internal set; }

    /// <summary>The epoch in progress, counted from 1; 0 before the first.</summary>
    public int Epoch { get; internal set; }

    /// <summary>Samples in the current batch.</summary>
    public int Rows { get; internal set; }

    /// <summary>Whether the current update is the last of its epoch.</summary>
    public bool EndsEpoch { get; internal set; }

    /// <summary>Whether the current update is the last of the run.</summary>
    public bool EndsRun { get; internal set; }

    /// <summary>Samples of the current batch, by their row in the training data; the first <see cref="Rows"/> count.</summary>
    internal int[] Samples { get; set; } = [];

    /// <summary>The first sample of the batch where it is <see cref="Rows"/> samples in the order of the data; −1 where it is not.</summary>
    internal int First { get; set; } = -1;

    /// <summary>Threads for large products; <see langword="null"/>: one. Never changes a bit.</summary>
    internal WorkerPool? Workers { get; set; }

    /// <summary>The same place, kept while the program moves on.</summary>
    internal RunState Copy() => new()
    {
        Update = Update,
        Epoch = Epoch,
        Rows = Rows,
        EndsEpoch = EndsEpoch,
        EndsRun = EndsRun,
        First = First,
        Samples = Samples[..Rows],
    };
}
