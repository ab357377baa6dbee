using System.Collections.Immutable;

namespace Lessons;

/// <summary>
/// How two shapes meet element by element: the result has the shape of one side, and the other is repeated along it. Seen from the last axis, each of its
/// lengths must be equal, or 1, or missing: a number meets everything, a row [m] every row of [n,m], a column [n,1] every column. Both sides never grow.
/// </summary>
internal static class Shapes
{
    /// <summary>The shape of the larger side, or null if they do not fit; −1 is a length that only the run has.</summary>
    public static ImmutableArray<int>? Joined(ImmutableArray<int> left, ImmutableArray<int> right) =>
        left.Length < right.Length ? Along(right, left) : Along(left, right) ?? (left.Length == right.Length ? Along(right, left) : null);

    /// <summary>Where element <paramref name="k"/> of the larger shape comes from in the smaller one.</summary>
    public static int Source(ImmutableArray<int> small, ImmutableArray<int> large, int k)
    {
        var (source, stride) = (0, 1);
        for (var axis = 1; axis <= small.Length; axis++)
        {
            var length = small[^axis];
            if (length > 1) source += k % large[^axis] * stride;
            k /= large[^axis];
            stride *= length;
        }
        return source;
    }

    private static ImmutableArray<int>? Along(ImmutableArray<int> large, ImmutableArray<int> small)
    {
        var shape = large.ToBuilder();
        for (var axis = 1; axis <= small.Length; axis++)
        {
            var (length, other) = (large[^axis], small[^axis]);
            if (length == other || other == 1) continue;
            if (length >= 0 && other >= 0) return null;
            shape[^axis] = Math.Max(length, other) is > 1 and var known ? known : -1;
        }
        return shape.ToImmutable();
    }
}
