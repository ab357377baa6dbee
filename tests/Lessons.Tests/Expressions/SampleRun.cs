using System.Collections.Immutable;

namespace Lessons.Tests;

/// <summary>
/// A small run written down by hand: 2 inputs, layer1 with 4 units, layer2 with 1; updates 0 to 3, two updates an epoch.
/// A plain table of values, so that every expected result can be read off.
/// </summary>
internal sealed class SampleRun(long update, double scale = 1, bool isVariant = false) : IRunValues, IRunNames
{
    private const long Last = 3;

    // One loss per update; it rises at update 3.
    private static readonly double[] Losses = [double.NaN, 0.75, 0.5, 0.625];

    private static readonly Dictionary<string, int[]> Shapes = new()
    {
        ["batch.index"] = [-1],
        ["batch.x"] = [-1, 2],
        ["layer1.z"] = [-1, 4],
        ["layer1.a"] = [-1, 4],
        ["loss"] = [],
        ["data_loss"] = [],
        ["layer1.weight"] = [4, 2],
        ["layer1.bias"] = [4],
        ["layer2.weight"] = [1, 4],
        ["layer2.weight.grad"] = [1, 4],
        ["grad_norm"] = [],
        ["lr"] = [],
        ["data.y"] = [3, 1],
        ["train.a"] = [3, 1],
        ["eval.validation.loss"] = [],
        ["eval.test.accuracy"] = [],
    };

    public IRunNames Names => this;

    public long Update => update;

    public long Epoch => (update + 1) / 2;

    IEnumerable<string> IRunNames.Names => Shapes.Keys;

    public IEnumerable<string> Layers => ["layer1", "layer2"];

    public IEnumerable<string> Variants => isVariant ? [] : ["edge", "large-rate"];

    public bool TryShape(string name, out ImmutableArray<int> shape)
    {
        var known = Shapes.TryGetValue(name, out var lengths);
        shape = known ? [.. lengths!] : [];
        return known;
    }

    public bool TryGet(string name, out Tensor value)
    {
        value = Value(name)!;
        return value is not null;
    }

    private Tensor? Value(string name) => name switch
    {
        "layer1.weight" => new([4, 2], new[] { 0.5, -1, 2, 0, -0.25, 3, 1, 1 }.Select(w => w * scale + update)),
        "layer1.bias" => Tensor.Row(0, 1, -1, double.NaN),
        "layer2.weight" => new([1, 4], new double[] { 3, 0, -4, 0 }),
        "lr" => Tensor.Of(0.1),
        "data.y" => new([3, 1], new double[] { 1, 0, 1 }),
        "train.a" => new([3, 1], new[] { 0.75, 0.25, 0.125 }),
        "loss" or "data_loss" when update > 0 => Tensor.Of(Losses[update] * scale),
        "layer2.weight.grad" when update > 0 => new([1, 4], new[] { 0, 0.001, -2, 0.5 }),
        "layer1.a" when update > 0 => new([3, 4], new double[] { 0, 0, 1, 2, 0, 3, 0, 1, 0, 0, 0, 0 }),
        "layer1.z" when update > 0 => new([3, 4], new double[] { -1, -2, 1, 2, -3, 3, -1, 1, -1, -1, -1, 0 }),
        "batch.index" when update > 0 => Tensor.Row(0, 1, 2),
        "batch.x" when update > 0 => new([3, 2], new double[] { 1, 2, 3, 4, 5, 6 }),
        "grad_norm" when update > 0 => Tensor.Of(2.0615530643),
        _ => null,
    };

    public IRunValues? At(long at) => at is >= 0 and <= Last ? new SampleRun(at, scale, isVariant) : null;

    public IRunValues? Variant(string name) => Variants.Contains(name) ? new SampleRun(update, name == "edge" ? 2 : 4, true) : null;

    IRunNames? IRunNames.Variant(string name) => Variants.Contains(name) ? new SampleRun(update, 2, true) : null;

    public ImmutableArray<double>? History(Syntax of, Func<IRunValues, double> value) =>
        [.. Enumerable.Range(0, (int)update + 1).Select(k => value(At(k)!))];

    public Tensor? Theory(string name) => name switch
    {
        "critical_lr" => Tensor.Of(0.4),
        "lambda_max" => Tensor.Of(5),
        "lambda_min" => Tensor.Of(3),
        "best_lr" => Tensor.Of(0.25),
        "eigenvalues" => Tensor.Row(3, 5),
        "least_squares" => Tensor.Row(2, 1),
        _ => null,
    };

    public Tensor? LargestSlopes(string layer) => layer == "layer1" ? Tensor.Row(0, 1, 0.009, double.NaN) : null;

    /// <summary>The value as text, or the whole error.</summary>
    public string Say(string text)
    {
        var parsed = Expression.Parse(text);
        return parsed.Ok ? parsed.Value.Evaluate(this).ToString() : parsed.ToString();
    }
}
