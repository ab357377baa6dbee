using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>f and f′ at one z.</summary>
internal readonly record struct ActivationPoint(double Z, double Value, double Slope);

/// <summary>The activation of one layer as a curve, with the values that pass through it now.</summary>
/// <param name="Layer">Its name.</param>
/// <param name="Kind">Which function, as experiment files spell it.</param>
/// <param name="Rule">f in symbols.</param>
/// <param name="SlopeRule">f′ in symbols.</param>
/// <param name="Curve">Close together, z ascending.</param>
/// <param name="Marks">One a weighted sum: of the batch, before the first of them of the training rows.</param>
internal sealed record ActivationData(
    string Layer, string Kind, string Rule, string SlopeRule, ImmutableArray<ActivationPoint> Curve, ImmutableArray<ActivationPoint> Marks)
{
    private const int CurvePoints = 600, MostMarks = 20_000;

    /// <summary>The curve reaches at least so far to both sides, and at most so far.</summary>
    private const double Least = 5, Most = 40;

    /// <summary>Marks where next to nothing passes back: |f′| below this is saturated, as in the census.</summary>
    public const double Slight = CensusData.Slight;

    public double MeanValue => Mean(point => point.Value);

    public double MeanSlope => Mean(point => Math.Abs(point.Slope));

    /// <summary>Share of the marks that are saturated.</summary>
    public double Saturated => Mean(point => Math.Abs(point.Slope) < Slight ? 1 : 0);

    /// <summary>Whether some layer has an activation that works unit by unit.</summary>
    public static bool Fits(NetworkInfo network) => network.Dense.Any(IsDrawn);

    /// <summary>The layer of the last step, or else the first that has an activation; null if none has.</summary>
    public static ActivationData? From(RunView view, TrainingProgram<float> program)
    {
        var layer = view.Step is { } step && view.Network.LayerOf(step.Name) is { } own && IsDrawn(own) ? own : view.Network.Dense.FirstOrDefault(IsDrawn);
        if (layer?.Activation is not { } settings) return null;
        var rule = ActivationRules.For<float>(settings);
        float[] z = [.. Sums(view, program, layer).Where(float.IsFinite).Take(MostMarks)];
        double low = Math.Clamp(Math.Floor(z.DefaultIfEmpty().Min() - 0.5), -Most, -Least), high = Math.Clamp(Math.Ceiling(z.DefaultIfEmpty().Max() + 0.5), Least, Most);
        float[] axis = [.. Enumerable.Range(0, CurvePoints).Select(k => (float)(low + (high - low) * k / (CurvePoints - 1)))];
        return new ActivationData(layer.Name, Spelled(settings.Kind), rule.Rule, rule.SlopeRule, Points(rule, axis), Points(rule, z));
    }

    private static bool IsDrawn(LayerInfo layer) => layer.Kind == LayerKind.Dense && layer.Activation is { Kind: not ActivationKind.Identity, MixesUnits: false };

    private static IEnumerable<float> Sums(RunView view, TrainingProgram<float> program, LayerInfo layer)
    {
        if (view.Find(layer.Name + ".z") is { } written) return written.Values;
        var sums = new List<float>();
        int rows = Math.Max(1, Math.Min(NetworkProbe.Affordable(program, program.Data.Train.Rows), MostMarks / layer.Units));
        new NetworkProbe(program, rows).Run(NetworkProbe.TrainingInputs(program, rows), (_, _, predictor) => sums.AddRange(predictor.Values(layer.Name + ".z")));
        return sums;
    }

    private static ImmutableArray<ActivationPoint> Points(ActivationRule<float> rule, float[] z)
    {
        float[] values = rule.Value(z), slopes = rule.Slope(z);
        return [.. z.Select((at, k) => new ActivationPoint(at, values[k], slopes[k]))];
    }

    private double Mean(Func<ActivationPoint, double> of) => Marks.IsEmpty ? double.NaN : Marks.Average(of);

    private static string Spelled(ActivationKind kind) => kind switch
    {
        ActivationKind.LeakyRelu => "leaky ReLU",
        ActivationKind.Relu => "ReLU",
        ActivationKind.Elu => "ELU",
        ActivationKind.Gelu => "GELU",
        ActivationKind.GeluTanh => "GELU (tanh)",
        ActivationKind.Swish => "swish",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
