using System.Collections.Immutable;
using System.Globalization;

namespace Sim;

/// <summary>What <c>--over</c> says.</summary>
/// <param name="Key">The field.</param>
/// <param name="From">First value.</param>
/// <param name="To">Last value.</param>
/// <param name="Count">Values.</param>
/// <param name="Log">Steps of equal ratio.</param>
internal sealed record SweepRange(string Key, double From, double To, int Count, bool Log)
{
    private const int Most = 10_000;
    private const string Form = "KEY=FROM:TO:COUNT or KEY=FROM:TO:COUNT:log, e.g. optimizer.learningRate=0.01:1:20:log";

    /// <summary>The values, <see cref="From"/> and <see cref="To"/> included.</summary>
    public ImmutableArray<double> Values => [.. Enumerable.Range(0, Count).Select(Value)];

    /// <exception cref="RequestException">It is no range.</exception>
    public static SweepRange Parse(string text)
    {
        int equals = text.LastIndexOf('=');
        string[] parts = equals > 0 ? text[(equals + 1)..].Split(':') : [];
        if (parts.Length is < 3 or > 4) throw Wrong(text, $"expected {Form}");
        if (parts.Length == 4 && parts[3] is not ("log" or "linear")) throw Wrong(text, $"expected log instead of {parts[3]}");
        double from = Number(text, parts[0]), to = Number(text, parts[1]);
        if (!int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is < 2 or > Most)
            throw Wrong(text, $"expected COUNT as a whole number from 2 to {Most} instead of {parts[2]}");
        bool isLog = parts.Length == 4 && parts[3] == "log";
        if (isLog && (from <= 0 || to <= 0)) throw Wrong(text, "expected FROM and TO above 0, for log steps are ratios; leave log out, or start at a small number such as 0.001");
        if (from == to) throw Wrong(text, "expected two different ends; use sim run with --set for one value");
        return new SweepRange(text[..equals].Trim(), from, to, count, isLog);
    }

    // Decimal steps stay decimal: 0.1, 0.2, 0.3 and not 0.30000000000000004.
    private double Value(int k)
    {
        if (k == 0) return From;
        if (k == Count - 1) return To;
        double share = k / (double)(Count - 1), value = Log ? From * Math.Pow(To / From, share) : From + (To - From) * share;
        return double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static double Number(string text, string part) =>
        double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : throw Wrong(text, $"expected a number instead of {(part.Length == 0 ? "nothing" : part)} in {Form}");

    private static RequestException Wrong(string text, string why) => new($"--over: given {text}; {why}.");
}
