using FsCheck.Fluent;

namespace Sim.Tests;

public class FlowTests
{
    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one  two", 4, "one|two")]
    [InlineData("incomprehensible", 6, "incomp|rehens|ible")]
    [InlineData("a\n\nb", 5, "a||b")]
    [InlineData("梯度下降法", 4, "梯度|下降|法")]
    [InlineData("梯度下降。再来", 8, "梯度下|降。再来")]
    [InlineData("他说（是）吗", 6, "他说|（是）|吗")]
    [InlineData("《西瓜书》好", 6, "《西瓜|书》好")]
    [InlineData("学习率rate大", 8, "学习率|rate大")]
    [InlineData("学习 rate 大", 9, "学习 rate|大")]
    [InlineData("等等……好", 5, "等|等……|好")]
    [InlineData("学", 1, "…")]
    [InlineData("x", 0, "")]
    [InlineData("  indented text", 10, "  indented|text")]
    public void Wrap_breaks_where_the_rules_allow(string text, int width, string lines) =>
        Assert.Equal(lines, string.Join('|', Flow.Wrap(text, width)));

    [Fact]
    public void No_line_is_too_wide_and_nothing_is_lost() => Samples.Check(
        Gen.Zip(Samples.Texts, Gen.Choose(2, 30)), sample =>
        {
            var (text, width) = sample;
            var lines = Flow.Wrap(text, width);
            Assert.All(lines, line => Assert.InRange(TextWidth.Of(line), 0, width));
            string expected = string.Concat(text.ReplaceLineEndings("\n").Split('\n').SelectMany(Glyph.Split).Select(glyph => glyph.Text));
            Assert.Equal(expected.Replace(" ", ""), string.Concat(lines).Replace(" ", ""));
        }, 2000);

    [Fact]
    public void Lines_start_and_end_by_the_rules_of_chinese() => Samples.Check(
        Gen.Elements('学', '习', '率', '。', '，', '、', '）', '》', '（', '《').ListOf(), glyphs =>
        {
            string text = string.Concat(glyphs);
            // Four cells hold any legal pair, unless marks pile up: those must be broken somewhere.
            if (System.Text.RegularExpressions.Regex.IsMatch(text, "[。，、）》]{2}|[（《]{2}|[（《][。，、）》]|[（《].[。，、）》]|^[。，、）》]|[（《]$")) return;
            foreach (string line in Flow.Wrap(text, 6).Where(line => line.Length > 0))
            {
                Assert.DoesNotContain(line[0], "。，、）》");
                Assert.DoesNotContain(line[^1], "（《");
            }
        }, 2000);

    [Fact]
    public void Styles_stay_with_their_words()
    {
        var lines = Flow.Wrap([new Span("the ", Role.Text), new Span("learning rate", Role.Accent), new Span(" η", Role.Key)], 12);
        Assert.Equal([new Span("the ", Role.Text), new Span("learning", Role.Accent)], lines[0]);
        Assert.Equal([new Span("rate", Role.Accent), new Span(" η", Role.Key)], lines[1]);
    }

    [Theory]
    [InlineData("abcdef", 4, "abc…")]
    [InlineData("梯度下降", 6, "梯度…")]
    [InlineData("梯度", 4, "梯度")]
    [InlineData("梯度", 1, "…")]
    [InlineData("梯度", 0, "")]
    public void Truncate_marks_what_is_missing(string text, int width, string kept) => Assert.Equal(kept, Text.Truncate(text, width));

    [Fact]
    public void Fit_is_always_exactly_as_wide() => Samples.Check(
        Gen.Zip(Samples.Texts, Gen.Zip(Gen.Choose(0, 30), Gen.Choose(0, 2))),
        sample => Assert.Equal(sample.Item2.Item1, TextWidth.Of(Text.Fit(sample.Item1, sample.Item2.Item1, (Align)sample.Item2.Item2))));
}
