namespace Core.Tests;

/// <summary>Short ways to say what a test expects of data.</summary>
internal static class Expect
{
    /// <summary>The lines of the problems that the action reports.</summary>
    internal static string[] Problems(Action action) =>
        [.. Assert.Throws<BadDataException>(action).Problems.Select(problem => problem.ToString())];

    /// <summary>Compares elements: immutable arrays compare by reference.</summary>
    internal static void Same<E>(IEnumerable<E> expected, IEnumerable<E> actual) => Assert.Equal(expected.ToArray(), actual.ToArray());

    internal static void Close(double expected, double actual, double tolerance = 1e-12) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, FormattableString.Invariant($"expected {expected:R}, got {actual:R}"));
}
