namespace Lessons.Tests;

public class InterpolatedTextTests
{
    private static readonly SampleRun Run = new(2);

    private static string Render(string text)
    {
        var parsed = InterpolatedText.Parse(text);
        return parsed.Ok ? parsed.Value.Render(Run).ToString() : parsed.ToString();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("no holes { } } {", "no holes { } } {")]
    [InlineData("The loss is {{loss}}.", "The loss is 0.5.")]
    [InlineData("损失 {{ loss : 3 }}，学习率 {{lr}}", "损失 0.500，学习率 0.1")]
    [InlineData("{{loss}}{{update}}", "0.52")]
    [InlineData("{{grad_norm}} {{grad_norm:2}} {{grad_norm:0}} {{grad_norm:g3}} {{grad_norm:e2}}", "2.06155 2.06 2 2.06 2.06e0")]
    [InlineData("{{loss:%}} {{1/3:%1}}", "50% 33.3%")]
    [InlineData("{{1234567890}} {{2^70}} {{1e-9}}", "1234567890 1.18059e21 1e−9")]
    [InlineData("{{-0.0001:2}} {{0 * -1}} {{-0.001:%}} {{-1:2}}", "0.00 0 0% −1.00")]
    [InlineData("{{1/0:2}} {{0/0:%}} {{-1/0}}", "∞ NaN −∞")]
    [InlineData("{{layer2.weight:1}}", "[[3.0, 0.0, −4.0, 0.0]]")]
    [InlineData("{{loss < prev(loss)}} {{layer2.weight > 0}}", "true [[true, false, false, false]]")]
    [InlineData("{{{{loss}}}} and {{loss}}", "{{loss}} and 0.5")]
    public void Numbers_of_the_run_stand_in_the_text(string text, string rendered) => Assert.Equal(rendered, Render(text));

    [Theory]
    [InlineData("Loss {{los}} now", 8, "unknown name `los`; did you mean loss?")]
    [InlineData("Loss {{loss", 6, "this `{{` is never closed; expected `}}`")]
    [InlineData("Loss {loss}} now", 11, "this `}}` closes nothing; write }}}} for literal braces")]
    [InlineData("{{}}", 3, "expected a value (number, name or function), found the end")]
    [InlineData("{{1 +}} x", 6, "expected a value (number, name or function), found the end")]
    [InlineData("{{loss:x}}", 8, "unknown format `x`; expected 3 (decimals), g4 (significant digits), e3 (scientific), % or %1 (per cent); at most 15 digits")]
    [InlineData("{{loss:}}", 8, "unknown format ``; expected 3 (decimals), g4 (significant digits), e3 (scientific), % or %1 (per cent); at most 15 digits")]
    [InlineData("{{loss:16}}", 8, "unknown format `16`; expected 3 (decimals), g4 (significant digits), e3 (scientific), % or %1 (per cent); at most 15 digits")]
    [InlineData("{{loss:g0}}", 8, "unknown format `g0`; expected 3 (decimals), g4 (significant digits), e3 (scientific), % or %1 (per cent); at most 15 digits")]
    public void Errors_stand_at_their_place_in_the_whole_text(string text, int column, string message)
    {
        var parsed = InterpolatedText.Parse(text);
        var error = parsed.Error ?? parsed.Value!.Render(Run).Error!;
        Assert.Equal((column, message), (error.Column, error.Message));
    }

    [Fact]
    public void In_a_text_of_several_lines_the_error_names_the_line()
    {
        var error = InterpolatedText.Parse("first\n损失 {{maxx(1)}}").Error!;
        // A wide glyph has a wide blank under it.
        Assert.Equal("line 2, column 6: unknown function `maxx`; did you mean max?\n  损失 {{maxx(1)}}\n  \u3000\u3000   ^^^^", error.ToString());
    }

    [Fact]
    public void All_unknown_names_are_found_at_once()
    {
        var errors = InterpolatedText.Parse("{{los}} {{loss}} {{layer1.weight[9]}}").OrThrow().Check(Run);
        Assert.Equal([3, 34], errors.Select(error => error.Column));
    }

    [Fact]
    public void A_megabyte_of_text_is_read() =>
        Assert.Equal(1 << 20, InterpolatedText.Parse(new string('{', 1) + new string('a', (1 << 20) - 1)).OrThrow().Render(Run).OrThrow().Length);
}
