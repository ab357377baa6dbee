namespace Core;

/// <summary>What a random number of the data is for; part of its address, so that no two uses share numbers.</summary>
internal enum DataPurpose
{
    Position = 100,
    Noise,
    Label,
    Angle,
    Split,
    Epoch,
    WithinBatch,
    Jitter,
    ShiftRows,
    ShiftColumns,
}

/// <summary>Random numbers of the data as functions of (seed, purpose, update, index): no sequence, no state.</summary>
internal readonly struct DataRandom(ulong seed, DataPurpose purpose, ulong update = 0)
{
    /// <summary>Uniform in [0, 1).</summary>
    internal double Uniform(long index) => (Bits(index) >> 11) / 9007199254740992.0;

    /// <summary>Uniform in [low, high).</summary>
    internal double Uniform(long index, double low, double high) => low + (high - low) * Uniform(index);

    /// <summary>Standard normal.</summary>
    internal double Normal(long index) =>
        Math.Sqrt(-2 * ScalarMath<double>.Log(1 - Uniform(2 * index))) * ScalarMath<double>.Cos(2 * Math.PI * Uniform(2 * index + 1));

    /// <summary>⌊u·n⌋: 0 … n − 1.</summary>
    internal int Below(long index, int n) => (int)(Uniform(index) * n);

    /// <summary>Fisher–Yates from the end; number i of the address swaps item i.</summary>
    internal void Shuffle(Span<int> items, long firstIndex = 0)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(firstIndex + i, i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong Bits(long index) => Mix(Mix(Mix(seed + (ulong)purpose) + update) + (ulong)index);

    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
