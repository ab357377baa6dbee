using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>A loss and its gradient for given predictions, or logits for the losses that are fused with an activation.</summary>
/// <param name="settings">The loss.</param>
/// <param name="outputs">Predictions or logits as given.</param>
/// <param name="rows">Samples.</param>
/// <param name="targets">[rows, outputs]; class numbers are one-hot rows here, as in training.</param>
internal sealed class LossItem(LossSettings settings, CalcNumbers outputs, int rows, double[] targets) : ICalculation
{
    public static CalcKind Kind { get; } = new(
        "loss",
        Phase.Loss,
        "A loss and its gradient for a batch. Records: `value`, the loss of the batch; `gradient`, ∂L/∂a of the shape of `predictions`, or ∂L/∂z of the shape of `logits`, which has also `a`, the activation of the logits.",
        [
            Field.Required("loss", NetworkSpec.Loss, "L."),
            Field.Optional("predictions", Spec.Numbers(1, 2, "predictions as a list or rows of numbers"), "Outputs a of the network, [samples][outputs]; not for `softmax_ce` and `sigmoid_bce`."),
            Field.Optional("logits", Spec.Numbers(1, 2, "logits as a list or rows of numbers"), "z of the last layer, [samples][outputs]; for `softmax_ce` and `sigmoid_bce`."),
            Field.Optional("targets", Spec.Numbers(1, 2, "targets as a list or rows of numbers"), "Numbers, one-hot, soft or multi-label rows, of the shape of the predictions."),
            Field.Optional("labels", Spec.List(Spec.Integer(0), "class numbers", 1), "Class numbers from 0, one for each sample, instead of targets."),
        ],
        LossBinder.Bind);

    public IEnumerable<CalcValue> Run<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sheet = new Sheet<T>();
        var width = outputs.Values.Length / rows;
        ImmutableArray<int> shape = [rows, width];
        var given = sheet.Given("given", shape, outputs.Values);
        var a = settings.IsFused ? sheet.Room("a", shape) : given;
        var buffers = new LossBuffers<T>(
            given, a, sheet.Given("y", shape, targets), sheet.Room("parts", shape), sheet.Room("maxima", rows), sheet.Room("log_sums", rows), sheet.Room("columns", width), sheet.Room("loss"));
        var slope = sheet.Room("slope", shape);
        var rule = LossRule<T>.For(settings);
        if (settings.IsFused)
            sheet.Program.Add(ActivationRules.For<T>(new(settings.Kind == LossKind.SoftmaxCe ? ActivationKind.Softmax : ActivationKind.Sigmoid)).Forward(given, a));
        sheet.Program.Add(rule.Forward(buffers));
        sheet.Program.Add(rule.Backward(buffers, slope));
        sheet.Run.Rows = rows;
        sheet.Start();
        sheet.RunAll();
        if (settings.IsFused) yield return sheet.Result("a", outputs.Shape, a, Phase.Forward);
        yield return sheet.Result("value", [], buffers.Loss);
        yield return sheet.Result("gradient", outputs.Shape, slope, Phase.Backward);
    }
}
