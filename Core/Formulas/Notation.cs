using System.Globalization;
using System.Text;

namespace Core;

/// <summary>How formulas are written.</summary>
public sealed record Notation
{
    /// <summary>Significant digits of numbers, see <see cref="NumberText"/>.</summary>
    public int Digits { get; init; } = NumberText.Digits;

    /// <summary>Only ASCII signs: <c>dL/dw11</c>, <c>*</c>, <c>sqrt</c>.</summary>
    public bool IsAscii { get; init; }

    /// <summary>Longer sums are cut short, saying how much is left out.</summary>
    public int MostTerms { get; init; } = 6;

    /// <summary>Whether letters carry their layer, as w⁽²⁾: wanted where the network has more than one.</summary>
    public bool ShowsLayers { get; init; }

    /// <summary>What stands for the terms left out: {0} how many, {1} their sum.</summary>
    public string MoreTerms { get; init; } = "… {0} more terms, sum {1}";

    /// <summary>A number.</summary>
    public string Number(double value) => NumberText.Of(value, Digits);

    /// <summary>The text as this notation can show it.</summary>
    public string Finish(string text) => IsAscii ? Ascii(text) : text;

    internal string Left(int count, double sum) => string.Format(CultureInfo.InvariantCulture, MoreTerms, count, Number(sum));

    /// <summary>Mathematical signs as ASCII; other text stays.</summary>
    public static string Ascii(string text)
    {
        if (System.Text.Ascii.IsValid(text)) return text;
        var plain = new StringBuilder(text.Length + 16);
        foreach (var c in text) plain.Append(Signs.TryGetValue(c, out var sign) ? sign : c.ToString());
        return plain.ToString();
    }

    internal static string Subscript(int number) => Shift(number, '₀');

    internal static string Superscript(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));

    private static string Shift(int number, char zero) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + zero)));

    private static readonly Dictionary<char, string> Signs = new()
    {
        ['−'] = "-",
        ['·'] = "*",
        ['×'] = "*",
        ['∂'] = "d",
        ['←'] = "<-",
        ['→'] = "->",
        ['√'] = "sqrt",
        ['σ'] = "sigmoid",
        ['Σ'] = "sum ",
        ['‖'] = "|",
        ['∞'] = "inf",
        ['≤'] = "<=",
        ['≥'] = ">=",
        ['≈'] = "~",
        ['…'] = "...",
        ['′'] = "'",
        ['½'] = "0.5",
        ['²'] = "^2",
        ['³'] = "^3",
        ['η'] = "eta",
        ['β'] = "beta",
        ['ε'] = "eps",
        ['λ'] = "lambda",
        ['μ'] = "mu",
        ['α'] = "alpha",
        ['γ'] = "gamma",
        ['π'] = "pi",
        ['Φ'] = "Phi",
        ['ĝ'] = "g_clipped",
        ['ḡ'] = "g_avg",
        ['\u0302'] = "_hat",
        ['ŷ'] = "y_hat",
        ['ȳ'] = "y_mean",
        ['ᵗ'] = "^t",
        ['ᶻ'] = "^z",
        ['⁻'] = "^-",
        ['ᵀ'] = "^T",
        ['⁽'] = "^(",
        ['⁾'] = ")",
        ['⁰'] = "0",
        ['¹'] = "1",
        ['⁴'] = "4",
        ['⁵'] = "5",
        ['⁶'] = "6",
        ['⁷'] = "7",
        ['⁸'] = "8",
        ['⁹'] = "9",
        ['₀'] = "0",
        ['₁'] = "1",
        ['₂'] = "2",
        ['₃'] = "3",
        ['₄'] = "4",
        ['₅'] = "5",
        ['₆'] = "6",
        ['₇'] = "7",
        ['₈'] = "8",
        ['₉'] = "9",
        ['ᵢ'] = "_i",
        ['ⱼ'] = "_j",
        ['ₖ'] = "_k",
        ['ₙ'] = "_n",
        ['⌊'] = "floor(",
        ['⌋'] = ")",
        ['ᴮ'] = "B",
        ['✓'] = "ok",
        ['≠'] = "!=",
        ['δ'] = "delta",
        ['–'] = "-",
        ['—'] = "-",
    };
}
