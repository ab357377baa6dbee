using Core;

namespace Bench;

/// <summary>Random numbers, permutations and fingerprints.</summary>
internal static unsafe class RandomReport
{
    public static void Run()
    {
        using var mask = new Block<float>(4096, _ => 0);
        int[] order = new int[60_000];
        float[] weights = new float[101_770];
        var random = new CounterRandom(1, RandomPurpose.Dropout);
        double sink = 0;
        Console.WriteLine();
        Line("dropout mask 32×128", Measure.Nanoseconds(() => BernoulliMask.Fill(random, 0.8, mask.Pointer, 4096)));
        Line("permutation of 60,000", Measure.Nanoseconds(() => random.Permutation(order)));
        Line("fingerprint of 101,770 floats", Measure.Nanoseconds(() => sink += BitHash.Of<float>(weights)));
        Line("one normal number", Measure.Nanoseconds(() => sink += random.Normal<float>(5)));
    }

    private static void Line(string what, double ns) => Console.WriteLine($"{what,-32} {ns,12:F0} ns");
}
