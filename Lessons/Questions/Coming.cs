using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>A number that the run will write next, and everything a slip can be computed from.</summary>
/// <param name="Run">The run.</param>
/// <param name="At">The moment just after it is written.</param>
/// <param name="Name">The value's name.</param>
/// <param name="Index">The element.</param>
/// <param name="Right">The number.</param>
internal sealed record Coming(LessonRun Run, Moment At, string Name, ImmutableArray<int> Index, double Right)
{
    /// <summary>The next one after a moment; null if the run does not write it again or it has no such element.</summary>
    public static Coming? After(LessonRun run, Moment from, Focus value)
    {
        if (run.NextWritten(from, value.Step) is not { } at) return null;
        return run.ValuesAt(at).TryGet(value.Step, out var tensor) && Element(tensor, value.Index) is { } right
            ? new(run, at, value.Step, value.Index, right)
            : null;
    }

    /// <summary>Samples in the batch.</summary>
    public int Rows => Tensor("batch.index") is { } samples ? samples.Values.Length : 1;

    /// <summary>The layer the value belongs to, e.g. <c>layer2</c>; empty if none.</summary>
    public string Layer => Name.StartsWith("layer", StringComparison.Ordinal) ? Name[..Math.Max(0, Name.IndexOf('.'))] : "";

    /// <summary>A value as it is when this one has just been written; null if there is none.</summary>
    public Tensor? Tensor(string name) => Run.ValuesAt(At).TryGet(name, out var value) ? value : null;

    /// <summary>One element of it.</summary>
    public double? Element(string name, params ImmutableArray<int> index) => Tensor(name) is { } tensor ? Element(tensor, index) : null;

    /// <summary>This element just before it was written: of a weight, its old value.</summary>
    public double? Before => Run.ValuesAt(At.Step > 1 ? new(At.Update, At.Step - 1) : new(At.Update - 1, MomentValues.End)).TryGet(Name, out var value) ? Element(value, Index) : null;

    /// <summary>An element of a value that is written a little later in the same update.</summary>
    public double? Later(string name)
    {
        if (Run.NextWritten(At, name) is not { } moment || moment.Update != At.Update) return null;
        return Run.ValuesAt(moment).TryGet(name, out var value) ? Element(value, Index) : null;
    }

    private static double? Element(Tensor tensor, ImmutableArray<int> index)
    {
        if (index.Length != tensor.Shape.Length) return tensor.Values.Length == 1 && index.IsEmpty ? tensor.Values[0] : null;
        var offset = 0;
        for (var axis = 0; axis < index.Length; axis++)
        {
            if (index[axis] < 0 || index[axis] >= tensor.Shape[axis]) return null;
            offset = offset * tensor.Shape[axis] + index[axis];
        }
        return tensor.Values[offset];
    }
}
