namespace Core.Tests;

public unsafe class CounterRandomTests
{
    private const int Count = 100_000;

    [Fact]
    public void A_number_is_a_function_of_its_counter()
    {
        var a = new CounterRandom(1, RandomPurpose.Weights, 5, 2);
        ulong late = a.Bits(1_000_000);
        for (int i = 0; i < 10; i++)
            a.Bits(i);
        Assert.Equal(late, new CounterRandom(1, RandomPurpose.Weights, 5, 2).Bits(1_000_000));
    }

    [Fact]
    public void Streams_that_differ_in_one_thing_share_no_number()
    {
        CounterRandom[] streams =
        [
            new(1, RandomPurpose.Weights), new(2, RandomPurpose.Weights), new(1, RandomPurpose.Shuffle), new(1, RandomPurpose.Weights, 1),
            new(1, RandomPurpose.Weights, 0, 1), new(1, RandomPurpose.Weights, -1), new(0, RandomPurpose.Weights), new(ulong.MaxValue, RandomPurpose.Weights),
        ];
        var seen = new HashSet<ulong>();
        foreach (CounterRandom s in streams)
            for (int i = 0; i < 10_000; i++)
                Assert.True(seen.Add(s.Bits(i)));
    }

    [Fact]
    public void The_first_numbers_stay_what_they_are()
    {
        var random = new CounterRandom(42, RandomPurpose.Weights, 1, 1);
        Assert.Equal([14006820520805102919UL, 14682575489612188334UL, 3838031408823394490UL], new[] { random.Bits(0), random.Bits(1), random.Bits(long.MaxValue) });
    }

    [Fact]
    public void Uniform_has_its_mean_variance_and_flat_histogram()
    {
        var random = new CounterRandom(7, RandomPurpose.Data);
        double sum = 0, squares = 0;
        int[] bins = new int[100];
        for (int i = 0; i < Count; i++)
        {
            float u = random.Uniform<float>(i);
            Assert.InRange(u, 0f, BitConverter.Int32BitsToSingle(0x3F7FFFFF));
            Assert.Equal((double)u, Math.Floor(random.Uniform<double>(i) * (1 << 24)) / (1 << 24));
            sum += u;
            squares += (u - 0.5) * (u - 0.5);
            bins[(int)(u * 100)]++;
        }
        Assert.Equal(0.5, sum / Count, 4 * Math.Sqrt(1 / 12d / Count));
        Assert.Equal(1 / 12d, squares / Count, 0.001);
        Assert.InRange(ChiSquare(bins), 60, 149); // 99 degrees of freedom: 1 in 1000 on each side
    }

    [Fact]
    public void Normal_has_its_moments_and_tails()
    {
        var random = new CounterRandom(7, RandomPurpose.Weights);
        double m1 = 0, m2 = 0, m3 = 0, m4 = 0;
        int beyond2 = 0;
        for (int i = 0; i < Count; i++)
        {
            double x = random.Normal<double>(i);
            Assert.Equal((float)x, random.Normal<float>(i));
            m1 += x;
            m2 += x * x;
            m3 += x * x * x;
            m4 += x * x * x * x;
            beyond2 += Math.Abs(x) > 2 ? 1 : 0;
        }
        Assert.Equal(0, m1 / Count, 0.0125);
        Assert.Equal(1, m2 / Count, 0.018);
        Assert.Equal(0, m3 / Count, 0.05);
        Assert.Equal(3, m4 / Count, 0.13);
        Assert.Equal(0.0455, beyond2 / (double)Count, 0.0027);
    }

    [Fact]
    public void Purposes_seeds_updates_and_neighbours_are_uncorrelated()
    {
        var a = new CounterRandom(7, RandomPurpose.Weights, 3);
        (string, Func<int, double>)[] others =
        [
            ("purpose", Draw(new(7, RandomPurpose.Dropout, 3))), ("seed", Draw(new(8, RandomPurpose.Weights, 3))),
            ("update", Draw(new(7, RandomPurpose.Weights, 4))), ("neighbour", i => a.Uniform<double>(i + 1)), ("far", i => a.Uniform<double>(i + (1L << 40))),
        ];
        foreach ((string what, Func<int, double> other) in others)
        {
            double correlation = 0;
            for (int i = 0; i < Count; i++)
                correlation += (a.Uniform<double>(i) - 0.5) * (other(i) - 0.5) * 12 / Count;
            Assert.True(Math.Abs(correlation) < 4 / Math.Sqrt(Count), $"{what}: correlation {correlation}");
        }

        static Func<int, double> Draw(CounterRandom random) => i => random.Uniform<double>(i);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(60_000)]
    public void Permutation_holds_every_number_once(int n)
    {
        int[] order = new int[n];
        new CounterRandom(1, RandomPurpose.Shuffle, 3).Permutation(order);
        Array.Sort(order);
        Assert.Equal(Enumerable.Range(0, n), order);
    }

    [Fact]
    public void Every_permutation_of_four_is_equally_likely()
    {
        int[] bins = new int[256], order = new int[4];
        for (int epoch = 0; epoch < 24_000; epoch++)
        {
            new CounterRandom(1, RandomPurpose.Shuffle, epoch).Permutation(order);
            bins[order[0] * 64 + order[1] * 16 + order[2] * 4 + order[3]]++;
        }
        int[] used = Array.FindAll(bins, b => b > 0);
        Assert.Equal(24, used.Length);
        Assert.InRange(ChiSquare(used), 7.5, 49.8); // 23 degrees of freedom, 1 in 1000 on each side
    }

    [Fact]
    public void Masks_are_the_same_in_every_width_and_type()
    {
        var random = new CounterRandom(9, RandomPurpose.Dropout, 12, 1);
        const uint threshold = 3435973836; // 0.8
        for (int n = 0; n <= 257; n++)
        {
            using var plain = new Memory<double>(n);
            using var single = new Memory<float>(n);
            BernoulliMask.FillScalar(random, threshold, plain.Pointer, n);
            float[] expected = Array.ConvertAll(plain.ToArray(), x => (float)x);
            BernoulliMask.Fill512(random, threshold, single.Pointer, n);
            SameBits.Check("512", expected, single.ToArray());
            BernoulliMask.Fill256(random, threshold, single.Pointer, n);
            SameBits.Check("256", expected, single.ToArray());
            BernoulliMask.Fill(random, 0.8, single.Pointer, n);
            SameBits.Check("dispatched", expected, single.ToArray());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(1)]
    public void A_mask_keeps_its_share(double keep)
    {
        using var mask = new Memory<float>(Count);
        BernoulliMask.Fill(new CounterRandom(4, RandomPurpose.Dropout), keep, mask.Pointer, Count);
        float[] values = mask.ToArray();
        Assert.All(values, v => Assert.True(v is 0 or 1));
        Assert.Equal(keep, values.Sum(v => (double)v) / Count, 4 * Math.Sqrt(keep * (1 - keep) / Count) + 1e-12);
    }

    private static double ChiSquare(int[] bins)
    {
        double expected = bins.Sum() / (double)bins.Length;
        return bins.Sum(b => (b - expected) * (b - expected) / expected);
    }
}
