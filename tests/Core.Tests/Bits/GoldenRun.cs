using System.Globalization;

namespace Core.Tests;

/// <summary>A run whose weights must have the same bits after every update, on every machine.</summary>
/// <param name="Name">As in the golden file.</param>
/// <param name="Experiment">What is trained.</param>
/// <param name="Updates">How far.</param>
internal sealed record GoldenRun(string Name, Experiment Experiment, int Updates)
{
    /// <summary>Updates told on one line of the golden file.</summary>
    public const int Block = 50;

    public static GoldenRun[] All { get; } =
    [
        new("xor", Workloads.Xor, 1000),
        new("spiral", Workloads.Spiral, 1000),
        new("chain", Workloads.Chain, 1000),
        new("dropout", SmallDropout, 1000),
        new("digits", Workloads.Digits, 100),
    ];

    private static Experiment SmallDropout => Workloads.Digits with
    {
        Data = new DataSettings(new NoiseSettings(100, [20], 4)),
        Layers =
        [
            new DenseSettings(16, new ActivationSettings(ActivationKind.Relu)),
            new DropoutSettings(0.3),
            new DenseSettings(4, new ActivationSettings(ActivationKind.Softmax)),
        ],
        Batches = new MiniBatchSettings(8, Shuffle: true),
        Length = new LengthSettings(Updates: 1000),
    };

    /// <summary>
    /// The lines of this run: name, last update of the line, the chained fingerprint of all weights after every update so far,
    /// and 16 bits of that chain for each update of the line, so that the first difference can be told to the update.
    /// </summary>
    public IEnumerable<string> Lines(bool plainList = false, int threads = 1)
    {
        using var program = Compile();
        program.UseThreads(threads);
        return Lines(update =>
        {
            if (plainList)
            {
                program.Place(update);
                program.RunList();
            }
            else
            {
                program.Train();
            }

            return program.WeightHash();
        });
    }

    /// <summary>The same of a run in the lanes, between neighbours that train at other rates.</summary>
    public IEnumerable<string> LinesBesideOthers()
    {
        using var lanes = new RunsInLanes<float>([Compile(30), Compile(), Compile(0.1)]);
        return Lines(_ =>
        {
            lanes.Train();
            return lanes.WeightHash(1);
        });
    }

    private TrainingProgram<float> Compile(double rates = 1) =>
        (Experiment with { Optimizer = Experiment.Optimizer with { LearningRate = Experiment.Optimizer.LearningRate * rates } }).Compile<float>();

    private List<string> Lines(Func<int, ulong> hashAfter)
    {
        var lines = new List<string>();
        var chain = 0ul;
        var digits = "";
        for (var update = 1; update <= Updates; update++)
        {
            chain = BitHash.Combine(chain, hashAfter(update));
            digits += ((ushort)chain).ToString("x4", CultureInfo.InvariantCulture);
            if (update % Block != 0) continue;
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{Name} {update} {chain:x16} {digits}"));
            digits = "";
        }

        return lines;
    }

    /// <summary>The first difference between the lines that ought to be and those that are, told to the update; nothing when there is none.</summary>
    public static string? FirstDifference(string expected, string actual)
    {
        if (expected == actual) return null;
        string[] e = expected.Split(' '), a = actual.Split(' ');
        if (e.Length != 4 || a.Length != 4 || e[0] != a[0] || e[1] != a[1]) return $"expected the line \"{expected}\", computed \"{actual}\"";
        var place = 0;
        while (place < e[3].Length && place < a[3].Length && e[3][place] == a[3][place]) place++;
        var update = int.Parse(e[1], CultureInfo.InvariantCulture) - Block + 1 + Math.Min(place / 4, Block - 1);
        return $"{e[0]}: the weights differ first after update {update}";
    }
}
