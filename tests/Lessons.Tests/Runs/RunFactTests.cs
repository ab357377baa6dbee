namespace Lessons.Tests;

/// <summary>Facts about a run against values worked out by hand or by other means.</summary>
public class RunFactTests
{
    // w = 1 − 0.5·w-gradient of mean (w·x − y)²/2 … : one weight and a bias on three points of y = 2x + 1.
    private const string Line =
        """
        {"data": {"inputs": [[0], [1], [2]], "targets": [1, 3, 5]},
         "layers": [{"units": 1, "activation": "identity", "initialWeights": "zeros"}],
         "loss": "mse", "optimizer": {"type": "sgd", "learningRate": 0.1}, "length": {"updates": 200}}
        """;

    private static readonly LessonRun Run = RunLessons.Of(Line).Start().Of(null);

    private static string At(long update, string text)
    {
        var expression = Expression.Parse(text).OrThrow();
        Assert.Null(expression.Check(Run.Names).Error);
        return expression.Evaluate(Run.ValuesAt(new(update, int.MaxValue))).ToString();
    }

    [Theory]
    [InlineData("data.x", "[[0], [1], [2]]")]
    [InlineData("data.train.y", "[[1], [3], [5]]")]
    [InlineData("parameters", "2")]
    [InlineData("samples", "3")]
    [InlineData("batches", "1")]
    [InlineData("max(abs(least_squares - [2, 1])) < 1e-12", "true")]
    [InlineData("train.a", "[[0], [0], [0]]")]
    // Mean of 1, 9, 25; gradient −2·mean(x·y), −2·mean(y).
    [InlineData("abs(full_loss - 35 / 3) < 1e-12", "true")]
    [InlineData("max(abs(full_grad.layer1.weight + 26 / 3)) < 1e-12", "true")]
    [InlineData("max(abs(full_grad.layer1.bias + 6)) < 1e-12", "true")]
    [InlineData("abs(full_grad_norm - sqrt((26 / 3)^2 + 36)) < 1e-12", "true")]
    // Hessian 2·[mean x², mean x; mean x, 1] = [10/3, 2; 2, 2]: eigenvalues (16 ± √160)/6.
    [InlineData("abs(lambda_min - (16 - sqrt(160)) / 6) < 1e-6", "true")]
    [InlineData("max(abs(eigenvalues - [(16 - sqrt(160)) / 6, (16 + sqrt(160)) / 6])) < 1e-6", "true")]
    [InlineData("abs(condition - (16 + sqrt(160)) / (16 - sqrt(160))) < 1e-5", "true")]
    public void The_start_of_a_line_is_known_by_hand(string text, string value) => Assert.Equal(value, At(0, text));

    [Theory]
    [InlineData("max(abs(concat(layer1.weight[0], layer1.bias) - least_squares)) < 1e-3")]
    [InlineData("same_bits(train.a, layer1.a) == false")] // The update behind layer1.a has changed the weights.
    [InlineData("max(abs(train.a - data.y)) < 1e-2")]
    [InlineData("size(history(loss)) == update + 1 and isnan(history(loss)[0]) and history(loss)[update] == loss and history(loss)[7] == at(loss, 7)")]
    [InlineData("all(history(loss)[2:] < history(loss)[1:update])")]
    [InlineData("min_so_far(loss) == loss")]
    [InlineData("history(layer1.weight[0,0])[0] == 0 and history(layer1.weight[0,0])[update] == layer1.weight[0,0]")]
    [InlineData("at(size(history(loss)), 5) == 6")]
    [InlineData("same_bits(at(train.a, 3), at(train.layer1.z, 3))")]
    public void The_end_of_a_line_is_where_theory_says(string text) => Assert.Equal("true", At(150, text));

    [Fact]
    public void Updates_that_are_not_finished_are_not_part_of_the_history()
    {
        var run = RunLessons.Of(Line).Start().Of(null);
        Assert.True(run.Go("5:layer1.z").Ok);
        Assert.Equal(5, run.Values.Number("size(history(loss))"));
        Assert.True(run.Go("5").Ok);
        Assert.Equal(6, run.Values.Number("size(history(loss))"));
    }

    [Fact]
    public void Accuracy_of_all_samples_can_be_written_down()
    {
        var run = RunLessons.Xor.Start().Of(null);
        var end = run.ValuesAt(new(3000, int.MaxValue));
        Assert.Equal(1, end.Number("mean(if((train.a > 0.5) == (data.y > 0.5), 1, 0))"));
        Assert.True(end.Holds("variant(fast, full_loss) < full_loss and same_bits(variant(fast, at(train.a, 0)), at(train.a, 0))"));
    }

    [Fact]
    public void Histories_of_other_runs_and_of_two_runs_are_those_of_their_updates()
    {
        var values = RunLessons.Xor.Start().Of(null).ValuesAt(new(20, int.MaxValue));
        Assert.True(values.Holds("variant(fast, history(loss))[20] == variant(fast, loss) and history(variant(fast, loss))[10] == variant(fast, at(loss, 10))"));
        Assert.True(values.Holds("first(history(loss) < 1e-9) != 0"));
    }

    [Fact]
    public void A_fact_is_no_place_to_stand_on() => Assert.Equal(ArrivalKind.NotWritten, RunLessons.Of(Line).Start().Of(null).Go("3:train.a").Kind);

    [Fact]
    public void A_near_name_is_offered() =>
        Assert.Equal("unknown name `sampels`; did you mean samples?", Expression.Parse("sampels").OrThrow().Check(Run.Names).Error!.Message);
}
