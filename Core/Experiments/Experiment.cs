namespace Core;

/// <summary>Arithmetic of a run: float32 is canonical, double for references.</summary>
public enum Precision
{
    /// <summary>float32, the arithmetic of every lesson.</summary>
    Single,

    /// <summary>float64, the same generic code.</summary>
    Double,
}

/// <summary>
/// Everything a training run is a function of. Two equal experiments give the same bits everywhere.
/// Read from a file by <see cref="ExperimentReader"/>, which checks that the parts fit each other; built in code it is taken as it is.
/// </summary>
public sealed record Experiment
{
    /// <summary>Optional name, shown in titles only.</summary>
    public string? Name { get; init; }

    /// <summary>Every random number is a function of this, a purpose, an update and a place.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Arithmetic of the run.</summary>
    public Precision Precision { get; init; } = Precision.Single;

    /// <summary>Samples, their split and what is done to them before training.</summary>
    public required DataSettings Data { get; init; }

    /// <summary>Layers from the input to the output; at least one dense layer.</summary>
    public required IReadOnlyList<LayerSettings> Layers { get; init; }

    /// <summary>What training makes small.</summary>
    public LossSettings Loss { get; init; } = new(LossKind.Mse);

    /// <summary>Penalties added to the data loss, in this order; none by default. Elastic net is l1 and l2 in one list.</summary>
    public IReadOnlyList<RegularizerSettings> Regularizers { get; init; } = [];

    /// <summary>Gradient clipping, after the penalty and before weight decay; null = none.</summary>
    public ClippingSettings? Clipping { get; init; }

    /// <summary>The rule that turns gradients into new weights, with its learning rate η₀.</summary>
    public OptimizerSettings Optimizer { get; init; } = new SgdSettings();

    /// <summary>How the learning rate changes over the run.</summary>
    public ScheduleSettings Schedule { get; init; } = new ConstantScheduleSettings();

    /// <summary>Which samples each update sees.</summary>
    public BatchSettings Batches { get; init; } = new MiniBatchSettings();

    /// <summary>Workers that share every batch; null = one.</summary>
    public WorkerSettings? Workers { get; init; }

    /// <summary>How long training lasts unless stopped before.</summary>
    public LengthSettings Length { get; init; } = new(Epochs: 1);

    /// <summary>Stop when a measured value no longer improves; null = never.</summary>
    public EarlyStoppingSettings? EarlyStopping { get; init; }

    /// <summary>Rules looked at after each update; training stops when any of them holds.</summary>
    public IReadOnlyList<StoppingRuleSettings> Stop { get; init; } = [];

    /// <summary>What is measured at the end of each epoch and of the run.</summary>
    public EvaluationSettings Evaluation { get; init; } = new();

    /// <summary>Weights and biases set by hand during the run; none by default.</summary>
    public IReadOnlyList<EditSettings> Edits { get; init; } = [];

    /// <summary>The tree this was read from (for overrides and forks); null when built in code.</summary>
    public JsonValue? Source { get; init; }
}
