using Core;

namespace Sim;

/// <summary>Finds the first number in which two runs differ, by going through both of them.</summary>
internal static class FirstDifferenceSearch
{
    /// <summary>The first difference up to an update, or null. Both timelines are left where they were.</summary>
    /// <param name="a">The first run.</param>
    /// <param name="b">The second run.</param>
    /// <param name="upTo">The last update to look at.</param>
    /// <param name="cancellation">Ends the search; the timelines then stand where it ended.</param>
    public static FirstDifference? Find(Timeline<float> a, Timeline<float> b, long upTo, CancellationToken cancellation = default)
    {
        var (nowA, nowB) = (a.Now, b.Now);
        var found = Search(a, b, upTo, cancellation);
        a.Seek(nowA, cancellation);
        b.Seek(nowB, cancellation);
        return found;
    }

    private static FirstDifference? Search(Timeline<float> a, Timeline<float> b, long upTo, CancellationToken cancellation)
    {
        if (InParameters(a, b, 0, cancellation) is { } atStart) return atStart;
        if (upTo < 1) return null;
        if (InSteps(a, b, 1, cancellation) is { } atOnce) return atOnce;
        if (InParameters(a, b, upTo, cancellation) is null) return InSteps(a, b, upTo, cancellation);
        // Runs of equal parameters that part once stay apart: halve the distance to the update where they do.
        long equal = 1, different = upTo;
        while (different - equal > 1)
        {
            long middle = equal + (different - equal) / 2;
            if (InParameters(a, b, middle, cancellation) is null) equal = middle;
            else different = middle;
        }
        return InSteps(a, b, different, cancellation);
    }

    private static FirstDifference? InParameters(Timeline<float> a, Timeline<float> b, long update, CancellationToken cancellation)
    {
        a.SeekUpdate(update, cancellation);
        b.SeekUpdate(update, cancellation);
        foreach (var parameter in a.Program.Parameters)
        {
            var x = new Tensor<float>(parameter.Name, parameter.Shape, [.. parameter.ToArray(1)]);
            if (b.Program.Find(parameter.Name) is not { } other) continue;
            var y = new Tensor<float>(other.Name, other.Shape, [.. other.ToArray(1)]);
            if (TensorDifference.First(x, y) is { } place) return new FirstDifference(update, parameter.Name, place.Index, place.A, place.B);
        }
        return null;
    }

    private static FirstDifference? InSteps(Timeline<float> a, Timeline<float> b, long update, CancellationToken cancellation)
    {
        a.SeekUpdate(update - 1, cancellation);
        b.SeekUpdate(update - 1, cancellation);
        while (a.StepForward() && b.StepForward() && a.Now.Update == update && b.Now.Update == update)
        {
            if (a.Current is not { } x || b.Current is not { } y || x.Name != y.Name) return null;
            if (TensorDifference.First(x.Output, y.Output) is { } place) return new FirstDifference(update, x.Name, place.Index, place.A, place.B);
            if (a.IsAtUpdateEnd || b.IsAtUpdateEnd) break;
        }
        return null;
    }
}

/// <summary>The first element in which two tensors differ; bits count, so that NaN equals NaN.</summary>
internal static class TensorDifference
{
    public static (System.Collections.Immutable.ImmutableArray<int> Index, float A, float B)? First(Tensor<float> a, Tensor<float> b)
    {
        if (!a.Shape.AsSpan().SequenceEqual(b.Shape.AsSpan())) return ([], float.NaN, float.NaN);
        for (int i = 0; i < a.Values.Length; i++)
        {
            if (a.Values[i].Equals(b.Values[i])) continue;
            var index = new int[a.Shape.Length];
            for (int d = index.Length - 1, rest = i; d >= 0; rest /= a.Shape[d], d--) index[d] = rest % a.Shape[d];
            return ([.. index], a.Values[i], b.Values[i]);
        }
        return null;
    }
}
