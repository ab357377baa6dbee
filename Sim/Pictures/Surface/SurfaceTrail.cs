using Core;

namespace Sim;

/// <summary>
/// The parameters after every update of a run, from a run of the same experiment that nobody sees. Where the seen run was changed by hand the two differ:
/// from there on only the moments count at which it was looked at.
/// </summary>
internal sealed class SurfaceTrail : IDisposable
{
    private const int MostPoints = 4096;
    private const long MostWork = 2_000_000_000;

    private readonly TrainingProgram<float> _program;
    private readonly int[] _places;
    private readonly SortedDictionary<long, PathPoint> _points = [];
    private readonly long _most;
    private long _agreed = -1;
    private bool _isEdited;

    public SurfaceTrail(Experiment experiment, RunData data, int[] places)
    {
        (_program, _places) = (Compiler.Compile<float>(experiment, data), places);
        _program.Reset();
        _most = Math.Max(1000, MostWork / Math.Max(1, data.Train.Rows * (long)_program.Parameters.Sum(parameter => parameter.Count(1))));
        _points[0] = Point(0, LossSurface.ValuesOf(_program));
    }

    /// <summary>From the start to this moment.</summary>
    public IReadOnlyList<PathPoint> Until(RunView view, double[] now, CancellationToken cancellation = default)
    {
        long update = view.Now.Update, done = view.IsAtUpdateEnd ? update : update - 1;
        if (!_isEdited) Extend(Math.Min(done, _most), cancellation);
        var here = Point(update, now);
        if (view.IsAtUpdateEnd) Compare(here);
        var path = _points.Values.TakeWhile(point => point.Update <= done).ToList();
        if (path.Count > 0 && path[^1].Update == update) path.RemoveAt(path.Count - 1);
        path.Add(here);
        return path;
    }

    public void Dispose() => _program.Dispose();

    private void Extend(long update, CancellationToken cancellation)
    {
        while (_program.Run.Update < update && !_program.IsStopped)
        {
            cancellation.ThrowIfCancellationRequested();
            _program.Train();
            Add(Point(_program.Run.Update, LossSurface.ValuesOf(_program)));
        }
    }

    private void Compare(PathPoint here)
    {
        bool isKnown = _points.TryGetValue(here.Update, out var known);
        if (isKnown && (known == here || double.IsNaN(here.X))) _agreed = Math.Max(_agreed, here.Update);
        else if (isKnown || _isEdited)
        {
            if (!_isEdited)
                foreach (long later in _points.Keys.Where(update => update > _agreed).ToArray()) _points.Remove(later);
            _isEdited = true;
            Add(here);
        }
    }

    // Of a long way every second point goes, again and again; the start stays.
    private void Add(PathPoint point)
    {
        _points[point.Update] = point;
        if (_points.Count <= MostPoints) return;
        foreach (long update in _points.Keys.Skip(1).Where((_, k) => k % 2 == 0).ToArray()) _points.Remove(update);
    }

    private PathPoint Point(long update, double[] values) => new(update, values[_places[0]], _places.Length > 1 ? values[_places[1]] : 0);
}
