using System.Collections.Immutable;
using Core;

namespace Sim;

internal enum BoundaryKind
{
    /// <summary>One input: outputs over it.</summary>
    Curve,

    /// <summary>One output of two classes: above or below the cut.</summary>
    Cut,

    /// <summary>Several outputs: the largest decides.</summary>
    Classes,

    /// <summary>Numbers are wanted.</summary>
    Height,
}

/// <summary>A training sample.</summary>
/// <param name="X">First feature.</param>
/// <param name="Y">Second feature; the target where there is one input.</param>
/// <param name="Class">Its class, or <see cref="ClassGlyphs.None"/>.</param>
/// <param name="IsCurrent">Whether it is in the current batch, and others are not.</param>
/// <param name="IsRight">Whether the network gets its class right; null: no class.</param>
internal readonly record struct BoundaryPoint(double X, double Y, int Class, bool IsCurrent, bool? IsRight);

/// <summary>An input that is held still.</summary>
internal readonly record struct HeldInput(string Name, double Value);

/// <summary>What the network says about every place of the input domain.</summary>
/// <param name="Kind">How it is to be read.</param>
/// <param name="XName">Of the first feature.</param>
/// <param name="YName">Of the second.</param>
/// <param name="X">Range of the first feature.</param>
/// <param name="Y">Range of the second; of the outputs and targets where there is one input.</param>
/// <param name="Columns">Places along x.</param>
/// <param name="Rows">Places along y, from the least; outputs where there is one input.</param>
/// <param name="Values">[Rows, Columns]: the output, or the largest of them.</param>
/// <param name="Winners">[Rows, Columns]: which output is the largest.</param>
/// <param name="Cut">Between two classes; the middle value where numbers are wanted.</param>
/// <param name="Span">Distance from the cut that is shown in full.</param>
/// <param name="Points">Training samples.</param>
/// <param name="Held">Other inputs, at their mean.</param>
/// <param name="ClassNames">May be empty.</param>
internal sealed record BoundaryData(
    BoundaryKind Kind, string XName, string YName, Scale X, Scale Y, int Columns, int Rows, ImmutableArray<float> Values, ImmutableArray<byte> Winners,
    double Cut, double Span, ImmutableArray<BoundaryPoint> Points, ImmutableArray<HeldInput> Held, ImmutableArray<string> ClassNames)
{
    private const int MostPoints = 1000, CurvePlaces = 201, WidestGrid = 97, HighestGrid = 65, MostCurves = 4;
    private const double Margin = 0.15;

    public int ClassCount => Kind switch { BoundaryKind.Cut => 2, BoundaryKind.Classes => Math.Max(2, Points.Select(point => point.Class + 1).DefaultIfEmpty(2).Max()), _ => 0 };

    /// <param name="view">The run at this moment.</param>
    /// <param name="program">Where the view was taken; only read.</param>
    /// <param name="first">The input along x.</param>
    /// <param name="second">The input along y.</param>
    /// <returns>Null for images, and where the inputs are all the same.</returns>
    public static BoundaryData? From(RunView view, TrainingProgram<float> program, int first = 0, int second = 1)
    {
        var train = program.Data.Train;
        if (train.SampleShape.Length > 1 || train.Width is 0 or > 64 || first >= train.Width || (train.Width > 1 && (second >= train.Width || second == first))) return null;
        return train.Width == 1 ? Curve(view, program) : Plane(view, program, first, second);
    }

    /// <summary>The output at a place given as fractions of the ranges, between the places that were asked.</summary>
    public double At(double x, double y)
    {
        double column = Math.Clamp(x, 0, 1) * (Columns - 1), row = Math.Clamp(y, 0, 1) * (Rows - 1);
        int c = Math.Min((int)column, Columns - 2), r = Math.Min((int)row, Rows - 2);
        double right = column - c, up = row - r;
        double low = Values[r * Columns + c] * (1 - right) + Values[r * Columns + c + 1] * right;
        double high = Values[(r + 1) * Columns + c] * (1 - right) + Values[(r + 1) * Columns + c + 1] * right;
        return low * (1 - up) + high * up;
    }

    /// <summary>Which class the nearest place that was asked belongs to.</summary>
    public int ClassAt(double x, double y) => Kind == BoundaryKind.Classes
        ? Winners[(int)Math.Round(Math.Clamp(y, 0, 1) * (Rows - 1)) * Columns + (int)Math.Round(Math.Clamp(x, 0, 1) * (Columns - 1))]
        : At(x, y) > Cut ? 1 : 0;

    private static BoundaryData Curve(RunView view, TrainingProgram<float> program)
    {
        var train = program.Data.Train;
        var x = Range([.. train.Inputs]);
        float[] inputs = [.. Enumerable.Range(0, CurvePlaces).Select(k => (float)Place(x, k, CurvePlaces))];
        var probe = new NetworkProbe(program, CurvePlaces);
        float[] outputs = probe.Outputs(inputs);
        int count = outputs.Length / CurvePlaces, curves = Math.Min(count, MostCurves);
        var values = ImmutableArray.CreateBuilder<float>(curves * CurvePlaces);
        for (int k = 0; k < curves; k++)
            for (int place = 0; place < CurvePlaces; place++) values.Add(outputs[place * count + k]);
        var points = PointsOf(view, program, probe, (row, _) => (train.Inputs[row], train.Targets[row, 0]));
        var y = Scale.Fit(values.Select(value => (double)value).Concat(points.Select(point => point.Y)));
        return new BoundaryData(BoundaryKind.Curve, view.Network.InputName(0), "", x, y, CurvePlaces, curves, values.ToImmutable(), [],
            train.Targets.IsBinary ? train.Targets.BinaryCut : double.NaN, 1, points, [], view.Network.ClassNames);
    }

    private static BoundaryData Plane(RunView view, TrainingProgram<float> program, int first, int second)
    {
        var train = program.Data.Train;
        var (x, y) = (Range(Column(train, first)), Range(Column(train, second)));
        double share = Math.Sqrt(NetworkProbe.Affordable(program, WidestGrid * HighestGrid) / (double)(WidestGrid * HighestGrid));
        int columns = Math.Max(9, (int)(WidestGrid * share)), rows = Math.Max(7, (int)(HighestGrid * share));
        double[] means = [.. Enumerable.Range(0, train.Width).Select(k => Column(train, k).Average())];
        var probe = new NetworkProbe(program, columns * rows);
        float[] outputs = probe.Outputs(Places(means, first, second, x, y, columns, rows));
        int count = outputs.Length / (columns * rows);
        var (values, winners) = Winning(outputs, count);
        var kind = !new SampleClasses(train.Targets).Any ? BoundaryKind.Height : count > 1 ? BoundaryKind.Classes : BoundaryKind.Cut;
        double cut = kind switch { BoundaryKind.Cut => train.Targets.BinaryCut, BoundaryKind.Classes => 1.0 / count, _ => Middle(values) };
        double span = kind switch
        {
            BoundaryKind.Cut => train.Targets.IsPlusMinus ? 1 : 0.5,
            BoundaryKind.Classes => 1 - cut,
            _ => values.Where(float.IsFinite).Select(value => Math.Abs(value - cut)).DefaultIfEmpty(1).Max(),
        };
        return new BoundaryData(kind, view.Network.InputName(first), view.Network.InputName(second), x, y, columns, rows, [.. values], [.. winners], cut, span,
            PointsOf(view, program, probe, (row, _) => (train.Row(row)[first], train.Row(row)[second])),
            [.. Enumerable.Range(0, train.Width).Where(k => k != first && k != second).Select(k => new HeldInput(view.Network.InputName(k), means[k]))], view.Network.ClassNames);
    }

    private static float[] Places(double[] means, int first, int second, Scale x, Scale y, int columns, int rows)
    {
        var inputs = new float[columns * rows * means.Length];
        for (int place = 0; place < columns * rows; place++)
            for (int k = 0; k < means.Length; k++)
                inputs[place * means.Length + k] = (float)(k == first ? Place(x, place % columns, columns) : k == second ? Place(y, place / columns, rows) : means[k]);
        return inputs;
    }

    // Of several outputs the largest and its number; of one output itself.
    private static (float[] Values, byte[] Winners) Winning(float[] outputs, int count)
    {
        var (values, winners) = (new float[outputs.Length / count], new byte[outputs.Length / count]);
        for (int place = 0; place < values.Length; place++)
        {
            var row = outputs.AsSpan(place * count, count);
            int best = count == 1 ? 0 : Predictions.ArgMax(Array.ConvertAll(row.ToArray(), value => (double)value));
            (values[place], winners[place]) = (row[best], (byte)Math.Min(best, byte.MaxValue));
        }
        return (values, winners);
    }

    private static ImmutableArray<BoundaryPoint> PointsOf(RunView view, TrainingProgram<float> program, NetworkProbe probe, Func<int, int, (double X, double Y)> place)
    {
        var train = program.Data.Train;
        int count = Math.Min(MostPoints, NetworkProbe.Affordable(program, train.Rows));
        float[] outputs = probe.Outputs(NetworkProbe.TrainingInputs(program, count));
        var (batch, classes) = (CurrentRows.Of(view, train.Rows), new SampleClasses(train.Targets));
        return [.. Enumerable.Range(0, count).Select(row =>
        {
            var (x, y) = place(row, count);
            int target = classes.Target(row);
            bool? isRight = target < 0 ? null : classes.Predicted(outputs, row, outputs.Length / count) == target;
            return new BoundaryPoint(x, y, target, batch.Contains(row), isRight);
        })];
    }

    private static double[] Column(DataSet data, int column) => [.. Enumerable.Range(0, data.Rows).Select(row => data.Inputs[row * data.Width + column])];

    private static Scale Range(double[] values)
    {
        double low = values.Min(), high = values.Max(), room = high > low ? (high - low) * Margin : Math.Max(0.5, Math.Abs(low) / 2);
        return new Scale(low - room, high + room);
    }

    private static double Middle(float[] values)
    {
        float[] finite = [.. values.Where(float.IsFinite)];
        return finite.Length == 0 ? 0 : (finite.Min() + (double)finite.Max()) / 2;
    }

    private static double Place(Scale range, int k, int count) => range.Min + (range.Max - range.Min) * k / (count - 1);
}
