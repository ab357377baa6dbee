using System.Runtime.InteropServices;
using Core;

namespace Bench;

/// <summary>Counter-based random numbers and fingerprints, beside the library's own.</summary>
internal static unsafe class RandomRows
{
    private const int Mask = 32 * 128, Samples = 60_000, Parameters = 101_770, Normals = 1000;

    public static void Run(Table table)
    {
        using var mask = new Block<float>(Mask, _ => 0);
        int[] order = new int[Samples];
        float[] weights = new float[Parameters];
        double sink = 0;
        var random = new CounterRandom(1, RandomPurpose.Dropout);
        var library = new Random(1);
        Add("dropout mask, 32×128", Mask, () => BernoulliMask.Fill(random, 0.8, mask.Pointer, Mask), "System.Random", () =>
        {
            for (int k = 0; k < Mask; k++) mask.Pointer[k] = library.NextSingle() < 0.8f ? 1 : 0;
        });
        Add($"permutation of {Samples:N0}", Samples, () => random.Permutation(order), "System.Random.Shuffle", () => library.Shuffle(order));
        Add("normal number", Normals, () =>
        {
            for (int k = 0; k < Normals; k++) sink += random.Normal<float>(k);
        }, "System.Random, Box–Muller", () =>
        {
            for (int k = 0; k < Normals; k++) sink += MathF.Sqrt(-2 * MathF.Log(1 - library.NextSingle())) * MathF.Cos(MathF.Tau * library.NextSingle());
        });
        Add($"fingerprint of {Parameters:N0} weights", Parameters, () => sink += BitHash.Of<float>(weights), "System.HashCode", () =>
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes<float>(weights));
            sink += hash.ToHashCode();
        });

        void Add(string what, int count, Action own, string which, Action other)
        {
            double[] ns = Measure.InTurns(own, other);
            table.Add(new(what, ns[0] / count, "ns/element") { Baselines = [new(which, ns[1] / count)] });
        }
    }
}
