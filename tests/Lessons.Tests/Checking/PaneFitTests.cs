namespace Lessons.Tests;

public class PaneFitTests
{
    private static readonly PaneFit Pane = new(Columns: 10, Rows: 2, MostPages: 3);

    [Theory]
    [InlineData("", 1)]
    [InlineData("0123456789", 1)]
    [InlineData("0123456789 0123456789", 1)]
    [InlineData("0123456789 0123456789 x", 2)]
    [InlineData("a\nb", 1)]
    [InlineData("a\nb\nc", 2)]
    [InlineData("01234567890123456789012345", 2)]
    [InlineData("aaaa bbbb cccc dddd eeee", 2)]
    [InlineData("一二三四五六七八九十", 1)]
    [InlineData("一二三四五六七八九十一", 2)]
    [InlineData("权重 w 是权重 w 是", 1)]
    public void Text_is_filled_word_by_word_and_wide_characters_count_twice(string text, int pages) =>
        Assert.Equal(pages, Pane.Pages(text, Language.English));

    [Theory]
    [InlineData("0123456789", true)]
    [InlineData("01234567890", false)]
    [InlineData("一二三四五", true)]
    [InlineData("一二三四五，", false)]
    public void A_heading_fits_or_not(string heading, bool fits) => Assert.Equal(fits, Pane.FitsLine(heading, Language.Chinese));
}
