namespace Sim.Tests;

public class TerminalCapabilitiesTests
{
    private static TerminalCapabilities Detect(string variables, bool input = true, bool output = true, bool ascii = false) =>
        TerminalCapabilities.Detect(
            variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]), input, output, ascii);

    [Theory]
    [InlineData("TERM=xterm-256color COLORTERM=truecolor", "TrueColor")]
    [InlineData("TERM=xterm-256color COLORTERM=24bit", "TrueColor")]
    [InlineData("TERM=xterm-direct", "TrueColor")]
    [InlineData("TERM=screen-256color", "Ansi256")]
    [InlineData("TERM=xterm", "Ansi16")]
    [InlineData("TERM=linux", "Ansi16")]
    [InlineData("TERM=vt220", "None")]
    [InlineData("TERM=xterm-256color COLORTERM=truecolor NO_COLOR=1", "None")]
    [InlineData("TERM=xterm NO_COLOR=", "Ansi16")]
    public void Colours_come_from_the_environment(string variables, string depth) => Assert.Equal(depth, Detect(variables).Color.ToString());

    [Theory]
    [InlineData("TERM=xterm", "Unicode")]
    [InlineData("TERM=xterm LANG=en_GB.UTF-8", "Unicode")]
    [InlineData("TERM=xterm LC_CTYPE=UTF-8", "Unicode")]
    [InlineData("TERM=xterm LANG=C.utf8", "Unicode")]
    [InlineData("TERM=xterm LC_ALL=C LANG=en_GB.UTF-8", "Ascii")]
    [InlineData("TERM=xterm LC_ALL= LC_CTYPE=zh_CN.UTF-8 LANG=C", "Unicode")]
    [InlineData("TERM=xterm LANG=POSIX", "Ascii")]
    [InlineData("TERM=xterm LANG=zh_CN.GB18030", "Ascii")]
    public void Glyphs_come_from_the_locale(string variables, string glyphs) => Assert.Equal(glyphs, Detect(variables).Glyphs.ToString());

    [Fact]
    public void Forced_ascii_keeps_chinese_where_the_locale_has_it()
    {
        Assert.Equal(GlyphSet.AsciiSigns, Detect("TERM=xterm LANG=zh_CN.UTF-8", ascii: true).Glyphs);
        Assert.Equal(GlyphSet.Ascii, Detect("TERM=xterm LANG=C", ascii: true).Glyphs);
    }

    [Fact]
    public void What_is_no_screen_is_named()
    {
        Assert.Null(Detect("TERM=xterm").Problem);
        Assert.Equal("TERM is not set", Detect("").Problem);
        Assert.Equal("TERM is dumb", Detect("TERM=dumb").Problem);
        Assert.Equal("standard output is not a terminal", Detect("TERM=xterm", output: false).Problem);
        Assert.Equal("standard input is not a terminal", Detect("TERM=xterm", input: false).Problem);
    }

    [Theory]
    [InlineData('\0', ConsoleKey.LeftArrow, ConsoleModifiers.Shift, "Shift+Left")]
    [InlineData('\0', ConsoleKey.F10, ConsoleModifiers.None, "F10")]
    [InlineData('\t', ConsoleKey.Tab, ConsoleModifiers.Shift, "Shift+Tab")]
    [InlineData('\e', ConsoleKey.Escape, ConsoleModifiers.None, "Escape")]
    [InlineData('学', ConsoleKey.None, ConsoleModifiers.None, "学")]
    [InlineData('x', ConsoleKey.X, ConsoleModifiers.Alt, "Alt+x")]
    [InlineData('\r', ConsoleKey.Enter, ConsoleModifiers.None, "Enter")]
    public void Windows_keys_speak_the_same_language(char letter, ConsoleKey code, ConsoleModifiers modifiers, string name)
    {
        var info = new ConsoleKeyInfo(letter, code, modifiers.HasFlag(ConsoleModifiers.Shift), modifiers.HasFlag(ConsoleModifiers.Alt), modifiers.HasFlag(ConsoleModifiers.Control));
        var events = new List<TerminalEvent>();
        new KeyParser().Feed(System.Text.Encoding.UTF8.GetBytes(WindowsConsole.Sequence(info)), events);
        Assert.Equal(name, ((KeyEvent)Assert.Single(events)).Key.ToString());
    }
}
