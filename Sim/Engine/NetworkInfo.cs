using System.Collections.Immutable;
using Core;

namespace Sim;

internal enum LayerKind { Dense, Dropout, Flatten }

/// <summary>One layer as pictures see it.</summary>
/// <param name="Name">layer1, drop1, flat1, …</param>
/// <param name="Kind">What it does.</param>
/// <param name="Inputs">Values it takes of one sample.</param>
/// <param name="Units">Values it gives.</param>
/// <param name="Activation">f of a dense layer.</param>
/// <param name="HasBias">Whether b is added.</param>
/// <param name="IsTrainable">Whether updates change it.</param>
internal sealed record LayerInfo(string Name, LayerKind Kind, int Inputs, int Units, ActivationSettings? Activation = null, bool HasBias = false, bool IsTrainable = false)
{
    /// <summary>The name of what it gives: layer1.a, drop1.a, flat1.a.</summary>
    public string OutputName => $"{Name}.a";
}

/// <summary>The network of a run: sizes and names, no numbers.</summary>
/// <param name="InputShape">Shape of one sample.</param>
/// <param name="InputNames">One a value; x₁, x₂, … unless the data names them.</param>
/// <param name="ClassNames">Of classes or labels; may be empty.</param>
/// <param name="SampleNames">Of training samples by row; may be empty.</param>
/// <param name="Layers">From the input to the output.</param>
internal sealed record NetworkInfo(
    ImmutableArray<int> InputShape, ImmutableArray<string> InputNames, ImmutableArray<string> ClassNames, ImmutableArray<string> SampleNames,
    ImmutableArray<LayerInfo> Layers)
{
    /// <summary>Names of inputs are only made up for so many.</summary>
    private const int MostNames = 4096;

    public int Inputs => InputShape.Aggregate(1, (product, size) => product * size);

    public IEnumerable<LayerInfo> Dense => Layers.Where(layer => layer.Kind == LayerKind.Dense);

    public LayerInfo Output => Layers[^1];

    /// <summary>The layer that writes names beginning with this name's first part, or null.</summary>
    public LayerInfo? LayerOf(string valueName)
    {
        string name = valueName.Split('.')[0];
        return Layers.FirstOrDefault(layer => layer.Name == name);
    }

    public string InputName(int index) => index < InputNames.Length ? InputNames[index] : "x" + Subscript(index + 1);

    public static string Subscript(int number) =>
        string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('₀' + digit - '0')));

    public static NetworkInfo Of(Experiment experiment, DataSet train)
    {
        var layers = ImmutableArray.CreateBuilder<LayerInfo>();
        int width = train.Width, dense = 0, dropout = 0, flatten = 0;
        foreach (var settings in experiment.Layers)
        {
            layers.Add(settings switch
            {
                DenseSettings s => new LayerInfo($"layer{++dense}", LayerKind.Dense, width, s.Units, s.Function, s.Bias, s.Trainable),
                DropoutSettings => new LayerInfo($"drop{++dropout}", LayerKind.Dropout, width, width),
                _ => new LayerInfo($"flat{++flatten}", LayerKind.Flatten, width, width),
            });
            width = layers[^1].Units;
        }
        var samples = SampleNamesOf(experiment, train);
        ImmutableArray<string> names = train.FeatureNames.IsDefaultOrEmpty
            ? [.. Enumerable.Range(1, Math.Min(train.Width, MostNames)).Select(i => "x" + Subscript(i))]
            : train.FeatureNames;
        return new NetworkInfo(train.SampleShape, names, train.ClassNames.IsDefault ? [] : train.ClassNames,
            samples is not null && samples.Count == train.Rows ? [.. samples] : [], layers.ToImmutable());
    }

    // Windows of a text are called by their characters.
    private static IReadOnlyList<string>? SampleNamesOf(Experiment experiment, DataSet train) => experiment.Data switch
    {
        { Source: GivenSettings given } => given.SampleNames,
        { Source: TextSettings text, Standardise: false } when train.Rows <= MostNames =>
            [.. Enumerable.Range(0, train.Rows).Select(row => string.Concat(text.Window(train.Row(row)).Select(k => TextSettings.NameOf(text.Characters[k]))))],
        _ => null,
    };
}
