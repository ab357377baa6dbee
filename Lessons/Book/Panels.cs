using System.Collections.Immutable;

namespace Lessons;

/// <summary>The pictures a scene can ask for, by name.</summary>
public static class Panels
{
    /// <summary>Every name with what the picture shows, in the order of the documentation.</summary>
    public static ImmutableArray<(string Name, string Shows)> All { get; } =
    [
        ("network", "the network with its values and weights, the active part lit"),
        ("formula", "the formula of the step in symbols and in numbers"),
        ("loss", "the loss curve of batches and sets; the best epoch and the end of early stopping"),
        ("gradients", "the size of the gradient layer by layer, on a log axis"),
        ("path", "two parameters on the surface of the loss, or the loss over one"),
        ("boundary", "the decision boundary with the points; needs two inputs"),
        ("fit", "one input, one output: the network's curve through the samples, residuals, the line of least squares; also the run of `compare`"),
        ("census", "dead, saturated and active units of every layer"),
        ("histogram", "how the values of every layer are spread: those of the step (z, dz, a weight or its gradient), else the activations"),
        ("activation", "the activation of the step's layer and its slope as curves, the weighted sums of now on them, the saturated part marked"),
        ("optimizer", "gradient, state and step of the optimizer"),
        ("schedule", "the learning rate over the run"),
        ("compare", "two variants side by side, the first difference marked"),
        ("sweep", "many runs as one curve or a few, or as a map of two fields; see the scene's `sweep`"),
        ("data", "the samples"),
        ("outputs", "the outputs for the samples of the batch as bars with their logits, the wanted and the chosen ones marked"),
        ("figure", "what the scene defines itself by expressions: curves, points, bars, tables, matrices, histograms; see the scene's `figures`"),
        ("image", "the samples of the batch as pictures, with what the network takes them for; needs images"),
        ("file", "the file of the model if it were saved now: where each tensor lies, its first bytes, its first number"),
        ("weights", "the weights into a unit, as an image where the input is one; the unit is that of the chosen element, or chosen with ↑ ↓"),
        ("confusion", "the confusion matrix with precision and recall (validation, else test, else training samples); of one output also a threshold, moved with ↑ ↓, and the ROC curve"),
        ("sample", "the text that the network writes now, by its probabilities and always the likeliest, and its next character as bars; needs data of type `text`"),
    ];

    /// <summary>The names alone.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(panel => panel.Name)];
}
