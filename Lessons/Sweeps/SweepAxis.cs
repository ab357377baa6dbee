using System.Collections.Immutable;
using System.Globalization;

namespace Lessons;

/// <summary>A field that a sweep changes, and its values.</summary>
/// <param name="Over">The field as in <c>--set</c>, e.g. <c>optimizer.learningRate</c>.</param>
/// <param name="Words">The values as they are written into the field.</param>
/// <param name="Numbers">The same as numbers, ascending unless they come from a falling range; empty where a value is a word.</param>
/// <param name="Log">Whether the numbers grow by a ratio, for the axis.</param>
public sealed record SweepAxis(string Over, ImmutableArray<string> Words, ImmutableArray<double> Numbers, bool Log)
{
    /// <summary>The field for which theory has a critical value.</summary>
    public const string Rate = "optimizer.learningRate";

    private const double WideRatio = 30;

    /// <summary>Values.</summary>
    public int Count => Words.Length;

    /// <summary>Whether all values are numbers.</summary>
    public bool IsNumeric => !Numbers.IsEmpty;

    /// <summary>Whether it is the learning rate.</summary>
    public bool IsRate => Over == Rate && IsNumeric;

    /// <summary>So many values from one to the other, both included.</summary>
    /// <param name="over">The field.</param>
    /// <param name="from">First value.</param>
    /// <param name="to">Last value.</param>
    /// <param name="count">Values.</param>
    /// <param name="isLog">Steps of equal ratio; both ends are above 0.</param>
    public static SweepAxis Range(string over, double from, double to, int count, bool isLog) =>
        Of(over, Enumerable.Range(0, count).Select(k => Value(from, to, count, isLog, k)), isLog);

    /// <summary>These numbers in this order.</summary>
    public static SweepAxis Of(string over, IEnumerable<double> numbers, bool isLog)
    {
        ImmutableArray<double> all = [.. numbers];
        return new(over, [.. all.Select(number => number.ToString("R", CultureInfo.InvariantCulture))], all, isLog);
    }

    /// <summary>A list: numbers in ascending order, or, if one of them is none, words in the order given.</summary>
    public static SweepAxis List(string over, IReadOnlyList<string> words)
    {
        double?[] numbers = [.. words.Select(word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : (double?)null)];
        if (numbers.Contains(null)) return new(over, [.. words], [], false);
        double[] ascending = [.. numbers.Select(number => number!.Value).Order()];
        return Of(over, ascending, ascending[0] > 0 && ascending[^1] / ascending[0] >= WideRatio);
    }

    // Decimal steps stay decimal, whole ones whole: 0.3 and not 0.30000000000000004.
    private static double Value(double from, double to, int count, bool isLog, int k)
    {
        if (k == 0 || count == 1) return from;
        if (k == count - 1) return to;
        var share = k / (double)(count - 1);
        var value = isLog ? from * Math.Pow(to / from, share) : from + (to - from) * share;
        return double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
