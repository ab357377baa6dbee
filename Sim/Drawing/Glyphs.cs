using System.Collections.Frozen;
using System.Text;

namespace Sim;

/// <summary>Which glyphs the terminal can show in the right width.</summary>
internal enum GlyphSet
{
    Unicode,

    /// <summary>Signs as ASCII, letters of all languages kept: for terminals that draw ambiguous glyphs two cells wide.</summary>
    AsciiSigns,

    /// <summary>Nothing beyond ASCII.</summary>
    Ascii,
}

/// <summary>Replaces glyphs cell by cell when the terminal lacks them. Views always draw Unicode.</summary>
internal static class Glyphs
{
    // Pairs of strings of equal length: each sign and the ASCII sign it becomes.
    // A letter with a hat becomes a capital: ŷ − y must not read y - y.
    internal static readonly string[] Pairs =
    [
        "─━═╌┄┈╴╶╸╺", "-==-------", "│┃║┆┊╎╵╷╹╻", "||||||''''",
        "┌┐└┘├┤┬┴┼╭╮╰╯", "+++++++++++++", "┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬", "++++++++++++++++++", "╱╲╳", "/\\X",
        "█▉▊▋▌▍▎▏▐▀▄", "####|||||'_", "▁▂▃▄▅▆▇", "__--=##", "░▒▓■□▪▫", ".:##o*o",
        "●○◆◇▲△▼▽◉◎•◦★☆", "*o#oA^VvOO*o*o", "←→↑↓⇐⇒⇧⇩↔⟵⟶↳↵⇥▶◀▸◂►◄", "<>^v<>^v-<>\\<>><><><",
        "×·⋅∙⊙⊗⊕÷−±∓", "*...ox+/-+-", "≈≤≥≠≡∝∈∞√∂∇∑Σ∏∫", "~<>!==e8VdVSSPS", "…‘’“”′″–—⟨⟩«»", ".''\"\"'\"--<><>",
        "αβγδεζηθικλμνξπρστυφχψω", "abgdeznqiklmvxprstufcyw", "ΓΔΘΛΞΠΦΨΩϵϕ", "GDQLXPFYOef",
        "₀₁₂₃₄₅₆₇₈₉₊₋ᵢⱼₖₙₜₘₗ", "0123456789+-ijkntml", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀⁱⁿᵗᵏ", "0123456789+-Tintk",
        "°²³§©µ", "o23Scu", "✓✔✗✘✕☐☑☒", "vvxxx.xx", "⎡⎢⎣⎤⎥⎦⎛⎜⎝⎞⎟⎠⎧⎨⎩⎫⎬⎭", "[[[]]]((()))({(){)",
        "⌫⌘⌃⌥", "<##~", "âêîôûĉĝĥĵŝŵŷẑ", "AEIOUCGHJSWYZ", "ȧḃċḋėḟġḣṁṅȯṗṙṡṫẇẋẏż", "abcdefghmnoprstwxyz",
        "āēīōūȳãñõäëïöüÿáéíóúàèìòùçåø", "aeiouyanoaeiouyaeiouaeioucao",
    ];

    private static readonly FrozenDictionary<string, string> Table = BuildTable();

    public static string For(string glyph, GlyphSet set)
    {
        if (set == GlyphSet.Unicode || glyph.Length == 0 || glyph.Length == 1 && glyph[0] < 0x7F) return glyph;
        if (Table.TryGetValue(glyph, out string? sign)) return sign;
        if (Rune.GetRuneAt(glyph, 0) is { Value: >= 0x2800 and <= 0x28FF } braille) return Dots(braille.Value - 0x2800);
        int width = TextWidth.Of(Rune.GetRuneAt(glyph, 0));
        if (set == GlyphSet.AsciiSigns && (width == 2 || Rune.IsLetter(Rune.GetRuneAt(glyph, 0)))) return glyph;
        if (glyph[0] < 0x7F) return glyph[..1].ToUpperInvariant();
        return width == 2 ? WidePunctuation(glyph) : "?";
    }

    // Which halves of the braille cell hold dots: 1 2 3 7 / 4 5 6 8 from top to bottom.
    private static string Dots(int dots) => ((dots & 0b0000_1001) != 0, (dots & 0b0011_0110) != 0, (dots & 0b1100_0000) != 0) switch
    {
        (false, false, false) => " ",
        (true, false, false) => "'",
        (false, true, false) => "-",
        (false, false, true) => ".",
        (true, false, true) => ":",
        (true, true, false) => "\"",
        (false, true, true) => "_",
        _ => "|",
    };

    private static string WidePunctuation(string glyph)
    {
        int at = "，。、；：？！（）《》「」【】％＋－＝×".IndexOf(glyph, StringComparison.Ordinal);
        return at < 0 ? "??" : ",.,;:?!()<>\"\"[]%+-=*"[at] + " ";
    }

    private static FrozenDictionary<string, string> BuildTable()
    {
        var table = new Dictionary<string, string>();
        for (int i = 0; i < Pairs.Length; i += 2)
        {
            string[] signs = Glyph.Split(Pairs[i]).Select(glyph => glyph.Text).ToArray();
            for (int j = 0; j < signs.Length; j++)
                table.TryAdd(signs[j], Pairs[i + 1].Substring(j, 1));
        }
        return table.ToFrozenDictionary();
    }
}
