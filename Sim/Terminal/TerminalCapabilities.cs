namespace Sim;

/// <summary>What the terminal can show, from the environment; <see cref="Problem"/> says why a full screen is impossible.</summary>
internal sealed record TerminalCapabilities(ColorDepth Color, GlyphSet Glyphs, string? Problem = null)
{
    /// <param name="environment">Variables by name; absent ones are absent keys.</param>
    /// <param name="stdinIsTerminal">isatty(0).</param>
    /// <param name="stdoutIsTerminal">isatty(1).</param>
    /// <param name="forceAscii">The --ascii option: signs as ASCII; Chinese stays if the locale is UTF-8.</param>
    /// <param name="windows">Windows consoles need no TERM and are UTF-8.</param>
    public static TerminalCapabilities Detect(
        IReadOnlyDictionary<string, string> environment, bool stdinIsTerminal, bool stdoutIsTerminal, bool forceAscii = false, bool windows = false)
    {
        string Get(string name) => environment.GetValueOrDefault(name, "");
        string term = Get("TERM");
        string? problem = !stdoutIsTerminal ? "standard output is not a terminal"
            : !stdinIsTerminal ? "standard input is not a terminal"
            : windows ? null
            : term.Length == 0 ? "TERM is not set"
            : term == "dumb" ? "TERM is dumb" : null;
        bool utf8 = windows || IsUtf8(Get("LC_ALL"), Get("LC_CTYPE"), Get("LANG"));
        var glyphs = !utf8 ? GlyphSet.Ascii : forceAscii ? GlyphSet.AsciiSigns : GlyphSet.Unicode;
        return new TerminalCapabilities(ColorOf(Get, term, windows), glyphs, problem);
    }

    private static ColorDepth ColorOf(Func<string, string> get, string term, bool windows)
    {
        if (get("NO_COLOR").Length > 0 || term.StartsWith("vt", StringComparison.Ordinal) || term.EndsWith("-mono", StringComparison.Ordinal))
            return ColorDepth.None;
        if (get("COLORTERM") is "truecolor" or "24bit" || term.Contains("direct", StringComparison.Ordinal) || windows && get("WT_SESSION").Length > 0)
            return ColorDepth.TrueColor;
        return term.Contains("256color", StringComparison.Ordinal) ? ColorDepth.Ansi256 : ColorDepth.Ansi16;
    }

    // POSIX: the first of the three that is not empty decides. None at all: assume what terminals are today.
    private static bool IsUtf8(params ReadOnlySpan<string> locale)
    {
        foreach (string value in locale)
            if (value.Length > 0)
                return value.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase);
        return true;
    }
}
