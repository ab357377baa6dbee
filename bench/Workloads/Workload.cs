using System.Globalization;
using Core;

namespace Bench;

/// <summary>One workload: an experiment file, how much of it is one sample of the clock, and the value that must come out.</summary>
/// <param name="Name">W1 to W6.</param>
/// <param name="What">In words.</param>
/// <param name="Unit">What is shown.</param>
/// <param name="PerUpdate">Units of one update; 0: seconds of an epoch are shown.</param>
/// <param name="Sample">Updates timed at once, from the start weights.</param>
/// <param name="Aim">What the figure ought to reach, if that is stated.</param>
/// <param name="Check">What is looked at, and the interval it must be in.</param>
internal sealed record Workload(string Name, string What, string Unit, int PerUpdate, int Sample, double? Aim, CheckValue Check)
{
    public static Workload[] All { get; } =
    [
        new("W1", "exclusive or, 2-4-1", "updates/s", 1, 2_000, 5e6, new("loss of update 1000", 1000, "loss", 0.0061195, 1e-6)),
        new("W2", "spiral, 2-8-8-1, batches of 10", "samples/s", 10, 500, 12e6, new("loss after 10 epochs", 500, "eval.train.loss", 0.475459, 5e-6)),
        new("W3", "line through 100 points", "updates/s", 1, 2_000, 8e6, new("w after 100 updates", 100, "layer1.weight", 2.99299, 5e-6)),
        new("W4", "an epoch of 784-128-10", "s", 0, 1_875, 0.2, new("mean loss of the epoch", 1875, "loss", 2.3045, 0.0045) { IsMean = true }) { Products = Image },
        new("W6", "chain of ten sigmoid layers", "updates/s", 1, 1_000, 1.6e6, new("loss after 1000 updates", 1000, "eval.train.loss", 0.2500001, 2e-7)),
        new("digits", "an epoch of 60,000 drawn digits", "s", 0, 1_875, null, new("accuracy on 10,000 test digits", 1875, "eval.test.accuracy", 0.97, 0.02)) { Products = Image, Overrides = ["length.updates=1875"] },
    ];

    // Three products a layer, but no input gradient of the first.
    private const double Image = 2d * 32 * (2 * 784 * 128 + 3 * 128 * 10);

    /// <summary>Multiplications and additions in the products of one update; 0: too few to matter.</summary>
    public double Products { get; init; }

    /// <summary>What is changed in the experiment's file.</summary>
    public string[] Overrides { get; init; } = [];

    /// <summary>Whether the seconds of an epoch are shown.</summary>
    public bool IsEpoch => PerUpdate == 0;

    /// <summary>The figure shown of the seconds of one update.</summary>
    public double Shown(double seconds) => IsEpoch ? seconds * Sample : PerUpdate / seconds;

    /// <summary>The experiment and its samples.</summary>
    public (Experiment Experiment, RunData Data) Load() => Load(Name, Overrides);

    public static (Experiment Experiment, RunData Data) Load(string name, params string[] overrides)
    {
        byte[] text = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, name.ToLowerInvariant() + ".json"));
        ExperimentResult result = ExperimentReader.Read(text, overrides);
        Experiment experiment = result.Experiment ?? throw new InvalidDataException($"{name}: {result.Problems}");
        return (experiment, DataLoader.WithoutFiles.Load(experiment));
    }
}

/// <summary>A value that must come out after some updates.</summary>
internal sealed record CheckValue(string What, int Updates, string Name, double Expected, double Tolerance)
{
    /// <summary>Whether the value is averaged over the updates instead of read after them.</summary>
    public bool IsMean { get; init; }

    /// <summary>Whether a value is the expected one.</summary>
    public bool Holds(double value) => Math.Abs(value - Expected) <= Tolerance;

    /// <summary>What came out and what ought to.</summary>
    public string Text(double value) => string.Create(CultureInfo.InvariantCulture, $"{What} {value:G7} ({Expected:G7} ± {Tolerance:G1})");

    /// <summary>Runs the updates from the start and reads the value.</summary>
    public double Of(TrainingProgram<float> program)
    {
        program.Reset();
        double sum = 0;
        for (int k = 0; k < Updates; k++)
        {
            program.Train();
            if (IsMean) sum += program.Find(Name)!.ToArray(program.Run.Rows)[0];
        }
        if (IsMean) return sum / Updates;
        if (Name.StartsWith("eval.", StringComparison.Ordinal)) program.Evaluate();
        return program.Find(Name)!.ToArray(program.Run.Rows)[0];
    }
}
