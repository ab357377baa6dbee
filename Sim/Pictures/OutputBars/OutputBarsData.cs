using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>What the outputs of a network mean.</summary>
internal enum OutputKind
{
    /// <summary>Shares of one whole: the largest wins.</summary>
    Classes,

    /// <summary>Each says yes or no for itself, yes from one half on.</summary>
    Labels,

    /// <summary>Numbers.</summary>
    Numbers,
}

/// <summary>The outputs for one sample.</summary>
/// <param name="Row">Its number from 0.</param>
/// <param name="Name">May be empty.</param>
/// <param name="Outputs">One an output.</param>
/// <param name="Targets">One an output.</param>
/// <param name="Sums">The weighted sums before the last activation, the logits.</param>
internal sealed record SampleOutputs(int Row, string Name, ImmutableArray<double> Outputs, ImmutableArray<double> Targets, ImmutableArray<double> Sums)
{
    /// <summary>The largest output; −1 if one is no number.</summary>
    public int Winner
    {
        get
        {
            if (Outputs.Any(double.IsNaN)) return -1;
            int best = 0;
            for (int k = 1; k < Outputs.Length; k++)
                if (Outputs[k] > Outputs[best]) best = k;
            return best;
        }
    }

    /// <summary>Whether an output is chosen: the winner of classes, a label that is said to hold.</summary>
    public bool IsChosen(OutputKind kind, int k) => kind == OutputKind.Classes ? k == Winner : kind == OutputKind.Labels && Outputs[k] >= 0.5;

    /// <summary>Whether the sample is judged rightly, all its labels; null where that is no question.</summary>
    public bool? IsRight(OutputKind kind) => kind switch
    {
        OutputKind.Classes => Winner < 0 ? false : Targets.Max() == 1 && Targets.Sum() == 1 ? Targets[Winner] == 1 : null,
        OutputKind.Labels => Targets.All(target => target is 0 or 1) ? Enumerable.Range(0, Targets.Length).All(k => !double.IsNaN(Outputs[k]) && Outputs[k] >= 0.5 == (Targets[k] == 1)) : null,
        _ => null,
    };
}

/// <summary>What the network gives the first samples of the current batch, output by output.</summary>
internal sealed record OutputBarsData(ImmutableArray<string> Names, ImmutableArray<SampleOutputs> Samples, OutputKind Kind)
{
    private const int MostSamples = 8, MostOutputs = 200;

    public static OutputBarsData From(RunView view, TrainingProgram<float> program)
    {
        var train = program.Data.Train;
        var layer = view.Network.Output;
        int outputs = layer.Units, shown = Math.Min(outputs, MostOutputs);
        int[] rows = [.. (CurrentRows.InOrder(view) is { Length: > 0 } batch ? batch : [.. Enumerable.Range(0, train.Rows)]).Take(MostSamples)];
        float[] given = [], sums = [];
        new NetworkProbe(program, rows.Length).Run([.. rows.SelectMany(row => train.Row(row).ToArray()).Select(value => (float)value)], (_, _, predictor) =>
        {
            given = [.. predictor.Values($"{layer.Name}.a")];
            sums = [.. predictor.Values($"{layer.Name}.z")];
        });
        return new OutputBarsData([.. Enumerable.Range(0, shown).Select(k => ClassGlyphs.NameOf(k, view.Network.ClassNames))],
            [.. rows.Select((row, at) => new SampleOutputs(row, row < view.Network.SampleNames.Length ? view.Network.SampleNames[row] : "",
                Part(given, at), [.. Enumerable.Range(0, shown).Select(k => train.Targets[row, k])], Part(sums, at)))], KindOf(layer));

        ImmutableArray<double> Part(float[] values, int at) => [.. values.Skip(at * outputs).Take(shown).Select(value => (double)value)];
    }

    private static OutputKind KindOf(LayerInfo output) => output.Activation?.Kind switch
    {
        ActivationKind.Softmax => OutputKind.Classes,
        ActivationKind.Sigmoid => OutputKind.Labels,
        _ => OutputKind.Numbers,
    };
}
