namespace Lessons.Tests;

public class ParseErrorTests
{
    [Theory]
    [InlineData("", 1, "expected a value (number, name or function), found the end")]
    [InlineData("   ", 4, "expected a value (number, name or function), found the end")]
    [InlineData("1 +", 4, "expected a value (number, name or function), found the end")]
    [InlineData("1 + * 2", 5, "expected a value (number, name or function), found `*`")]
    [InlineData("and", 1, "expected a value (number, name or function), found `and`")]
    [InlineData("a b", 3, "expected an operator or the end, found `b`")]
    [InlineData("(1 + 2", 1, "this bracket is never closed; expected `)`")]
    [InlineData("a[1", 2, "this bracket is never closed; expected `]`")]
    [InlineData("a[1)", 4, "expected `]`, found `)`")]
    [InlineData("a[]", 3, "expected a value (number, name or function), found `]`")]
    [InlineData("1 + 2)", 6, "`)` closes nothing")]
    [InlineData("max(1, )", 8, "expected a value (number, name or function), found `)`")]
    [InlineData("1, 2", 2, "expected an operator or the end, found `,`")]
    [InlineData("a < b < c", 7, "comparisons do not chain; join two with and, as in a < b and b < c")]
    [InlineData("0 <= x < 1", 8, "comparisons do not chain; join two with and, as in a <= b and b < c")]
    [InlineData("a == b != c", 8, "comparisons do not chain; join two with and, as in a == b and b != c")]
    [InlineData("a == not b", 6, "`not` binds more loosely than the operator before it; write (not …)")]
    [InlineData("x = 1", 3, "`=` is not known here; write ==")]
    [InlineData("a && b", 3, "`&&` is not known here; write and")]
    [InlineData("a || b", 3, "`||` is not known here; write or")]
    [InlineData("!a", 1, "`!` is not known here; write not")]
    [InlineData("2 ** 3", 3, "`**` is not known here; write ^")]
    [InlineData("a ≤ b", 3, "`≤` is not known here; write <=")]
    [InlineData("max(a，b)", 6, "`，` is not known here; write ,")]
    [InlineData("50%", 3, "`%` is not known here; write / 100")]
    [InlineData("a $ b", 3, "unexpected character `$` (U+0024); names, numbers and + - * / ^ < <= == != >= > ( ) [ ] , are known")]
    [InlineData("损失", 1, "unexpected character `损` (U+635F); names, numbers and + - * / ^ < <= == != >= > ( ) [ ] , are known")]
    [InlineData("a 😀", 3, "unexpected character `😀` (U+1F600); names, numbers and + - * / ^ < <= == != >= > ( ) [ ] , are known")]
    [InlineData("a\0", 2, "unexpected character U+0000; names, numbers and + - * / ^ < <= == != >= > ( ) [ ] , are known")]
    [InlineData("2x", 2, "expected an operator between a number and a name, as in 2 * x")]
    [InlineData("1.2.3", 4, "expected an operator between a number and a name, as in 2 * x")]
    [InlineData("1.", 3, "expected a digit after the point")]
    [InlineData("1e", 1, "expected digits after the exponent's e, as in 1e-3")]
    [InlineData("1e+", 1, "expected digits after the exponent's e, as in 1e-3")]
    [InlineData("1e999", 1, "number too large (the largest is 1.7976931348623157E+308); write inf for infinity")]
    [InlineData("layer1. weight", 8, "expected the rest of a name after the point, as in layer1.weight")]
    [InlineData("maxx(1)", 1, "unknown function `maxx`; did you mean max?")]
    [InlineData("log(x)", 1, "unknown function `log`; write ln (natural), log10 or log2")]
    [InlineData("1 + [", 6, "expected a value (number, name or function), found the end")]
    [InlineData("[1, 2", 1, "this bracket is never closed; expected `]`")]
    [InlineData("[]", 2, "expected a value (number, name or function), found `]`")]
    [InlineData("a[1:2:3]", 6, "expected `]`, found `:`")]
    [InlineData("1:2", 2, "expected an operator or the end, found `:`")]
    [InlineData("clamp(1, 2)", 1, "`clamp` got 2 arguments; write clamp(x, lo, hi)")]
    [InlineData("matmull(a, b)", 1, "unknown function `matmull`; did you mean matmul?")]
    [InlineData("history(a, b)", 1, "`history` got 2 arguments; write history(x)")]
    [InlineData("1 + norm", 5, "`norm` is a function; write norm(x)")]
    [InlineData("count", 1, "`count` is a function; write count(x > 0)")]
    [InlineData("abs()", 1, "`abs` got 0 arguments; write abs(x)")]
    [InlineData("abs(1, 2)", 1, "`abs` got 2 arguments; write abs(x)")]
    [InlineData("max()", 1, "`max` got 0 arguments; write max(x) or max(x, y)")]
    [InlineData("1 + at(loss)", 5, "`at` got 1 argument; write at(x, update)")]
    [InlineData("prev()", 1, "`prev` got 0 arguments; write prev(x)")]
    [InlineData("prev(1, 2, 3)", 1, "`prev` got 3 arguments; write prev(x)")]
    [InlineData("variant(edge)", 9, "`variant` got 1 argument; write variant(name, x)")]
    [InlineData("variant()", 9, "expected the name of a variant, found `)`")]
    [InlineData("variant(edge, a, b)", 1, "`variant` got 3 arguments; write variant(name, x)")]
    [InlineData("dead(1)", 6, "`dead` takes the name of a layer; write dead(layer1)")]
    public void Every_error_says_what_and_where(string text, int column, string message)
    {
        var error = Expression.Parse(text).Error!;
        Assert.Equal((column, message), (error.Column, error.Message));
    }

    [Fact]
    public void An_error_shows_the_text_and_carets_under_the_place() =>
        Assert.Equal("column 8: unknown function `maxx`; did you mean max?\n  loss < maxx(1)\n         ^^^^",
            Expression.Parse("loss < maxx(1)").Error!.ToString());

    [Fact]
    public void The_caret_stands_after_the_end_if_something_is_missing() =>
        Assert.Equal("column 4: expected a value (number, name or function), found the end\n  1 +\n     ^", Expression.Parse("1 +").Error!.ToString());

    [Fact]
    public void In_several_lines_the_line_is_named_and_shown() =>
        Assert.Equal("line 2, column 3: expected an operator or the end, found `b`\n  a b\n    ^", Expression.Parse("1 +\na b\n").Error!.ToString());

    [Fact]
    public void A_long_line_is_cut_to_the_neighbourhood_of_the_place()
    {
        var lines = Expression.Parse(string.Concat(Enumerable.Repeat("1 + ", 150)) + "* 2").Error!.ToString().Split('\n');
        Assert.Equal("column 601: expected a value (number, name or function), found `*`", lines[0]);
        Assert.StartsWith("  …", lines[1]);
        Assert.True(lines[1].Length < 110);
        Assert.Equal('*', lines[1][lines[2].IndexOf('^')]);
    }

    [Fact]
    public void OrThrow_throws_the_whole_error() =>
        Assert.Equal(Expression.Parse("1 +").Error!.ToString(), Assert.Throws<FormatException>(() => Expression.Parse("1 +").OrThrow()).Message);
}
