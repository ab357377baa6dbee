using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>The outputs for one sample.</summary>
/// <param name="Row">Its number from 0.</param>
/// <param name="Name">May be empty.</param>
/// <param name="Outputs">One an output.</param>
/// <param name="Targets">One an output.</param>
internal sealed record SampleOutputs(int Row, string Name, ImmutableArray<double> Outputs, ImmutableArray<double> Targets)
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
}

/// <summary>What the network gives the first samples of the current batch, output by output.</summary>
internal sealed record OutputBarsData(ImmutableArray<string> Names, ImmutableArray<SampleOutputs> Samples)
{
    private const int MostSamples = 8, MostOutputs = 200;

    /// <returns>Null for a single output.</returns>
    public static OutputBarsData? From(RunView view, TrainingProgram<float> program)
    {
        var train = program.Data.Train;
        int outputs = view.Network.Output.Units;
        if (outputs < 2) return null;
        int[] rows = [.. (CurrentRows.InOrder(view) is { Length: > 0 } batch ? batch : [.. Enumerable.Range(0, train.Rows)]).Take(MostSamples)];
        float[] given = new NetworkProbe(program, rows.Length).Outputs([.. rows.SelectMany(row => train.Row(row).ToArray()).Select(value => (float)value)]);
        int shown = Math.Min(outputs, MostOutputs);
        return new OutputBarsData([.. Enumerable.Range(0, shown).Select(k => ClassGlyphs.NameOf(k, view.Network.ClassNames))],
            [.. rows.Select((row, at) => new SampleOutputs(row, row < view.Network.SampleNames.Length ? view.Network.SampleNames[row] : "",
                [.. Enumerable.Range(0, shown).Select(k => (double)given[at * outputs + k])], [.. Enumerable.Range(0, shown).Select(k => train.Targets[row, k])]))]);
    }
}
