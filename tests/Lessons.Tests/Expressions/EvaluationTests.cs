namespace Lessons.Tests;

public class EvaluationTests
{
    private static readonly SampleRun Run = new(2);

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("-2 ^ 2", "-4")]
    [InlineData("2 ^ 3 ^ 2", "512")]
    [InlineData("2 ^ -2", "0.25")]
    [InlineData("abs(2 ^ 0.5 - sqrt(2)) < 1e-15", "true")]
    [InlineData("(-1) ^ 2001", "-1")]
    [InlineData("2 ^ 2000", "inf")]
    [InlineData("0 ^ 0", "1")]
    [InlineData("(-2) ^ 0.5", "nan")]
    [InlineData("0.1 + 0.2 == 0.3", "false")]
    [InlineData("1 / 0", "inf")]
    [InlineData("-1 / 0", "-inf")]
    [InlineData("0 / 0", "nan")]
    [InlineData("nan < 1", "false")]
    [InlineData("nan >= 1", "false")]
    [InlineData("nan == nan", "false")]
    [InlineData("nan != nan", "true")]
    [InlineData("isnan(nan) and not isfinite(inf)", "true")]
    [InlineData("1e999999 > 1", null)]
    [InlineData("abs(-3) + sqrt(16) + ln(exp(1))", "8")]
    [InlineData("ln(0)", "-inf")]
    [InlineData("sqrt(-1)", "nan")]
    [InlineData("min(3, 1, 2) + max(3, 1, 2)", "4")]
    [InlineData("max(1, nan)", "nan")]
    [InlineData("(1 < 2) == (3 < 4)", "true")]
    [InlineData("true and not false", "true")]
    public void Arithmetic_is_that_of_IEEE_double(string text, string? value)
    {
        if (value is null) Assert.False(Expression.Parse(text).Ok);
        else Assert.Equal(value, Run.Say(text));
    }

    [Theory]
    [InlineData("loss", "0.5")]
    [InlineData("update", "2")]
    [InlineData("epoch", "1")]
    [InlineData("critical_lr * lambda_max", "2")]
    [InlineData("layer2.weight", "[[3, 0, -4, 0]]")]
    [InlineData("norm(layer2.weight)", "5")]
    [InlineData("layer2.weight[0]", "[3, 0, -4, 0]")]
    [InlineData("layer2.weight[0,2]", "-4")]
    [InlineData("layer2.weight[0][2]", "-4")]
    [InlineData("layer1.weight[1,0]", "4")]
    [InlineData("layer1.weight[update - 1, 0 * 1]", "4")]
    [InlineData("2 * layer2.weight - 1", "[[5, -1, -9, -1]]")]
    [InlineData("layer2.weight + layer2.weight.grad", "[[3, 0.001, -6, 0.5]]")]
    [InlineData("layer2.weight > 0", "[[true, false, false, false]]")]
    [InlineData("not (layer2.weight == 0) and layer2.weight < 0", "[[false, false, true, false]]")]
    [InlineData("count(layer1.a == 0)", "8")]
    [InlineData("count(loss < 1)", "1")]
    [InlineData("size(layer1.a)", "12")]
    [InlineData("count(isnan(layer1.bias))", "1")]
    [InlineData("max(layer1.bias)", "nan")]
    [InlineData("max(layer2.weight)", "3")]
    [InlineData("min(abs(layer2.weight))", "0")]
    [InlineData("mean(layer2.weight)", "-0.25")]
    [InlineData("sum(layer2.weight)", "-1")]
    [InlineData("max(layer2.weight, 0)", "[[3, 0, 0, 0]]")]
    [InlineData("argmax(layer1.z)", "[3, 1, 3]")]
    [InlineData("argmax(layer1.a[2])", "0")]
    [InlineData("argmax(layer1.bias)", "3")]
    [InlineData("argmax(loss)", "0")]
    [InlineData("any(layer2.weight < -3) and not all(layer2.weight != 0)", "true")]
    [InlineData("dead(layer1)", "1")]
    [InlineData("saturated(layer1)", "2")]
    public void Values_are_those_of_the_run(string text, string value) => Assert.Equal(value, Run.Say(text));

    [Theory]
    [InlineData("prev(loss)", "0.75")]
    [InlineData("prev(update)", "1")]
    [InlineData("at(loss, 3)", "0.625")]
    [InlineData("at(loss, update + 1) > loss", "true")]
    [InlineData("prev(layer1.weight)[0,0]", "1.5")]
    [InlineData("prev(prev(layer1.weight[0,0]))", "0.5")]
    [InlineData("at(prev(loss), 3)", "0.5")]
    [InlineData("variant(edge, loss)", "1")]
    [InlineData("variant(large-rate, loss)", "2")]
    [InlineData("variant(large-rate, prev(loss)) - prev(loss)", "2.25")]
    [InlineData("prev(variant(edge, loss))", "1.5")]
    public void Other_moments_and_other_variants_can_be_asked(string text, string value) => Assert.Equal(value, Run.Say(text));

    [Theory]
    [InlineData(0, "prev(loss)", 1, "there is no update before 0; guard it, as in update > 1 and loss > prev(loss)", true)]
    [InlineData(1, "prev(loss)", 6, "`loss` has no value at this moment of update 0", true)]
    [InlineData(2, "at(loss, 9)", 10, "update 9 is outside the run", true)]
    [InlineData(2, "at(loss, -1)", 10, "update -1 is outside the run; updates are 0, 1, 2 …", false)]
    [InlineData(2, "at(loss, 1.5)", 10, "update 1.5 is outside the run; updates are 0, 1, 2 …", false)]
    [InlineData(2, "at(loss, nan)", 10, "update nan is outside the run; updates are 0, 1, 2 …", false)]
    [InlineData(0, "loss < 1", 1, "`loss` has no value at this moment of update 0", true)]
    [InlineData(2, "eval.test.accuracy > 0.9", 1, "`eval.test.accuracy` has no value at this moment of update 2", true)]
    [InlineData(2, "optimum_distance", 1, "theory gives no `optimum_distance` for this run", false)]
    [InlineData(2, "dead(layer2)", 6, "`layer2` has no activation, so no dead units", false)]
    [InlineData(2, "layer1.a[3]", 10, "index 3 is not on axis 1 of `layer1.a`, shape [3,4]; allowed: 0 to 2", false)]
    [InlineData(2, "layer1.a[0, loss]", 13, "index 0.5 is not on axis 2 of `layer1.a`, shape [3,4]; allowed: 0 to 3", false)]
    public void What_the_run_does_not_have_is_an_error(long update, string text, int column, string message, bool notYet)
    {
        var expression = Expression.Parse(text).OrThrow();
        Assert.True(expression.Check(new SampleRun(update)).Ok);
        var error = expression.Evaluate(new SampleRun(update)).Error!;
        Assert.Equal((column, message, notYet), (error.Column, error.Message, error.NotYet));
    }

    [Theory]
    [InlineData("update > 1 and loss > prev(loss)", false)]
    [InlineData("update <= 1 or loss > prev(loss)", true)]
    public void A_decided_and_or_or_does_not_ask_the_other_side(string text, bool holds) =>
        Assert.Equal(holds, Expression.Parse(text).OrThrow().Holds(new SampleRun(1)).OrThrow());

    [Fact]
    public void The_loss_that_rises_is_found_at_update_3()
    {
        var rises = Expression.Parse("update > 1 and loss > prev(loss)").OrThrow();
        Assert.Equal(3, Enumerable.Range(0, 4).First(update => rises.Holds(new SampleRun(update)).OrThrow()));
    }

    [Fact]
    public void Numbers_come_out_exact() => Assert.Equal(2.0615530643, Expression.Parse("grad_norm").OrThrow().Number(Run).OrThrow());
}
