using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>A training sample of one input.</summary>
/// <param name="X">Its input.</param>
/// <param name="Target">The wanted output.</param>
/// <param name="Output">What the network gives.</param>
/// <param name="IsCurrent">Whether it is in the current batch.</param>
internal readonly record struct FitPoint(double X, double Target, double Output, bool IsCurrent)
{
    /// <summary>Output minus target.</summary>
    public double Residual => Output - Target;
}

/// <summary>The network as a curve over its one input, the samples, and what it is compared with.</summary>
/// <param name="XName">Of the input.</param>
/// <param name="X">Range of the input.</param>
/// <param name="Y">Range of outputs and targets.</param>
/// <param name="Curve">Outputs at even steps along <paramref name="X"/>.</param>
/// <param name="Other">Those of the run beside it; empty without one.</param>
/// <param name="OtherTitle">What that one is.</param>
/// <param name="Line">The line of least squares where the network is a line itself; not before training, so that it can be guessed.</param>
/// <param name="Points">Training samples.</param>
/// <param name="Validation">Validation samples; they train nothing.</param>
internal sealed record FitData(string XName, Scale X, Scale Y, ImmutableArray<double> Curve, ImmutableArray<double> Other, Phrase OtherTitle,
    LeastSquares? Line, ImmutableArray<FitPoint> Points, ImmutableArray<(double X, double Target)> Validation)
{
    private const int Places = 201, MostPoints = 1000;
    private const double Margin = 0.08;

    /// <summary>The picture's data at a moment of a lesson.</summary>
    public static FitData? From(PictureSource source) =>
        From(source.View, source.Run.Timeline.Program, source.OtherRun?.Timeline.Program, source.OtherTitle);

    /// <param name="view">The run at this moment.</param>
    /// <param name="program">Where the view was taken; only read.</param>
    /// <param name="other">The run beside it, if any.</param>
    /// <param name="otherTitle">What that one is.</param>
    /// <returns>Null unless the network has one input and one output.</returns>
    public static FitData? From(RunView view, TrainingProgram<float> program, TrainingProgram<float>? other, Phrase otherTitle)
    {
        var train = program.Data.Train;
        if (train.Width != 1 || view.Network.Output.Units != 1 || train.Rows == 0) return null;
        int count = Math.Min(MostPoints, NetworkProbe.Affordable(program, train.Rows));
        (double X, double Target)[] validation = program.Data.Validation is { } set && set.Width == 1
            ? [.. Enumerable.Range(0, Math.Min(MostPoints, set.Rows)).Select(row => (set.Inputs[row], set.Targets[row, 0]))] : [];
        var x = Wider([.. train.Inputs.ToArray(0, count), .. validation.Select(sample => sample.X)]);
        var probe = new NetworkProbe(program, Places);
        double[] curve = Curved(probe, x), outputs = [.. probe.Outputs(NetworkProbe.TrainingInputs(program, count)).Select(value => (double)value)];
        var batch = CurrentRows.Of(view, train.Rows);
        FitPoint[] points = [.. Enumerable.Range(0, count).Select(row => new FitPoint(train.Inputs[row], train.Targets[row, 0], outputs[row], batch.Contains(row)))];
        return new FitData(view.Network.InputName(0), x, Height(points, validation, curve), [.. curve], Beside(other, x), otherTitle,
            view.Now.Update == 0 ? null : LineOf(view.Network, points), [.. points], [.. validation]);
    }

    // Samples decide what is seen; a curve that runs away may leave the picture after twice their height.
    private static Scale Height(FitPoint[] points, (double X, double Target)[] validation, double[] curve)
    {
        var seen = Wider([.. points.Select(point => point.Target), .. validation.Select(point => point.Target)]);
        double room = seen.Max - seen.Min;
        return Scale.Fit([.. curve.Where(value => value > seen.Min - room && value < seen.Max + room), seen.Min, seen.Max]);
    }

    private static ImmutableArray<double> Beside(TrainingProgram<float>? other, Scale x) =>
        other is not null && other.Data.Train.Width == 1 && other.Data.Train.Targets.Width == 1
            ? [.. Curved(new NetworkProbe(other, Places), x)] : [];

    private static LeastSquares? LineOf(NetworkInfo network, FitPoint[] points)
    {
        if (network.Layers.Length != 1 || network.Output.Activation is not (null or { Kind: ActivationKind.Identity })) return null;
        if (points.Length < 2 || points.All(point => point.X == points[0].X)) return null;
        var inputs = new double[points.Length, 1];
        for (int row = 0; row < points.Length; row++) inputs[row, 0] = points[row].X;
        return LeastSquares.Fit(inputs, [.. points.Select(point => point.Target)]);
    }

    private static double[] Curved(NetworkProbe probe, Scale x) =>
        [.. probe.Outputs([.. Enumerable.Range(0, Places).Select(k => (float)(x.Min + (x.Max - x.Min) * k / (Places - 1)))]).Select(value => (double)value)];

    private static Scale Wider(double[] values)
    {
        var tight = Scale.Fit(values);
        double room = (tight.Max - tight.Min) * Margin;
        return new Scale(tight.Min - room, tight.Max + room);
    }
}
