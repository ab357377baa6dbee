using System.Collections.Immutable;
using Core;

namespace Sim;

internal enum CensusState
{
    /// <summary>Its slope is felt on every row.</summary>
    Active,

    /// <summary>It sleeps on less than half of the rows.</summary>
    Partly,

    /// <summary>It sleeps on half of the rows or more.</summary>
    Asleep,

    /// <summary>|f′| &lt; 0.01 on every row.</summary>
    Saturated,

    /// <summary>f′ is exactly 0 on every row: no gradient can wake it.</summary>
    Dead,
}

/// <summary>One unit.</summary>
/// <param name="State">How it is.</param>
/// <param name="Asleep">Share of the rows on which |f′| is below 0.01.</param>
internal readonly record struct UnitCensus(CensusState State, double Asleep);

/// <summary>The units of one layer.</summary>
internal sealed record LayerCensus(string Name, string Activation, ImmutableArray<UnitCensus> Units)
{
    public int Count(CensusState state) => Units.Count(unit => unit.State == state);
}

/// <summary>Which units learn: dead, saturated and active ones over the training rows, at the weights of this moment.</summary>
/// <param name="Layers">Those with an activation of their own units.</param>
/// <param name="Rows">Rows looked at.</param>
/// <param name="AllRows">Training rows.</param>
internal sealed record CensusData(ImmutableArray<LayerCensus> Layers, int Rows, int AllRows)
{
    public const double Slight = 0.01;

    /// <returns>Null if no layer has an activation.</returns>
    public static CensusData? From(RunView view, TrainingProgram<float> program)
    {
        LayerInfo[] layers = [.. view.Network.Dense.Where(layer => layer.Activation is { Kind: not ActivationKind.Identity, MixesUnits: false })];
        if (layers.Length == 0) return null;
        int rows = NetworkProbe.Affordable(program, program.Data.Train.Rows);
        var rules = layers.Select(layer => ActivationRules.For<float>(layer.Activation!)).ToArray();
        var (quiet, zero) = (layers.Select(layer => new int[layer.Units]).ToArray(), layers.Select(layer => new int[layer.Units]).ToArray());
        new NetworkProbe(program, rows).Run(NetworkProbe.TrainingInputs(program, rows), (_, count, predictor) =>
        {
            for (int k = 0; k < layers.Length; k++) Tally(rules[k].Slope(predictor.Values($"{layers[k].Name}.z")), quiet[k], zero[k]);
        });
        return new CensusData([.. layers.Select((layer, k) => new LayerCensus(layer.Name, Spelled(layer.Activation!.Kind),
            [.. Enumerable.Range(0, layer.Units).Select(unit => new UnitCensus(StateOf(quiet[k][unit], zero[k][unit], rows), quiet[k][unit] / (double)rows))]))], rows, program.Data.Train.Rows);
    }

    private static void Tally(float[] slopes, int[] quiet, int[] zero)
    {
        for (int at = 0; at < slopes.Length; at++)
        {
            double size = Math.Abs((double)slopes[at]);
            if (size < Slight) quiet[at % quiet.Length]++;
            if (size == 0) zero[at % zero.Length]++;
        }
    }

    private static CensusState StateOf(int quiet, int zero, int rows) =>
        zero == rows ? CensusState.Dead : quiet == rows ? CensusState.Saturated : quiet == 0 ? CensusState.Active : quiet * 2 < rows ? CensusState.Partly : CensusState.Asleep;

    private static string Spelled(ActivationKind kind) => kind == ActivationKind.LeakyRelu ? "leaky relu" : kind.ToString().ToLowerInvariant();
}
