using System.Text;

namespace Core.Tests;

/// <summary>Short ways to run calculations in tests.</summary>
internal static class Calc
{
    /// <summary>Records of one item by their names without the id; <paramref name="item"/> is its fields without braces and id.</summary>
    internal static Dictionary<string, CalcRecord> Item(string item, Precision precision = Precision.Double) =>
        Run($$"""{"precision": "{{precision.ToString().ToLowerInvariant()}}", "items": [{"id": "i", {{item}}}]}""").ToDictionary(record => record.Name["i.".Length..]);

    internal static CalcRecord[] Run(string text)
    {
        var (items, problems) = Calculator.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal("", problems.ToString());
        return [.. Calculator.Run(items!)];
    }

    /// <summary>What is wrong with one item, without line and column.</summary>
    internal static string[] Problems(string item) => AllProblems($$"""{"items": [{"id": "i", {{item}}}]}""");

    internal static string[] AllProblems(string text)
    {
        var (items, problems) = Calculator.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal(items is null, problems.Count > 0);
        return [.. problems.Select(problem => (problem with { Place = problem.Place with { Line = 0, Column = 0 } }).ToString())];
    }

    internal static void Close(double[] expected, CalcRecord actual, double tolerance = 1e-12)
    {
        Assert.Equal(expected.Length, actual.Values.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual.Values[i]) <= tolerance, FormattableString.Invariant($"{actual.Name}[{i}]: expected {expected[i]:R}, got {actual.Values[i]:R}"));
    }

    internal static void Close(double expected, CalcRecord actual, double tolerance = 1e-12) => Close([expected], actual, tolerance);
}
