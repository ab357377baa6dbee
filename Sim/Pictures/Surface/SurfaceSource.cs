using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>What the picture of the loss surface keeps from one moment of a run to the next.</summary>
internal sealed class SurfaceSource
{
    private const int MostNamed = 3;

    // All samples are run at once.
    private const long MostCells = 10_000_000;

    private readonly int[] _places;
    private readonly IReadOnlyList<string> _names;
    private readonly SurfaceTrail _trail;
    private readonly SurfaceGrid _grid;
    private readonly PathPoint? _minimum;

    private SurfaceSource(TrainingProgram<float> program, int[] places, IReadOnlyList<string> names)
    {
        (_places, _names, _grid) = (places, names, new SurfaceGrid(places));
        _trail = new SurfaceTrail(program.Experiment, program.Data, places);
        _minimum = Minimum(program, names.Count, places);
    }

    /// <summary>The picture of a run's two parameters, or of its only one; null without trainable parameters, and of very large data.</summary>
    /// <param name="program">Only read.</param>
    /// <param name="wanted">Names such as layer1.weight[0,1]; the first two unless given.</param>
    public static SurfaceSource? Of(TrainingProgram<float> program, IReadOnlyList<string>? wanted = null)
    {
        var names = LossSurface.NamesOf(program);
        int[] places = [.. (wanted ?? []).Select(name => Place(names, name)).Where(place => place >= 0).Distinct().Take(2)];
        if (places.Length == 0) places = [.. Enumerable.Range(0, Math.Min(2, names.Count))];
        long cells = program.Data.Train.Rows * (program.Data.Train.Width + 4L * program.Experiment.Layers.OfType<DenseSettings>().Sum(layer => layer.Units));
        return places.Length == 0 || cells > MostCells ? null : new SurfaceSource(program, places, names);
    }

    /// <summary>What a picture of this moment needs.</summary>
    public SurfaceData From(RunView view, TrainingProgram<float> program, CancellationToken cancellation = default, Action<double>? progress = null)
    {
        double[] values = LossSurface.ValuesOf(program);
        var path = _trail.Until(view, values, cancellation);
        _grid.Cover(program, path, _minimum, cancellation, progress);
        double loss = _grid.Here(program);
        var y = _places.Length > 1 ? _grid.Y : Scale.Fit(_grid.Losses);
        int[] held = [.. Enumerable.Range(0, _names.Count).Where(k => !_places.Contains(k))];
        return new SurfaceData(_names[_places[0]], _places.Length > 1 ? _names[_places[1]] : "", _grid.X, y, _grid.Columns, _grid.Rows, _grid.Losses,
            [.. path], _minimum, [.. held.Take(MostNamed).Select(k => new HeldParameter(_names[k], values[k]))], held.Length, loss);
    }

    /// <summary>The picture's data at a moment; what is costly is kept in the session's memory.</summary>
    public static SurfaceData? From(PictureSource source)
    {
        string[] wanted = [.. source.Scene?.Path.Select(expression => expression.Value.ToString()) ?? []];
        var program = source.Run.Timeline.Program;
        var kept = source.Memory.Of(source.Run, "path " + string.Join(' ', wanted), () => new Kept(Of(program, wanted)));
        return kept.Source?.From(source.View, program, source.Cancellation, source.Progress);
    }

    // A quadratic bowl of one or two parameters: the Newton step ends at its minimum.
    private static PathPoint? Minimum(TrainingProgram<float> program, int size, int[] places)
    {
        var layers = program.Experiment.Layers.OfType<DenseSettings>().ToArray();
        bool isQuadratic = layers is [{ Function.Kind: ActivationKind.Identity }] && program.Experiment.Loss.Kind is LossKind.Mse or LossKind.MseHalf
            && program.Experiment.Regularizers.All(term => term.Kind is RegularizerKind.L2Half or RegularizerKind.L2Seed);
        if (!isQuadratic || size != places.Length) return null;
        try
        {
            var curvature = ProgramHessian.Of(program);
            double[] at = LossSurface.ValuesOf(program), step = Newton.Step(curvature.Matrix, [.. curvature.Gradient]);
            return new PathPoint(-1, at[places[0]] + step[places[0]], places.Length > 1 ? at[places[1]] + step[places[1]] : 0);
        }
        catch (Exception none) when (none is RunException or ArgumentException)
        {
            return null;
        }
    }

    private static int Place(IReadOnlyList<string> names, string name)
    {
        string plain = name.Replace(" ", "", StringComparison.Ordinal);
        for (int k = 0; k < names.Count; k++)
            if (names[k] == plain || names[k] == plain + "[0]" || names[k] == plain + "[0,0]") return k;
        return -1;
    }

    private sealed record Kept(SurfaceSource? Source);
}
