using System.Text.RegularExpressions;

namespace Core;

/// <summary>What an experiment file may be: the one place where its fields are stated.</summary>
public static class ExperimentSpec
{
    private static readonly Spec Metric = new ChoiceSpec([.. EvaluationSettings.MetricNames], EvaluationSettings.IndexedMetric);

    private static readonly Spec Samples = Spec.List(Spec.Integer(0), "samples", 1);

    internal static ObjectSpec GivenBatch { get; } = Spec.Object("batch", "One stated batch.",
        Field.Required("samples", Samples, "Training samples by number from 0; a sample may occur twice."),
        Field.Optional("epoch", Spec.Integer(1), "Its epoch; otherwise that of the batch before, 1 for the first."));

    internal static TaggedSpec Batches { get; } = new TaggedSpec("batches", "Which training samples each update sees. Nothing is ever dropped: the last batch of an epoch may be smaller, and its mean is over its own samples.", "mini")
        .Case("full", "All training samples in every update.")
        .Case("mini", "Batches of `size`, one after another.",
            Field.Required("size", Spec.Integer(1), "Samples of a batch."),
            Field.Optional("shuffle", Spec.Boolean(), "A new order each epoch, derived from the seed; otherwise the order of the data.", "false"),
            Field.Optional("stratified", Spec.Boolean(), "Every batch holds the classes in their shares.", "false"))
        .Case("given", "The samples of every update, stated.",
            Field.Required("updates", Spec.List(Spec.Either(Samples, GivenBatch), "batches", 1), "The batch of update 1, 2, …: a list of samples, or an object that also states the epoch."))
        .Short(JsonKind.Number, "mini", "size")
        .Short(JsonKind.Array, "given", "updates");

    internal static TaggedSpec Workers { get; } = new TaggedSpec("workers", "Data-parallel training: every batch is cut into shards of equal size, in the order of its samples, one for each worker. Values of worker 2 are named `worker2.layer1.weight.grad` and so on.", "average",
        Field.Required("count", Spec.Integer(1, 64), "Workers; the size of every batch is a multiple of it."))
        .Case("average", "Each worker computes the mean gradient of its shard; the mean of these is the gradient. Equal to that of the whole batch up to rounding.")
        .Case("ring", "Each worker adds its samples to the sum of the one before; the last one has the gradient. Equal to that of the whole batch to the bit.")
        .Short(JsonKind.Number, "average", "count");

    internal static ObjectSpec Length { get; } = Spec.Object("length", "When training ends unless it is stopped before; of two limits the one reached first.",
        Field.Optional("updates", Spec.Integer(0, 1L << 53), "Updates."),
        Field.Optional("epochs", Spec.Integer(0, 1L << 53), "Epochs."));

    internal static ObjectSpec EarlyStopping { get; } = Spec.Object("earlyStopping",
        "Improved means value < best − minDelta (above best + minDelta where larger is better). Stops at the end of the epoch in which the epochs without improvement reach patience, even if more batches are given.",
        Field.Optional("monitor", Spec.Text("a set and a metric such as validation.loss", 1), "An evaluated value without `eval.`; evaluated even when `evaluation` does not list it.", "\"validation.loss\""),
        Field.Optional("patience", Spec.Integer(1), "Epochs without improvement.", "10"),
        Field.Optional("minDelta", Spec.Number(min: 0), "Smallest change that counts.", "0"),
        Field.Optional("restoreBest", Spec.Boolean(), "Put back the weights of the best epoch at the end.", "false"),
        Field.Optional("mode", Spec.Choice("auto", "min", "max"), "Which way is better; auto: smaller for loss, log_loss, mse, rmse and mae, larger for the others.", "\"auto\""));

    internal static TaggedSpec Stop { get; } = new TaggedSpec("stop", "Looked at after each update; training stops when any rule holds.", null,
        Field.Required("below", Spec.Number(above: 0), "ε: the value must be smaller."),
        Field.Optional("updates", Spec.Integer(1), "K: in so many updates in a row.", "1"))
        .Case("gradient_norm", "‖g‖ over all parameters, before clipping.")
        .Case("loss_change", "|loss − loss of the update before|.");

    internal static ObjectSpec Evaluation { get; } = Spec.Object("evaluation",
        "What is measured, with dropout off unless stated, at the end of epochs and after the last update; the test set once, at the end.",
        Field.Optional("sets", Spec.List(Spec.Choice("train", "validation", "test"), "sets"), "Which sets; otherwise those that exist."),
        Field.Optional("metrics", Spec.List(Metric, "metrics"), "Which values; otherwise loss, and accuracy where targets are classes. Besides the names: `precision[c]`, `recall[c]`, `f1[c]`, `accuracy.label[c]` of one class or label, `confusion[t][p]`. `a` are the outputs of the network."),
        Field.Optional("threshold", Spec.Number(), "Positive when score ≥ threshold.", "0.5"),
        Field.Optional("every", Spec.Integer(0), "Every so many epochs; 0: only after the last update.", "1"),
        Field.Optional("dropout", Spec.Boolean(), "Dropout stays on, with a mask drawn for every evaluation: what forgetting the evaluation mode does.", "false"));

    /// <summary>The whole file.</summary>
    public static ObjectSpec Root { get; } = Spec.Object("experiment", "Everything a training run depends on. Two equal files give the same bits on every machine.",
        Field.Optional("name", Spec.Text("a name", 1, 200), "For titles."),
        Field.Optional("seed", Spec.Integer(0, (1L << 53) - 1), "Every random number is a function of this, a purpose, an update and a place.", "1"),
        Field.Optional("precision", Spec.Choice("single", "double"), "Arithmetic: float32, or float64 for references.", "\"single\""),
        Field.Required("data", DataSpec.Root, "The samples."),
        Field.Required("layers", Spec.List(NetworkSpec.Layer, "layers", 1, 1000), "The network."),
        Field.Optional("initialWeights", NetworkSpec.Weights, "Start of the weights of every dense layer that states none.", "\"xavier_uniform\""),
        Field.Required("loss", NetworkSpec.Loss, "What training makes small."),
        Field.Optional("regularizers", Spec.List(TrainingSpec.Regularizer, "regularizers"), "Penalties added to the loss.", "[]"),
        Field.Optional("clipping", TrainingSpec.Clipping, "Gradient clipping."),
        Field.Optional("optimizer", TrainingSpec.Optimizer, "How gradients become new weights.", "\"sgd\""),
        Field.Optional("schedule", TrainingSpec.Schedule, "How the learning rate changes.", "\"constant\""),
        Field.Optional("batches", Batches, "Which samples each update sees.", "\"full\""),
        Field.Optional("workers", Workers, "Workers that share every batch."),
        Field.Optional("length", Length, "When training ends; may be left out only when batches are given, which then are the length."),
        Field.Optional("earlyStopping", EarlyStopping, "Stop when an evaluated value no longer improves."),
        Field.Optional("stop", Spec.List(Stop, "rules"), "Stop when a value stays small.", "[]"),
        Field.Optional("evaluation", Evaluation, "What is measured.", "{}"),
        Field.Optional("edits", Spec.Text("UPDATE:NAME[INDEX]:VALUE, several separated by ;", pattern: EditSettings.Pattern),
            "Weights and biases set by hand, each just after an update (0: at the start), e.g. `40:layer1.weight[0,2]:0.5`. Training goes on from there, with what the optimizer remembers."));

    internal static bool IsIndexedMetric(string name) => Regex.IsMatch(name, $"^(?:{EvaluationSettings.IndexedMetric})$", RegexOptions.CultureInvariant);
}
