using System.Globalization;
using Lessons;

namespace Sim;

/// <summary>What <c>--over</c> says: a range of numbers, or a list of numbers or words.</summary>
internal static class SweepRange
{
    private const string Form = "KEY=FROM:TO:COUNT, KEY=FROM:TO:COUNT:log or KEY=VALUE,VALUE,…, e.g. optimizer.learningRate=0.01:1:20:log or optimizer.type=sgd,adam";

    /// <exception cref="RequestException">It is none of these.</exception>
    public static SweepAxis Parse(string text)
    {
        int equals = text.IndexOf('=');
        string key = equals > 0 ? text[..equals].Trim() : "", values = equals > 0 ? text[(equals + 1)..].Trim() : "";
        if (key.Length == 0 || values.Length == 0) throw Wrong(text, $"expected {Form}");
        string[] words = [.. Split(values, ',').Select(word => word.Trim())];
        return words.Length > 1 ? Listed(text, key, words) : Ranged(text, key, [.. Split(values, ':')]);
    }

    private static SweepAxis Listed(string text, string key, string[] words)
    {
        if (words.Contains("")) throw Wrong(text, "expected a value between every two commas");
        if (words.Length > SweepGridRunner.Most) throw Wrong(text, $"expected at most {SweepGridRunner.Most} values");
        var axis = SweepAxis.List(key, words);
        if (axis.Words.GroupBy(word => word).FirstOrDefault(group => group.Count() > 1) is { } repeated) throw Wrong(text, $"expected each value once instead of {repeated.Key} twice");
        if (words.FirstOrDefault(word => Split(word, ':').Count() > 2) is { } range && !axis.IsNumeric) throw Wrong(text, $"expected values, for {range} is a range: one range or a list, not both");
        return axis;
    }

    private static SweepAxis Ranged(string text, string key, string[] parts)
    {
        if (parts.Length is < 3 or > 4) throw Wrong(text, parts.Length == 1 ? $"expected several values: {Form}. For one value: sim run --set {text}" : $"expected {Form}");
        if (parts.Length == 4 && parts[3] is not ("log" or "linear")) throw Wrong(text, $"expected log instead of {parts[3]}");
        double from = Number(text, parts[0]), to = Number(text, parts[1]);
        if (!int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is < 2 or > SweepGridRunner.Most)
            throw Wrong(text, $"expected COUNT as a whole number from 2 to {SweepGridRunner.Most} instead of {parts[2]}");
        bool isLog = parts.Length == 4 && parts[3] == "log";
        if (isLog && (from <= 0 || to <= 0)) throw Wrong(text, "expected FROM and TO above 0, for log steps are ratios; leave log out, or start at a small number such as 0.001");
        if (from == to) throw Wrong(text, "expected two different ends; use sim run with --set for one value");
        return SweepAxis.Range(key, from, to, count, isLog);
    }

    // Signs inside brackets or quotes belong to a value: {"type": "adam"}, [[1,2]].
    private static IEnumerable<string> Split(string text, char sign)
    {
        int depth = 0, start = 0;
        bool isQuoted = false;
        for (int k = 0; k < text.Length; k++)
        {
            if (text[k] == '"') isQuoted = !isQuoted;
            if (isQuoted) continue;
            if (text[k] is '[' or '{') depth++;
            if (text[k] is ']' or '}') depth--;
            if (depth != 0 || text[k] != sign) continue;
            yield return text[start..k];
            start = k + 1;
        }
        yield return text[start..];
    }

    private static double Number(string text, string part) =>
        double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : throw Wrong(text, $"expected a number instead of {(part.Length == 0 ? "nothing" : part)} in {Form}");

    private static RequestException Wrong(string text, string why) => new($"--over: given {text}; {why}.");
}
