using System.Collections.Immutable;

namespace Core;

/// <summary>How the values of several classes become one; names and meaning as in scikit-learn.</summary>
public enum Averaging
{
    /// <summary>The mean over the classes; for single-label tasks over those that occur in truth or predictions.</summary>
    Macro,

    /// <summary>The value of the summed counts. For single-label tasks precision = recall = F1 = accuracy.</summary>
    Micro,

    /// <summary>The mean weighted by how many rows each class has.</summary>
    Weighted,
}

/// <summary>Averages a value over classes.</summary>
public static class ClassAverage
{
    /// <summary>Σ value·weight / Σ weight by the averaging's weights, or the value of the summed counts; 0 without any class.</summary>
    /// <param name="classes">Counts per class.</param>
    /// <param name="averaging">Which mean.</param>
    /// <param name="value">For example <c>tally => tally.F1</c>.</param>
    /// <param name="onlyOccurring">Macro: leave out classes met nowhere (single-label tasks); multi-label tasks average over all labels.</param>
    public static double Of(ImmutableArray<ClassTally> classes, Averaging averaging, Func<ClassTally, double> value,
        bool onlyOccurring = true)
    {
        if (averaging == Averaging.Micro) return value(classes.Aggregate((a, b) => a + b));
        double sum = 0, weights = 0;
        foreach (var tally in classes)
        {
            double weight = averaging == Averaging.Weighted ? tally.Support : tally.Occurs || !onlyOccurring ? 1 : 0;
            sum += weight * value(tally);
            weights += weight;
        }
        return ClassTally.Quotient(sum, weights);
    }
}
