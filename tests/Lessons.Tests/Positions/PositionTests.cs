using FsCheck;
using FsCheck.Fluent;

namespace Lessons.Tests;

public class PositionTests
{
    private static readonly SampleRun Run = new(2);

    [Fact]
    public void Every_form_of_the_grammar_is_read()
    {
        Assert.Equal(Position.Start, Parse("0"));
        Assert.Equal(new UpdatePosition(12), Parse(" 12 "));
        Assert.Equal(new ValuePosition(3, "layer1.z"), Parse("3:layer1.z"));
        Assert.Equal(new EpochPosition(4), Parse("epoch 4"));
        Assert.Equal(new EndPosition(), Parse("end"));
        Assert.Equal(new UntilPosition(Expression.Parse("loss<0.1").OrThrow()), Parse("until loss < 0.1"));
    }

    [Theory]
    [InlineData("", 1, "expected a position: 0, an update K, K:NAME, epoch E, end or until EXPR")]
    [InlineData("  ", 3, "expected a position: 0, an update K, K:NAME, epoch E, end or until EXPR")]
    [InlineData("start", 1, "`start` is no position; expected 0, an update K, K:NAME, epoch E, end or until EXPR")]
    [InlineData("-1", 1, "`-1` is no position; expected 0, an update K, K:NAME, epoch E, end or until EXPR")]
    [InlineData("1.5", 1, "expected an update number, got `1.5`; a whole number from 0 to 2147483647")]
    [InlineData("99999999999999999999", 1, "expected an update number, got `99999999999999999999`; a whole number from 0 to 2147483647")]
    [InlineData("0:layer1.z", 1, "expected an update from 1 before `:`, got `0`; a whole number from 1 to 2147483647")]
    [InlineData("3:", 3, "expected the name of a value after `:`, as in 3:layer1.z; indices are not part of a position")]
    [InlineData("3:layer1.z[0]", 3, "expected the name of a value after `:`, as in 3:layer1.z; indices are not part of a position")]
    [InlineData("3:a..b", 3, "expected the name of a value after `:`, as in 3:layer1.z; indices are not part of a position")]
    [InlineData("epoch", 6, "expected the number of an epoch, as in epoch 3, got ``; a whole number from 1 to 2147483647")]
    [InlineData("epoch 0", 7, "expected the number of an epoch, as in epoch 3, got `0`; a whole number from 1 to 2147483647")]
    [InlineData("epoch x", 7, "expected the number of an epoch, as in epoch 3, got `x`; a whole number from 1 to 2147483647")]
    [InlineData("end now", 4, "expected nothing after `end`")]
    [InlineData("until", 6, "expected a condition after `until`, as in until loss < 0.1")]
    [InlineData("until loss <", 13, "expected a value (number, name or function), found the end")]
    [InlineData("until loss = 1", 12, "`=` is not known here; write ==")]
    public void Errors_say_what_was_expected_and_where(string text, int column, string message)
    {
        var error = Position.Parse(text).Error!;
        Assert.Equal((column, message), (error.Column, error.Message));
    }

    [Fact]
    public void Positions_are_checked_against_the_run()
    {
        Assert.Null(Parse("3:layer1.z").Check(Run));
        Assert.Null(Parse("7").Check(Run));
        Assert.Null(Parse("until loss < 1").Check(Run));
        Assert.Equal("column 3: unknown name `layer1.x`; did you mean layer1.a, layer1.z?\n  3:layer1.x\n    ^^^^^^^^", Parse("3:layer1.x").Check(Run)!.ToString());
        Assert.Equal("expected a bool here, got a number; compare it, as in x > 0", Parse("until loss").Check(Run)!.Message);
    }

    [Fact]
    public void Print_and_parse_are_inverse() =>
        Prop.ForAll(Random.ToArbitrary(), position => Parse(position.ToString()) == position).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    internal static Gen<Position> Random => Gen.OneOf(
        Gen.Choose(0, int.MaxValue).Select(update => (Position)new UpdatePosition(update)),
        Gen.Choose(1, int.MaxValue).SelectMany(_ => Gen.Elements("loss", "layer1.z", "layer1.weight.state.m_hat"), (update, name) => (Position)new ValuePosition(update, name)),
        Gen.Choose(1, 100).Select(epoch => (Position)new EpochPosition(epoch)),
        Gen.Constant((Position)new EndPosition()),
        RandomSyntax.Any(2).Select(tree => (Position)new UntilPosition(Expression.Parse(tree.ToString()).OrThrow())));

    private static Position Parse(string text) => Position.Parse(text).OrThrow();
}
