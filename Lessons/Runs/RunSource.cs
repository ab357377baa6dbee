using Core;

namespace Lessons;

/// <summary>What all views of one run share: experiment, data, names, and a second timeline that answers for other moments without moving the visible one.</summary>
internal sealed class RunSource
{
    private const long ProbeMemory = 16L << 20;

    private readonly Lazy<Theory> theory;
    private readonly Lazy<UnitSlopes> slopes;
    private readonly Lazy<RunFacts> facts;

    public RunSource(RunFamily family, Experiment experiment, DataLoader loader)
    {
        (Family, Experiment, Data) = (family, experiment, loader.Load(experiment));
        Probe = new Timeline<float>(NewProgram(), ProbeMemory);
        Names = new RunNames(this, Probe.Program);
        theory = new(() => new Theory(this));
        slopes = new(() => new UnitSlopes(this));
        facts = new(() => new RunFacts(this, Probe.Program));
        Histories = new(this);
    }

    public RunFamily Family { get; }

    public Experiment Experiment { get; }

    public RunData Data { get; }

    public RunNames Names { get; }

    /// <summary>Moved by whoever asks; nobody may rely on where it is.</summary>
    public Timeline<float> Probe { get; }

    public long LastUpdate => Probe.Program.LastUpdate;

    public Theory Theory => theory.Value;

    public UnitSlopes Slopes => slopes.Value;

    public RunFacts Facts => facts.Value;

    public Histories Histories { get; }

    public TrainingProgram<float> NewProgram() => Compiler.Compile<float>(Experiment, Data);

    /// <summary>Whether the run has that update: it is not longer, and has not stopped before.</summary>
    public bool Has(long update)
    {
        if (update < 0 || update > LastUpdate) return false;
        if (Experiment.EarlyStopping is null && Experiment.Stop.Count == 0) return true;
        Probe.SeekUpdate(update, Family.Cancellation);
        return Probe.Now.Update == update;
    }

    /// <summary>The values at a moment; a step beyond the last of the update means its end.</summary>
    public IRunValues At(Moment moment) => new MomentValues(this, Probe, moment);

    /// <summary>The moment just after a value is written in an update; null if that update does not write it.</summary>
    public Moment? Written(long update, string name) =>
        update >= 1 && update <= LastUpdate && Probe.Seek(update, name, Family.Cancellation) ? Probe.Now : null;
}
