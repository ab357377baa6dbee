namespace Core;

/// <summary>Which of the independent streams of <see cref="RandomPurpose.Data"/> a generator draws from.</summary>
internal enum DataStream
{
    Position,
    Noise,
    Angle,
    Label,
    Extra,
}

/// <summary>What data needs beyond <see cref="CounterRandom"/>.</summary>
internal static class DataDraws
{
    /// <summary>The stream of a generator's seed.</summary>
    internal static CounterRandom Of(this DataStream stream, ulong seed) => new(seed, RandomPurpose.Data, stream: (long)stream);

    /// <summary>low + (high − low)·u</summary>
    internal static double Between(this CounterRandom random, long index, double low, double high) =>
        low + (high - low) * random.Uniform<double>(index);

    /// <summary>Fisher and Yates from the end, as <see cref="CounterRandom.Permutation"/>; item i is moved by draw first + i.</summary>
    internal static void Shuffle(this CounterRandom random, Span<int> items, long first = 0)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = random.Below(i + 1, first + i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
