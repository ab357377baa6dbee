using System.Text;

namespace Sim.Tests;

public class TextWidthTests
{
    [Theory]
    [InlineData("plain", 5)]
    [InlineData("西瓜", 4)]
    [InlineData("，。（）《》、：；？！", 22)]
    [InlineData("“”‘’…—·", 7)]
    [InlineData("ŷẑŵâ", 4)]
    [InlineData("y\u0302", 1)]
    [InlineData("∂∇∑∏√∞≈≤×·⊙⊕⊗←→↑↓", 17)]
    [InlineData("αβγδηλμσ₀₉ᵢⱼₖₙ⁰⁹ᵀ½′⟨⟩⎡⎣⎛⎝", 25)]
    [InlineData("░▒▓█▏▁─│┌╭╋⣿⠁", 13)]
    [InlineData("ｗｉ", 4)]
    [InlineData("한글かなカナ", 12)]
    [InlineData("🍉", 2)]
    [InlineData("\u0301", 0)]
    [InlineData("\e[31m\0\r", 4)]
    [InlineData("a\tb", 3)]
    public void Of_counts_cells(string text, int cells) => Assert.Equal(cells, TextWidth.Of(text));

    [Fact]
    public void Han_of_all_planes_and_nothing_in_latin_is_wide()
    {
        for (int code = 0x4E00; code <= 0x9FFF; code += 97) Assert.Equal(2, TextWidth.Of(new Rune(code)));
        for (int code = 0x20000; code <= 0x3FFFD; code += 4001) Assert.Equal(2, TextWidth.Of(new Rune(code)));
        for (int code = 0x20; code < 0x300; code++) Assert.Equal(1, TextWidth.Of(new Rune(code)));
        for (int code = 0x2500; code <= 0x259F; code++) Assert.Equal(1, TextWidth.Of(new Rune(code)));
    }

    [Fact]
    public void Glyphs_keep_their_marks_and_never_carry_controls()
    {
        var glyphs = Glyph.Split("y\u0302学\u200b\e\u0301x" + new string('\u0301', 9)).ToList();
        Assert.Equal(["y\u0302", "学", "x" + new string('\u0301', 4)], glyphs.Select(glyph => glyph.Text));
        Assert.Equal("�", Glyph.Split("\ud83c").Single().Text);
        Samples.Check(Samples.Texts, text => Assert.DoesNotContain(Glyph.Split(text), glyph => glyph.Text.Any(char.IsControl)));
    }
}
