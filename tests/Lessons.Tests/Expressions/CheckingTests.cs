namespace Lessons.Tests;

public class CheckingTests
{
    private static readonly SampleRun Run = new(2);

    [Theory]
    [InlineData("1 + 2", "a number")]
    [InlineData("loss < 1", "a bool")]
    [InlineData("layer1.weight", "a tensor [4,2]")]
    [InlineData("layer1.weight[0]", "a tensor [2]")]
    [InlineData("layer1.weight[0,1]", "a number")]
    [InlineData("layer1.weight[0][1]", "a number")]
    [InlineData("layer1.a", "a tensor [n,4]")]
    [InlineData("layer1.a > 0", "a tensor of bools [n,4]")]
    [InlineData("layer1.a - layer1.z * 2", "a tensor [n,4]")]
    [InlineData("not (layer1.bias > 0)", "a tensor of bools [4]")]
    [InlineData("layer1.bias > 0 and loss < 1", "a tensor of bools [4]")]
    [InlineData("argmax(layer1.a)", "a tensor [n]")]
    [InlineData("argmax(layer1.a) == batch.index", "a tensor of bools [n]")]
    [InlineData("argmax(layer1.bias)", "a number")]
    [InlineData("count(layer1.a == 0)", "a number")]
    [InlineData("all(isfinite(layer1.weight))", "a bool")]
    [InlineData("max(layer1.weight)", "a number")]
    [InlineData("max(layer1.weight, 0, loss)", "a tensor [4,2]")]
    [InlineData("prev(layer1.weight)", "a tensor [4,2]")]
    [InlineData("at(loss, update - 1)", "a number")]
    [InlineData("variant(large-rate, layer1.bias)", "a tensor [4]")]
    [InlineData("dead(layer1) + saturated(layer2)", "a number")]
    [InlineData("critical_lr + best_lr + lambda_max + optimum_distance + epoch", "a number")]
    [InlineData("(loss < 1) == true", "a bool")]
    public void Types_are_known_before_the_run(string text, string type) =>
        Assert.Equal(type, Expression.Parse(text).OrThrow().Check(Run).ToString());

    [Theory]
    [InlineData("layr1.z", 1, "unknown name `layr1.z`; did you mean layer1.z, layer1.a?")]
    [InlineData("1 + los", 5, "unknown name `los`; did you mean loss?")]
    [InlineData("Loss", 1, "unknown name `Loss`; did you mean loss?")]
    [InlineData("critical_rl", 1, "unknown name `critical_rl`; did you mean critical_lr?")]
    [InlineData("banana", 1, "unknown name `banana`")]
    [InlineData("layer1.weight + layer1.bias", 1, "`+` cannot join shapes [4,2] and [4]; they must be equal, or one side a number, or beside a matrix [n,m] a row [m] or a column [n,1]")]
    [InlineData("layer1.a < layer1.weight", 1, "`<` cannot join shapes [n,4] and [4,2]; they must be equal, or one side a number, or beside a matrix [n,m] a row [m] or a column [n,1]")]
    [InlineData("max(layer1.bias, layer1.weight)", 1, "`max` cannot join shapes [4] and [4,2]; they must be equal, or one side a number, or beside a matrix [n,m] a row [m] or a column [n,1]")]
    [InlineData("1 + (loss < 2)", 6, "expected a number or tensor right of `+`, got a bool")]
    [InlineData("(loss < 2) * 3", 2, "expected a number or tensor left of `*`, got a bool")]
    [InlineData("-(loss < 2)", 3, "expected a number or tensor after `-`, got a bool")]
    [InlineData("loss and true", 1, "expected a comparison left of `and`, got a number; write for example x > 0")]
    [InlineData("not layer1.bias", 5, "expected a comparison after `not`, got a tensor [4]; write for example x > 0")]
    [InlineData("(loss < 1) == 1", 2, "`==` compares a bool with a number; both sides must be of one kind")]
    [InlineData("(loss < 1) < (loss > 2)", 2, "expected a number or tensor left of `<`, got a bool")]
    [InlineData("count(layer1.bias)", 7, "expected a comparison in `count`, got a tensor [4]; write for example x > 0")]
    [InlineData("sum(layer1.bias > 0)", 5, "expected a number or tensor in `sum`, got a tensor of bools [4]")]
    [InlineData("max(1, true)", 8, "expected a number or tensor in `max`, got a bool")]
    [InlineData("loss[0]", 6, "`loss` is a single value and takes no index")]
    [InlineData("layer1.weight[0,1,2]", 19, "3 indices, but `layer1.weight` has the shape [4,2]; give at most 2")]
    [InlineData("layer1.weight[4,0]", 15, "index 4 is not on axis 1 of `layer1.weight`, shape [4,2]; allowed: 0 to 3")]
    [InlineData("layer1.weight[0,-1]", 17, "index -1 is not on axis 2 of `layer1.weight`, shape [4,2]; allowed: 0 to 1")]
    [InlineData("layer1.weight[0.5]", 15, "index 0.5 is not on axis 1 of `layer1.weight`, shape [4,2]; allowed: 0 to 3")]
    [InlineData("layer1.weight[nan]", 15, "index nan is not on axis 1 of `layer1.weight`, shape [4,2]; allowed: 0 to 3")]
    [InlineData("layer1.a[-1]", 10, "index -1 is not on axis 1 of `layer1.a`, shape [n,4]; allowed: 0 and up")]
    [InlineData("layer1.bias[loss < 1]", 13, "expected a number as an index, got a bool")]
    [InlineData("layer1.bias[layer1.bias]", 13, "expected a number as an index, got a tensor [4]; pick an element with [i,j], or write max(…), mean(…), norm(…)")]
    [InlineData("at(loss, true)", 10, "expected a number as the update of `at`, got a bool")]
    [InlineData("dead(layer3)", 6, "unknown layer `layer3`; this run has layer1, layer2")]
    [InlineData("variant(egde, loss)", 9, "unknown variant `egde`; this lesson has edge, large-rate")]
    [InlineData("variant(edge, variant(edge, loss))", 23, "unknown variant `edge`; this lesson has no variants")]
    [InlineData("variant(edge, lss)", 15, "unknown name `lss`; did you mean loss?")]
    public void What_does_not_fit_is_said_before_the_run_and_in_it(string text, int column, string message)
    {
        var expression = Expression.Parse(text).OrThrow();
        var before = expression.Check(Run).Error!;
        Assert.Equal((column, message), (before.Column, before.Message));
        Assert.False(before.NotYet);
        var during = expression.Evaluate(Run).Error!;
        // Only the number of rows is known better in the run.
        Assert.Equal((column, message.Replace("[n,4]", "[3,4]").Replace("0 and up", "0 to 2")), (during.Column, during.Message));
    }

    [Theory]
    [InlineData("loss", "expected a bool here, got a number; compare it, as in x > 0")]
    [InlineData("layer1.bias > 0", "expected a bool here, got a tensor of bools [4]; write all(…), any(…) or count(…) > 0")]
    public void A_condition_is_one_bool(string text, string message)
    {
        var expression = Expression.Parse(text).OrThrow();
        Assert.Equal(message, expression.CheckCondition(Run).Error!.Message);
        Assert.Equal(message, expression.Holds(Run).Error!.Message);
    }

    [Theory]
    [InlineData("loss < 1", "expected a number here, got a bool")]
    [InlineData("layer1.bias", "expected a number here, got a tensor [4]; pick an element with [i,j], or write max(…), mean(…), norm(…)")]
    public void An_answer_is_one_number(string text, string message)
    {
        var expression = Expression.Parse(text).OrThrow();
        Assert.Equal(message, expression.CheckNumber(Run).Error!.Message);
        Assert.Equal(message, expression.Number(Run).Error!.Message);
    }
}
