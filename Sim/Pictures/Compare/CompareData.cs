using System.Collections.Immutable;
using System.Globalization;

namespace Sim;

/// <summary>The first number in which two runs differ.</summary>
/// <param name="Update">The update.</param>
/// <param name="Name">What was written, in step order.</param>
/// <param name="Index">The element; empty for a scalar or where the shapes differ.</param>
/// <param name="A">In the first run.</param>
/// <param name="B">In the second run.</param>
internal sealed record FirstDifference(long Update, string Name, ImmutableArray<int> Index, float A, float B);

/// <summary>One value of both runs.</summary>
internal sealed record ComparedValue(string Name, double? A, double? B)
{
    public double? Difference => A is { } a && B is { } b ? b - a : null;
}

/// <summary>Two runs in lockstep.</summary>
internal sealed record CompareData
{
    public required string NameA { get; init; }
    public required string NameB { get; init; }
    public required RunView A { get; init; }
    public required RunView B { get; init; }

    /// <summary>The first difference of the runs if the engine has searched for it, else the first in this update; null if there is none.</summary>
    public required FirstDifference? First { get; init; }

    /// <summary>Whether <see cref="First"/> is the first of the whole run.</summary>
    public bool IsFirstOfAll => First is { } first && (IsSearched || FirstLoss is not { } loss || loss >= first.Update);

    /// <summary>Whether the engine has searched the whole run.</summary>
    public bool IsSearched { get; init; }

    /// <summary>The first update whose batch losses differ; null if none of those seen does.</summary>
    public required long? FirstLoss { get; init; }

    public required ImmutableArray<ComparedValue> Values { get; init; }

    /// <summary>The differing settings: path, first, second.</summary>
    public required ImmutableArray<(string Path, string A, string B)> Settings { get; init; }

    /// <summary>Compares two runs where they are.</summary>
    /// <param name="a">The first.</param>
    /// <param name="nameA">What it is called.</param>
    /// <param name="b">The second.</param>
    /// <param name="nameB">What it is called.</param>
    /// <param name="element">The chosen element of the current step.</param>
    /// <param name="first">What <see cref="FirstDifferenceSearch"/> has found, if it was asked.</param>
    public static CompareData From(RunView a, string nameA, RunView b, string nameB, ImmutableArray<int> element, FirstDifference? first = null) => new()
    {
        NameA = nameA,
        NameB = nameB,
        A = a,
        B = b,
        First = first ?? FirstOf(a, b),
        IsSearched = first is not null,
        FirstLoss = FirstLossOf(a.Losses, b.Losses),
        Values = [.. ValuesOf(a, b, element)],
        Settings = [.. SettingsDifference.Of(a.Experiment.Source, b.Experiment.Source)],
    };

    private static FirstDifference? FirstOf(RunView a, RunView b)
    {
        if (a.Now.Update != b.Now.Update) return null;
        // What came into the update, then what its steps wrote, in their order.
        foreach (var (name, before) in a.Before.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            if (b.Before.GetValueOrDefault(name) is { } other && TensorDifference.First(before, other) is { } place)
                return new FirstDifference(a.Now.Update - 1, name, place.Index, place.A, place.B);
        foreach (var step in a.Steps.Where(a.IsDone))
        {
            if (!b.Steps.Any(other => other.Name == step.Name && b.IsDone(other))) continue;
            if (a.Find(step.Name) is { } x && b.Find(step.Name) is { } y && TensorDifference.First(x, y) is { } place)
                return new FirstDifference(a.Now.Update, step.Name, place.Index, place.A, place.B);
        }
        return null;
    }

    private static long? FirstLossOf(LossRecord a, LossRecord b)
    {
        var other = b.Batches.ToDictionary(point => point.Update, point => point.Loss);
        foreach (var point in a.Batches)
            if (other.TryGetValue(point.Update, out double loss) && !loss.Equals(point.Loss))
                return point.Update;
        return null;
    }

    // Of this update, or of the last one where this one has none yet.
    private static double? LossAt(RunView view) => view.Scalar("loss") ?? view.Losses.Batches.Where(point => point.Update <= view.Now.Update).Select(point => (double?)point.Loss).LastOrDefault();

    private static IEnumerable<ComparedValue> ValuesOf(RunView a, RunView b, ImmutableArray<int> element)
    {
        yield return new ComparedValue("loss", LossAt(a), LossAt(b));
        foreach (string name in new[] { "lr", "grad_norm", "eval.train.loss", "eval.train.accuracy", "eval.validation.loss", "eval.validation.accuracy", "eval.test.loss", "eval.test.accuracy" })
            if (a.Scalar(name) is not null || b.Scalar(name) is not null)
                yield return new ComparedValue(name, a.Scalar(name), b.Scalar(name));
        if (a.Step is { } step && !step.Output.Shape.IsEmpty && b.Find(step.Name) is { } other)
        {
            var place = ElementCursor.Clamp(step.Output.Shape, element);
            string label = string.Create(CultureInfo.InvariantCulture, $"{step.Name}[{string.Join(',', place)}]");
            yield return new ComparedValue(label, step.Output[place.AsSpan()], other.Contains(place.AsSpan()) ? other[place.AsSpan()] : null);
        }
        foreach (var layer in a.Network.Dense)
            yield return new ComparedValue($"‖{layer.Name}.weight‖", GradientStripData.Norm(a.Find($"{layer.Name}.weight")), GradientStripData.Norm(b.Find($"{layer.Name}.weight")));
    }
}
