namespace Core;

/// <summary>What came of reading an experiment.</summary>
/// <param name="Experiment">The experiment; null when anything is wrong.</param>
/// <param name="Problems">Everything that is wrong.</param>
public sealed record ExperimentResult(Experiment? Experiment, Problems Problems);

/// <summary>How large an experiment may be.</summary>
/// <param name="Json">Size and depth of the text.</param>
/// <param name="MaxMemory">Bytes a run may need, as estimated before anything is allocated.</param>
public sealed record ExperimentLimits(JsonLimits? Json = null, long MaxMemory = 4L << 30)
{
    /// <summary>64 MB of text, 4 GB of memory.</summary>
    public static ExperimentLimits Default { get; } = new();
}

/// <summary>Text or tree to <see cref="Experiment"/>. Reports everything that is wrong at once, each with its place; never throws on input.</summary>
public static class ExperimentReader
{
    /// <summary>Reads UTF-8 JSON, applying overrides such as <c>optimizer.learningRate=0.1</c> before anything is checked.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="overrides">Assignments in order, see <see cref="Override"/>.</param>
    /// <param name="limits">How large it may be.</param>
    public static ExperimentResult Read(ReadOnlyMemory<byte> utf8, IEnumerable<string>? overrides = null, ExperimentLimits? limits = null)
    {
        var problems = new Problems();
        var tree = JsonValue.Parse(utf8, problems, (limits ?? ExperimentLimits.Default).Json);
        return tree is null ? new(null, problems) : Read(tree, overrides, limits, problems);
    }

    /// <summary>The same from a tree, e.g. the <c>experiment</c> of a lesson: places are those in the lesson's file.</summary>
    public static ExperimentResult Read(JsonValue tree, IEnumerable<string>? overrides = null, ExperimentLimits? limits = null) =>
        Read(tree, overrides, limits, new());

    private static ExperimentResult Read(JsonValue tree, IEnumerable<string>? overrides, ExperimentLimits? limits, Problems problems)
    {
        foreach (string assignment in overrides ?? [])
            tree = Override.Apply(tree, ExperimentSpec.Root, assignment, problems) ?? tree;
        ExperimentSpec.Root.Check(tree, problems);
        if (tree.Kind != JsonKind.Object) return new(null, problems);
        var experiment = Bind(tree, problems);
        if (experiment is not null) new ExperimentCheck(experiment, tree, problems).All((limits ?? ExperimentLimits.Default).MaxMemory);
        return new(problems.None ? experiment : null, problems);
    }

    /// <summary>The experiment as far as it can be read; null when its data or layers cannot.</summary>
    private static Experiment? Bind(JsonValue tree, Problems problems)
    {
        var fields = ExperimentSpec.Root.Read(tree);
        var data = fields["data"] is { } dataValue ? new DataBinder(problems).Data(dataValue) : null;
        var standard = NetworkBinder.Initialiser(fields["initialWeights"]!, NetworkSpec.Weights, 2);
        var layers = fields["layers"]?.Items.Select(item => NetworkBinder.Layer(item, standard)).ToArray();
        if (data is null || layers is null || layers.Contains(null)) return null;
        var batches = RunBinder.Batches(fields["batches"]!);
        var (evaluation, stopping) = (RunBinder.Evaluation(fields["evaluation"]!), RunBinder.EarlyStopping(fields["earlyStopping"]));
        return new()
        {
            Name = fields.TextOrNull("name"),
            Seed = (ulong)fields.LongOrNull("seed")!,
            Precision = Words.Of<Precision>(fields.Text("precision")),
            Data = evaluation.Sets?.Contains("validation") == true || stopping?.Monitor.StartsWith("validation.", StringComparison.Ordinal) == true ? DataBinder.OwnValidation(data) : data,
            Layers = layers!,
            Workers = RunBinder.Workers(fields["workers"]),
            Loss = fields["loss"] is { } loss ? NetworkBinder.Loss(loss) : new(LossKind.Mse),
            Regularizers = [.. fields["regularizers"]!.Items.Select(TrainingBinder.Regularizer).OfType<RegularizerSettings>()],
            Clipping = TrainingBinder.Clipping(fields["clipping"]),
            Optimizer = TrainingBinder.Optimizer(fields["optimizer"]!),
            Schedule = TrainingBinder.Schedule(fields["schedule"]!),
            Batches = batches,
            Length = RunBinder.Length(fields["length"], batches),
            EarlyStopping = stopping,
            Stop = [.. fields["stop"]!.Items.Select(RunBinder.Stop).OfType<StoppingRuleSettings>()],
            Evaluation = evaluation,
            Edits = EditSettings.Parse(fields.TextOrNull("edits") ?? "") ?? [],
            Source = tree,
        };
    }
}
