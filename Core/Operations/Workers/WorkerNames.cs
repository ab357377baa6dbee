using System.Globalization;
using System.Text.RegularExpressions;

namespace Core;

/// <summary>Names of the values of one worker: <c>worker2.layer1.weight.grad</c>.</summary>
public static partial class WorkerNames
{
    /// <summary>The name of a worker's value.</summary>
    /// <param name="number">Worker, counted from 1.</param>
    /// <param name="name">Name without the worker, e.g. <c>layer1.dz</c>.</param>
    public static string Of(int number, string name) => string.Create(CultureInfo.InvariantCulture, $"worker{number}.{name}");

    /// <summary>The worker a value belongs to, counted from 1, and its name without it; 0 if it belongs to none.</summary>
    public static (int Number, string Name) Split(string name)
    {
        var match = Prefix().Match(name);
        return match.Success ? (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), name[match.Length..]) : (0, name);
    }

    [GeneratedRegex(@"^worker(\d{1,6})\.")]
    private static partial Regex Prefix();
}
