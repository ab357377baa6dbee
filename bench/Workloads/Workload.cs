using Core;

namespace Bench;

/// <summary>One workload: an experiment file, how much of it is one sample of the clock, and the value that must come out.</summary>
/// <param name="Name">W1 to W6.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="PerUpdate">Units of one update.</param>
/// <param name="Sample">Updates timed at once, from the start weights.</param>
/// <param name="Check">What is looked at, and the interval it must be in.</param>
internal sealed record Workload(string Name, string Unit, int PerUpdate, int Sample, CheckValue Check)
{
    public static Workload[] All { get; } =
    [
        new("W1", "updates/s", 1, 2_000, new("loss of update 1000", 1000, "loss", 0.0061195, 1e-6)),
        new("W2", "samples/s", 10, 500, new("loss after 10 epochs", 500, "eval.train.loss", 0.475459, 5e-6)),
        new("W3", "updates/s", 1, 2_000, new("w after 100 updates", 100, "layer1.weight", 2.99299, 5e-6)),
        new("W4", "epochs", 0, 1_875, new("mean loss of the epoch", 1875, "loss", 2.3045, 0.0045) { IsMean = true }),
        new("W6", "updates/s", 1, 1_000, new("loss after 1000 updates", 1000, "eval.train.loss", 0.2500001, 2e-7)),
    ];

    /// <summary>The experiment and its samples.</summary>
    public (Experiment Experiment, RunData Data) Load() => Load(Name);

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
