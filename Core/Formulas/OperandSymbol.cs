using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Core;

/// <summary>
/// The letter of a value in formulas: <c>layer2.weight[0,1]</c> is w₁₂⁽²⁾. Subscripts count from 1, unit before input; where a formula mixes samples
/// the sample comes first, as in a data matrix. What belongs to worker 2 ends with @2.
/// </summary>
public static partial class OperandSymbol
{
    /// <summary>The letter with its indices.</summary>
    /// <param name="name">As in the trace.</param>
    /// <param name="index">Counted from 0.</param>
    /// <param name="notation">Whether layers are shown.</param>
    /// <param name="showsSample">Whether the sample is shown.</param>
    public static string Of(string name, ReadOnlySpan<int> index, Notation notation, bool showsSample = false)
    {
        (var worker, name) = WorkerNames.Split(name);
        var found = Find(name);
        if (found.Letter is null) return index.IsEmpty ? name : $"{name}[{string.Join(',', index.ToArray())}]";
        if (found.IsBatched && !showsSample && index.Length > 0) index = index[1..];
        var layer = notation.ShowsLayers && found.Layer > 0 ? $"⁽{Notation.Superscript(found.Layer)}⁾" : "";
        return found.Letter + Subscripts(index) + layer + (worker > 0 ? string.Create(CultureInfo.InvariantCulture, $"@{worker}") : "");
    }

    /// <summary>Whether the first index of a value is the sample.</summary>
    public static bool IsBatched(string name) => Find(WorkerNames.Split(name).Name).IsBatched;

    private static string Subscripts(ReadOnlySpan<int> index)
    {
        var isWide = false;
        foreach (var i in index) isWide |= i >= 9;
        return string.Join(isWide && index.Length > 1 ? "," : "", index.ToArray().Select(i => Notation.Subscript(i + 1)));
    }

    private static (string? Letter, bool IsBatched, int Layer) Find(string name)
    {
        name = Prefix().Replace(name, "");
        if (Plain.TryGetValue(name, out var plain)) return (plain.Letter, plain.IsBatched, 0);
        var match = Layered().Match(name);
        if (!match.Success) return (null, false, 0);
        var kind = match.Groups["kind"].Value;
        var letter = OfLayer(kind, match.Groups["rest"].Value);
        return (letter, letter is not null && IsBatchedRest(match.Groups["rest"].Value), int.Parse(match.Groups["number"].ValueSpan));
    }

    private static bool IsBatchedRest(string rest) => rest is "z" or "a" or "dz" or "da" or "mask";

    private static string? OfLayer(string kind, string rest)
    {
        var a = kind switch { "drop" => "a′", "flat" => "x", _ => "a" };
        switch (rest)
        {
            case "z": return "z";
            case "a": return a;
            case "mask": return "mask";
            case "dz": return "∂L/∂z";
            case "da": return "∂L/∂" + a;
        }

        var point = rest.IndexOf('.');
        var parameter = point < 0 ? rest : rest[..point];
        var (w, whole) = parameter switch { "weight" => ("w", "W"), "bias" => ("b", "b"), _ => ("", "") };
        if (w.Length == 0) return null;
        return point < 0 ? w : rest[(point + 1)..] switch
        {
            "grad" => "∂L/∂" + w,
            "grad_data" => "∂data_loss/∂" + w,
            "grad_penalty" => "∂P/∂" + w,
            "grad_clipped" => "ĝ",
            "grad_norm" => $"‖∂L/∂{whole}‖",
            "state.velocity" => "v",
            "state.m" => "m",
            "state.v" => "v",
            "state.m_hat" => "m\u0302",
            "state.v_hat" => "v\u0302",
            "state.sum" => "s",
            "state.g_avg" => "ḡ",
            _ => null,
        };
    }

    private static readonly ImmutableDictionary<string, (string Letter, bool IsBatched)> Plain = new Dictionary<string, (string, bool)>
    {
        ["batch.index"] = ("sample", true),
        ["batch.x"] = ("x", true),
        ["batch.y"] = ("y", true),
        ["batch.y.one_hot"] = ("y", true),
        ["input.grad"] = ("∂L/∂x", true),
        ["x"] = ("x", true),
        ["y"] = ("y", true),
        ["z"] = ("z", true),
        ["a"] = ("a", true),
        ["lr"] = ("η", false),
        ["newton.hessian"] = ("H", false),
        ["newton.inverse"] = ("H⁻¹", false),
        ["newton.step"] = ("d", false),
        ["penalty"] = ("P", false),
        ["grad_norm"] = ("‖g‖", false),
        ["grad_norm_clipped"] = ("‖ĝ‖", false),
    }.ToImmutableDictionary();

    [GeneratedRegex(@"^(eval\.(train|validation|test)\.(forward\.)?|restored\.|best\.)")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(?<kind>layer|drop|flat)(?<number>\d{1,6})\.(?<rest>.+)$")]
    private static partial Regex Layered();
}
