using System.Text;
using FsCheck.Fluent;

namespace Sim.Tests;

public class KeyParserTests
{
    private static List<TerminalEvent> Parse(byte[] bytes, params int[] cuts)
    {
        var parser = new KeyParser();
        var events = new List<TerminalEvent>();
        int at = 0;
        foreach (int cut in cuts.Append(bytes.Length))
        {
            parser.Feed(bytes.AsSpan(at, cut - at), events);
            at = cut;
        }
        parser.Flush(events);
        Assert.Null(parser.Patience);
        return events;
    }

    private static string Names(string text) => string.Join(' ', Parse(Encoding.UTF8.GetBytes(text)).Select(Name));

    private static string Name(TerminalEvent happened) => happened switch
    {
        KeyEvent key => key.Key.ToString(),
        PasteEvent paste => $"[{paste.Text}]",
        FocusEvent focus => focus.Focused ? "focus" : "blur",
        MouseEvent mouse => $"{mouse.Action}{mouse.Button}@{mouse.X},{mouse.Y}",
        _ => "?",
    };

    [Theory]
    [InlineData("aÄ学🍉 ", "a Ä 学 🍉 Space")]
    [InlineData("\r\n\t\x7f\b", "Enter Enter Tab Backspace Backspace")]
    [InlineData("\x01\x1a\0\x1c", "Ctrl+a Ctrl+z Ctrl+Space Ctrl+\\")]
    [InlineData("\e[A\eOB\e[1;2C\e[1;5D\e[1;3A\e[1;8B", "Up Down Shift+Right Ctrl+Left Alt+Up Ctrl+Alt+Shift+Down")]
    [InlineData("\e[H\e[F\e[1~\e[4~\e[7~\e[8~\eOH", "Home End Home End Home End Home")]
    [InlineData("\e[5~\e[6;2~\e[2~\e[3;5~", "PageUp Shift+PageDown Insert Ctrl+Delete")]
    [InlineData("\eOP\e[15~\e[17~\e[24~\e[[A\e[1;2P\e[21;5~", "F1 F5 F6 F12 F1 Shift+F1 Ctrl+F10")]
    [InlineData("\e[Z\e[97;5u\e[27;2;13~\e[a", "Shift+Tab Ctrl+a Shift+Enter Shift+Up")]
    [InlineData("\e", "Escape")]
    [InlineData("\e\e[A", "Escape Up")]
    [InlineData("\ex\e学\e\r", "Alt+x Alt+学 Alt+Enter")]
    [InlineData("\e[", "Alt+[")]
    [InlineData("\e[I\e[O", "focus blur")]
    [InlineData("\e[200~q\e[A\r\n学\e[201~x", "[q\e[A\n学] x")]
    [InlineData("\e[200~\e\e[201~", "[\e]")]
    [InlineData("\e[<0;5;3M\e[<0;5;3m\e[<65;1;1M\e[<35;2;2M", "Press0@4,2 Release0@4,2 WheelDown1@0,0 Move3@1,1")]
    [InlineData("\e[M !!x", "x")]
    [InlineData("\e[?62;1cx\e[99999999999~y\e[12;40Rz", "x y z")]
    [InlineData("\e[1;\e[A", "Up")]
    public void Bytes_become_keys(string bytes, string keys) => Assert.Equal(keys, Names(bytes));

    [Fact]
    public void Broken_utf8_is_dropped_and_the_next_key_is_not()
    {
        Assert.Equal(["a"], Parse([0xFF, (byte)'a']).Select(Name));
        Assert.Equal(["a"], Parse([0xE5, 0xAD, (byte)'a']).Select(Name));
        Assert.Equal(["Up"], Parse([0xE5, 0x1B, (byte)'[', (byte)'A']).Select(Name));
        Assert.Empty(Parse([0xE5, 0xAD]));
    }

    [Fact]
    public void Cuts_at_any_byte_give_the_same_keys()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("a\e[1;2D学\e[200~粘贴\e[20\e[201~\eOP\e[<0;10;20M\e\e[A\ex🍉\e[M !!\e[3;5~\e[Iq");
        var whole = Parse(bytes);
        Assert.Equal("a Shift+Left 学 [粘贴\e[20] F1 Press0@9,19 Escape Up Alt+x 🍉 Ctrl+Delete focus q", string.Join(' ', whole.Select(Name)));
        for (int first = 0; first <= bytes.Length; first++)
            for (int second = first; second <= bytes.Length; second++)
                Assert.Equal(whole, Parse(bytes, first, second));
        Assert.Equal(whole, Parse(bytes, [.. Enumerable.Range(1, bytes.Length - 1)]));
    }

    [Fact]
    public void Random_bytes_cut_anywhere_give_the_same_keys() => Samples.Check(
        Gen.Zip(Gen.OneOf(Gen.Choose(0, 255), Gen.Elements(0x1B, '[', '<', '2', '0', '1', '~', ';', 'M', 'O')).Select(i => (byte)i).ListOf(), Gen.Choose(0, 1000)),
        sample =>
        {
            byte[] bytes = [.. sample.Item1];
            var whole = Parse(bytes);
            Assert.Equal(whole, Parse(bytes, sample.Item2 * bytes.Length / 1000));
            Assert.Equal(whole, Parse(bytes, [.. Enumerable.Range(0, bytes.Length)]));
        }, 3000);

    [Fact]
    public void A_paste_without_end_is_given_up_after_its_patience()
    {
        var parser = new KeyParser();
        var events = new List<TerminalEvent>();
        parser.Feed("\e[200~text"u8, events);
        Assert.Equal(KeyParser.PastePatience, parser.Patience);
        parser.Flush(events);
        parser.Feed("q"u8, events);
        Assert.Equal("[text] q", string.Join(' ', events.Select(Name)));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("+")]
    [InlineData("Ctrl++")]
    [InlineData("Space")]
    [InlineData("Shift+Left")]
    [InlineData("Ctrl+Alt+Shift+PageUp")]
    [InlineData("学")]
    [InlineData("F12")]
    public void Key_names_read_back(string name)
    {
        Assert.True(Key.TryParse(name, out var key));
        Assert.Equal(name, key.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("Hyper+a")]
    [InlineData("3+a")]
    [InlineData("Rune")]
    public void What_is_no_key_does_not_parse(string name) => Assert.False(Key.TryParse(name, out _));
}
