namespace Lessons.Tests;

public class ParsingTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "1 + (2 * 3)")]
    [InlineData("1 - 2 - 3", "(1 - 2) - 3")]
    [InlineData("8 / 4 / 2", "(8 / 4) / 2")]
    [InlineData("8 / 4 * 2", "(8 / 4) * 2")]
    [InlineData("2 ^ 3 ^ 2", "2 ^ (3 ^ 2)")]
    [InlineData("-2 ^ 2", "-(2 ^ 2)")]
    [InlineData("2 ^ -3 ^ 2", "2 ^ (-(3 ^ 2))")]
    [InlineData("2 ^ -x * y", "(2 ^ (-x)) * y")]
    [InlineData("-a * b", "(-a) * b")]
    [InlineData("-a[0]", "-(a[0])")]
    [InlineData("a[0] ^ 2", "(a[0]) ^ 2")]
    [InlineData("- - a", "-(-a)")]
    [InlineData("a - -b", "a - (-b)")]
    [InlineData("a + b < c * d", "(a + b) < (c * d)")]
    [InlineData("not a < b", "not (a < b)")]
    [InlineData("not a and b", "(not a) and b")]
    [InlineData("not not a", "not (not a)")]
    [InlineData("a or b and c", "a or (b and c)")]
    [InlineData("a and b or c", "(a and b) or c")]
    [InlineData("a and not b", "a and (not b)")]
    [InlineData("a == b and c != d", "(a == b) and (c != d)")]
    [InlineData("prev(a)[0]", "(prev(a))[0]")]
    [InlineData("a\n+\tb", "a + b")]
    public void Operators_bind_as_in_mathematics(string text, string grouped) =>
        Assert.Equal(Expression.Parse(grouped).OrThrow(), Expression.Parse(text).OrThrow());

    [Theory]
    [InlineData("(1 - 2) - 3", "1 - 2 - 3")]
    [InlineData("1 - (2 - 3)", "1 - (2 - 3)")]
    [InlineData("((loss))<.5", "loss < 0.5")]
    [InlineData("(a<b)==(c<d)", "(a < b) == (c < d)")]
    [InlineData("(2^3)^2", "(2^3)^2")]
    [InlineData("2^(3^2)", "2^3^2")]
    [InlineData("(-2)^2", "(-2)^2")]
    [InlineData("2^(-1)", "2^-1")]
    [InlineData("-(a*b)", "-(a * b)")]
    [InlineData("(a+b)[0 , 1]", "(a + b)[0,1]")]
    [InlineData("not (a and b)", "not (a and b)")]
    [InlineData("a == (not b)", "a == (not b)")]
    [InlineData("variant( large-rate ,loss )", "variant(large-rate, loss)")]
    [InlineData("at(loss,3)-prev(loss)", "at(loss, 3) - prev(loss)")]
    [InlineData("dead( layer1 )", "dead(layer1)")]
    [InlineData("1e3", "1000")]
    [InlineData("1E-7", "1E-07")]
    [InlineData("inf+nan", "inf + nan")]
    [InlineData("true or false", "true or false")]
    public void Text_is_printed_with_only_the_parentheses_it_needs(string text, string printed) =>
        Assert.Equal(printed, Expression.Parse(text).OrThrow().ToString());

    [Fact]
    public void Places_of_nodes_are_their_characters()
    {
        var root = (BinarySyntax)Expression.Parse("  loss + max(a, b)").OrThrow().Root;
        Assert.Equal((2, 18), (root.Place.Start, root.Place.End));
        Assert.Equal((9, 18), (root.Right.Place.Start, root.Right.Place.End));
    }

    [Fact]
    public void Equal_meaning_is_equal_and_has_one_hash()
    {
        var (a, b) = (Expression.Parse("max(x, 1)+a[0]").OrThrow(), Expression.Parse(" max( x,1 ) + a[ 0 ]").OrThrow());
        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.NotEqual(a, Expression.Parse("max(x, 1)+a[1]").OrThrow());
    }
}
