using System.Text;
using Core;

namespace Features;

/// <summary>Small experiments that between them use every feature: each activation, loss, penalty, clipping, optimizer, schedule and evaluation.</summary>
internal static class FeatureExperiments
{
    private const string TwoInputs = """ "data": {"inputs": [[0.5, -1.25], [0.75, 2], [-0.3, 0.1]], "targets": [[0.2, 0.9], [1, 0], [0.4, 0.6]]} """;
    private const string ThreeClasses = """ "data": {"inputs": [[0.5, -1.25], [0.75, 2], [-0.3, 0.1], [1, 1]], "labels": [0, 2, 1, 2]} """;
    private const string TwoClasses = """ "data": {"inputs": [[0.5, -1.25], [0.75, 2], [-0.3, 0.1], [1, 1]], "labels": [0, 1, 1, 0]} """;

    private static readonly string[] Activations =
    [
        "\"identity\"", "\"sigmoid\"", "\"tanh\"", "\"relu\"", """{"type": "leaky_relu", "slope": 0.2}""", """{"type": "elu", "alpha": 0.7}""",
        """{"type": "swish", "beta": 1.5}""", "\"gelu\"", "\"gelu_tanh\"", "\"softplus\"", "\"softmax\"",
    ];

    private static readonly string[] Optimizers =
    [
        """{"type": "sgd", "learningRate": 0.1, "momentum": 0.9, "nesterov": true, "weightDecay": 0.01}""",
        """{"type": "sgd", "learningRate": 0.1, "momentum": 0.9, "dampening": 0.1}""",
        """{"type": "adagrad", "learningRate": 0.1, "rateDecay": 0.1}""",
        """{"type": "rmsprop", "learningRate": 0.1}""",
        """{"type": "rmsprop", "learningRate": 0.1, "centered": true, "momentum": 0.5}""",
        """{"type": "rmsprop", "learningRate": 0.1, "momentum": 0.5}""",
        """{"type": "rmsprop", "learningRate": 0.1, "centered": true}""",
        """{"type": "adam", "learningRate": 0.1, "weightDecay": 0.01}""",
        """{"type": "adamw", "learningRate": 0.1}""",
        """{"type": "adam", "learningRate": 0.1, "resetEvery": 2}""",
        """{"type": "newton", "damping": 0.1}""",
    ];

    private static readonly string[] Schedules =
    [
        "\"constant\"", """{"type": "exponential", "gamma": 0.9}""", """{"type": "linear", "steps": 3}""", """{"type": "step", "size": 2}""",
        """{"type": "cosine", "steps": 4, "per": "epoch", "warmup": {"steps": 2}}""",
    ];

    private static readonly string[] Penalties =
    [
        """[{"type": "l1", "lambda": 0.1}, {"type": "l2_half", "lambda": 0.2, "appliesTo": "all"}]""", """[{"type": "l1_prox", "lambda": 0.1}]""", """[{"type": "l2_seed", "lambda": 0.1}]""", """[{"type": "l2_norm", "lambda": 0.1, "appliesTo": "all"}]""",
    ];

    /// <summary>Every experiment, checked.</summary>
    public static IEnumerable<Experiment> All() => Texts().Select(Read);

    /// <summary>The experiment of a text.</summary>
    public static Experiment Read(string json)
    {
        var read = ExperimentReader.Read(Encoding.UTF8.GetBytes(json));
        return read.Experiment ?? throw new InvalidOperationException($"{read.Problems}\n{json}");
    }

    private static IEnumerable<string> Texts()
    {
        foreach (var activation in Activations)
            yield return Whole(TwoInputs, Layers(activation, "\"identity\""), "\"mse\"");
        foreach (var loss in new[] { "\"mse\"", "\"mse_half\"", "\"mae\"", """{"type": "huber", "delta": 0.3}""" })
            yield return Whole(TwoInputs, Layers("\"tanh\"", "\"identity\""), loss);
        foreach (var loss in new[] { "\"bce\"", "\"sigmoid_bce\"" })
            yield return Whole(TwoInputs, Layers("\"tanh\"", "\"sigmoid\""), loss);
        foreach (var loss in new[] { "\"softmax_ce\"", "\"cross_entropy\"" })
            yield return Whole(ThreeClasses, Layers("\"tanh\"", "\"softmax\"", 3), loss, """ , "evaluation": {"metrics": ["loss", "a", "accuracy", "precision.macro", "recall[1]", "f1.micro", "confusion", "log_loss"]} """);
        yield return Whole(TwoClasses, Layers("\"tanh\"", "\"sigmoid\"", 1), "\"sigmoid_bce\"", """ , "evaluation": {"metrics": ["loss", "accuracy", "precision", "recall", "f1", "auc"]} """);
        yield return Whole(TwoInputs, Layers("\"tanh\"", "\"identity\""), "\"mse\"", """ , "evaluation": {"metrics": ["mse", "rmse", "mae", "r2"]} """);
        foreach (var optimizer in Optimizers)
            yield return Whole(TwoInputs, Layers("\"tanh\"", "\"identity\""), "\"mse\"", $", \"optimizer\": {optimizer}");
        foreach (var schedule in Schedules)
            yield return Whole(TwoInputs, Layers("\"tanh\"", "\"identity\""), "\"mse\"", $", \"schedule\": {schedule}");
        foreach (var penalty in Penalties)
            yield return Whole(TwoInputs, Layers("\"tanh\"", "\"identity\""), "\"mse\"", $", \"regularizers\": {penalty}");
        foreach (var workers in new[] { "3", """{"type": "ring", "count": 3}""" })
            yield return Whole(
                TwoInputs,
                """ [{"units": 3, "activation": "tanh"}, {"type": "dropout", "rate": 0.3, "rescale": false}, {"units": 2}] """,
                "\"mse\"",
                $$""" , "workers": {{workers}}, "regularizers": [{"type": "l1", "lambda": 0.1}] """);
        foreach (var clipping in new[] { "0.1", """{"type": "value", "maximum": 0.05}""" })
            yield return Whole(TwoInputs, Layers("\"tanh\"", "\"identity\""), "\"mse\"", $", \"clipping\": {clipping}");
        yield return Whole(
            """ "data": {"type": "noise", "n": 12, "shape": [2, 3], "classes": 3, "split": {"validation": 0.25, "test": 0.25}} """,
            """ [{"type": "flatten"}, {"units": 4, "activation": "relu"}, {"type": "dropout", "rate": 0.5}, {"units": 3, "activation": "softmax"}] """,
            "\"softmax_ce\"",
            """ , "batches": 3, "earlyStopping": {"patience": 1, "restoreBest": true}, "stop": [{"type": "gradient_norm", "below": 0.001}, {"type": "loss_change", "below": 0.001}] """);
    }

    private static string Layers(string hidden, string last, int units = 2) =>
        $$""" [{"units": 3, "activation": {{hidden}}}, {"units": {{units}}, "activation": {{last}}}] """;

    private static string Whole(string data, string layers, string loss, string more = "") =>
        $$"""{ "seed": 3, {{data}}, "layers": {{layers}}, "loss": {{loss}}, "length": {"epochs": 2} {{more}} }""";
}
