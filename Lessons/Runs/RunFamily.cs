using Core;

namespace Lessons;

/// <summary>A lesson's run and its variants, with the same changes made to all of them. Programs are compiled when they are first needed.</summary>
internal sealed class RunFamily(IReadOnlyDictionary<string, Experiment> experiments, IReadOnlyList<string> variants, DataLoader loader)
{
    /// <summary>Name of the lesson's own run; no variant has it.</summary>
    public const string Own = "";

    private readonly Dictionary<string, RunSource> sources = [];

    /// <summary>Ends long searches for values of other moments.</summary>
    public CancellationToken Cancellation { get; set; }

    public IReadOnlyList<string> Variants => variants;

    public DataLoader Loader => loader;

    /// <summary>The run of a variant, or null if there is none of that name.</summary>
    public RunSource? Source(string name)
    {
        if (sources.TryGetValue(name, out var known)) return known;
        if (!experiments.TryGetValue(name, out var experiment)) return null;
        return sources[name] = new RunSource(this, experiment, loader);
    }
}
