using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>The losses over a range of the parameters; made anew when the path leaves the range or the other parameters move.</summary>
internal sealed class SurfaceGrid(int[] places)
{
    private const int Widest = 61, Highest = 41, CurvePlaces = 241;
    private const double Work = 60_000_000, Margin = 0.25, Largest = 1e12;

    private LossSurface? _surface;
    private double[] _held = [];

    public Scale X { get; private set; }
    public Scale Y { get; private set; }
    public int Columns { get; private set; }
    public int Rows { get; private set; } = 1;
    public ImmutableArray<double> Losses { get; private set; } = [];

    /// <summary>Looks whether the grid still holds, and makes it anew if not.</summary>
    public void Cover(TrainingProgram<float> program, IReadOnlyList<PathPoint> path, PathPoint? minimum, CancellationToken cancellation = default, Action<double>? progress = null)
    {
        double[] values = LossSurface.ValuesOf(program);
        double[] held = [.. values.Where((_, k) => !places.Contains(k))];
        PathPoint[] points = [.. path.Where(IsShown), .. minimum is { } known && IsShown(known) ? new[] { known } : []];
        if (points.Length == 0) points = [new(0, 0, 0)];
        bool isInside = !Losses.IsEmpty && points.All(point => Has(X, point.X) && (places.Length == 1 || Has(Y, point.Y)));
        if (isInside && held.AsSpan().SequenceEqual(_held)) return;
        // While only the others move the frame stays: a picture that jumps at every update cannot be read.
        var (x, y) = isInside ? (X, Y) : (Around(points.Select(point => point.X)), Around(points.Select(point => point.Y)));
        var (columns, rows, losses) = Compute(program, values.Length, x, y, cancellation, progress);
        (X, Y, Columns, Rows, Losses, _held) = (x, y, columns, rows, losses, held);
    }

    /// <summary>The loss where the program is now.</summary>
    public double Here(TrainingProgram<float> program)
    {
        double[] values = LossSurface.ValuesOf(program);
        return Surface(program).Loss([.. places.Select(place => values[place])]);
    }

    private LossSurface Surface(TrainingProgram<float> program)
    {
        _surface ??= LossSurface.Of(program, places);
        _surface.Hold(program);
        return _surface;
    }

    private (int Columns, int Rows, ImmutableArray<double> Losses) Compute(TrainingProgram<float> program, int size, Scale x, Scale y, CancellationToken cancellation, Action<double>? progress)
    {
        var surface = Surface(program);
        double share = Math.Sqrt(Math.Min(1, Work / ((double)Widest * Highest * size * program.Data.Train.Rows)));
        var (columns, rows) = places.Length == 1 ? ((int)Math.Max(21, CurvePlaces * share), 1) : ((int)Math.Max(13, Widest * share), (int)Math.Max(9, Highest * share));
        var losses = ImmutableArray.CreateBuilder<double>(columns * rows);
        for (int row = 0; row < rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke(row / (double)rows);
            for (int column = 0; column < columns; column++)
            {
                double first = Place(x, column, columns);
                losses.Add(places.Length == 1 ? surface.Loss(first) : surface.Loss(first, Place(y, row, rows)));
            }
        }
        return (columns, rows, losses.ToImmutable());
    }

    private static bool IsShown(PathPoint point) => Math.Abs(point.X) < Largest && Math.Abs(point.Y) < Largest;

    private static bool Has(Scale scale, double value) => value >= scale.Min && value <= scale.Max;

    private static double Place(Scale scale, int k, int count) => scale.Min + (scale.Max - scale.Min) * k / (count - 1);

    private static Scale Around(IEnumerable<double> values)
    {
        double low = values.Min(), high = values.Max(), room = Math.Max(high - low, Math.Max(0.5, Math.Max(Math.Abs(low), Math.Abs(high)) * 0.2)) * Margin;
        double widened = Math.Max(0, 1 - (high - low)) / 2;
        return new Scale(low - room - widened, high + room + widened);
    }
}
