using System.Text;

namespace Sim.Tests;

public class GlyphsTests
{
    [Fact]
    public void Every_glyph_becomes_ascii_of_the_same_width()
    {
        for (int code = 0x20; code < 0x3100; code++)
        {
            string glyph = ((char)code).ToString();
            if (!Glyph.Split(glyph).Any()) continue;
            string ascii = Glyphs.For(glyph, GlyphSet.Ascii);
            Assert.True(Ascii.IsValid(ascii), glyph);
            Assert.Equal(TextWidth.Of(glyph), ascii.Length);
        }
    }

    [Fact]
    public void Table_pairs_are_of_equal_length()
    {
        for (int i = 0; i < Glyphs.Pairs.Length; i += 2) Assert.Equal(Glyph.Split(Glyphs.Pairs[i]).Count(), Glyphs.Pairs[i + 1].Length);
    }

    [Fact]
    public void Signs_the_program_draws_have_a_sign_of_their_own()
    {
        const string drawn = "─│┌┐└┘├┤┬┴┼┏┓┗┛━┃╭╮╯╰▏▎▍▌▋▊▉█▁▂▃▄▅▆▇░▒▓●◆▲■○◇△□┄┆×·−…✓✗←→↑↓⇧≈≤≥≠∂∇∑∏√∞⊙⊕⊗αβγδηθλμσ₀₁ᵢᵀ⁰′⟨⟩⎡⎢⎣ŷẑŵâ";
        Assert.All(drawn, sign => Assert.NotEqual("?", Glyphs.For(sign.ToString(), GlyphSet.Ascii)));
        Assert.All(Enumerable.Range(0x2801, 255), dots => Assert.NotEqual("?", Glyphs.For(((char)dots).ToString(), GlyphSet.Ascii)));
    }

    [Fact]
    public void Forced_ascii_signs_keep_chinese()
    {
        Assert.Equal("学", Glyphs.For("学", GlyphSet.AsciiSigns));
        Assert.Equal("+", Glyphs.For("┌", GlyphSet.AsciiSigns));
        Assert.Equal("??", Glyphs.For("学", GlyphSet.Ascii));
        Assert.Equal("M Y", Glyphs.For("m\u0302", GlyphSet.Ascii) + " " + Glyphs.For("ŷ", GlyphSet.Ascii));
        Assert.Equal(", ", Glyphs.For("，", GlyphSet.Ascii));
    }
}
