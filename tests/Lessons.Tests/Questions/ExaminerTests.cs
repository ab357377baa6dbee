using System.Globalization;

namespace Lessons.Tests;

public class ExaminerTests
{
    private static readonly LessonRuns Doubling = RunLessons.Doubling.Start();

    // 2-2-1, sigmoid then identity, two samples, mse: small enough to know every slip by hand.
    private const string Experiment = """
        {"data": {"inputs": [[1, 2], [3, -1]], "targets": [1, 0]},
         "layers": [{"units": 2, "activation": "sigmoid", "initialWeights": [[0.5, -0.25], [0.75, 1]], "initialBias": [0.125, -0.5]},
                    {"units": 1, "initialWeights": [[2, -1]], "initialBias": [0.25]}],
         "loss": "mse", "optimizer": {"type": "sgd", "learningRate": 0.1}, "length": {"updates": 5}}
        """;

    private static LessonRuns Ask(string value, string at = "0", string experiment = Experiment) => RunLessons.Of(experiment, scenes: $$$"""
        {"text": {"en": "Look.", "zh": "看。"}, "at": "{{{at}}}", "ask": {"type": "predict", "prompt": {"en": "Next?", "zh": "下一个？"}, "value": {{{value}}} } }
        """).Start();

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("-10", VerdictKind.Right, null)]
    [InlineData("−10", VerdictKind.Right, null)]
    [InlineData("-20 / 2", VerdictKind.Right, null)]
    [InlineData("-10.05", VerdictKind.Right, null)]
    [InlineData("10", VerdictKind.Wrong, "sign")]
    [InlineData("-20", VerdictKind.Wrong, "no-mean")]
    [InlineData("-5", VerdictKind.Wrong, "mean-twice")]
    [InlineData("-11", VerdictKind.Wrong, null)]
    [InlineData("ten", VerdictKind.Unreadable, null)]
    [InlineData("loss", VerdictKind.Unreadable, null)]
    [InlineData("", VerdictKind.Unreadable, null)]
    public void A_prediction_is_graded_against_the_run(string answer, VerdictKind kind, string? slip)
    {
        var verdict = new Examiner(Doubling).Judge(1, answer);
        Assert.Equal((kind, slip, -10.0), (verdict.Kind, verdict.Slip, Math.Round(verdict.Answer!.Value, 4)));
        Assert.False(verdict.Feedback.IsEmpty);
    }

    [Fact]
    public void An_answer_is_judged_at_its_scene_wherever_the_learner_is()
    {
        var runs = RunLessons.Doubling.Start();
        runs.GoToScene(1);
        runs.Of(null).Go("17:layer1.a");
        var before = runs.Of(null).Now;
        Assert.True(new Examiner(runs).Judge(1, "-10").IsRight);
        Assert.True(new Examiner(runs).Judge(2, "1").IsRight);
        Assert.Equal(before, runs.Of(null).Now);
    }

    [Fact]
    public void An_answer_follows_the_experiment()
    {
        var runs = RunLessons.Doubling.Start("data.targets=[1,2]");
        Assert.True(new Examiner(runs).Judge(1, "-5").IsRight);
        Assert.Equal("mean-twice", new Examiner(runs).Judge(1, "-2.5").Slip);
    }

    [Fact]
    public void Own_slips_come_with_their_feedback()
    {
        var verdict = new Examiner(Doubling).Judge(2, "-1");
        Assert.Equal("sign", verdict.Slip);
        Assert.Contains("uphill", verdict.Feedback.En);
    }

    [Theory]
    [InlineData("2", VerdictKind.Right)]
    [InlineData("b", VerdictKind.Right)]
    [InlineData(" B ", VerdictKind.Right)]
    [InlineData("1", VerdictKind.Wrong)]
    [InlineData("3", VerdictKind.Unreadable)]
    [InlineData("0", VerdictKind.Unreadable)]
    [InlineData("bb", VerdictKind.Unreadable)]
    public void A_choice_is_a_number_or_a_letter(string answer, VerdictKind kind) => Assert.Equal(kind, new Examiner(Doubling).Judge(3, answer).Kind);

    [Fact]
    public void A_question_that_fails_on_a_changed_run_says_so()
    {
        var verdict = new Examiner(RunLessons.Doubling.Start("optimizer.learningRate=0.4")).Judge(3, "1");
        Assert.Equal(VerdictKind.Wrong, verdict.Kind); // Both runs are at the edge: still one right choice.
        verdict = new Examiner(RunLessons.Doubling.Start("length.updates=0")).Judge(3, "1");
        Assert.Equal(VerdictKind.Unanswerable, verdict.Kind);
        Assert.Contains("has no value", verdict.Feedback.En);
    }

    // z = 0.5·1 − 0.25·2 + 0.125 = 0.125
    [Theory]
    [InlineData("""{"step": "layer1.z", "index": [0, 0]}""", 0.125, "no-bias", 0.0)]
    [InlineData("""{"step": "layer1.z", "index": [0, 0]}""", 0.125, "activation", 0.5312093733737563)]
    [InlineData("""{"step": "layer1.z", "index": [0, 0]}""", 0.125, "sign", -0.125)]
    [InlineData("""{"step": "layer1.a", "index": [0, 0]}""", 0.5312093733737563, "no-activation", 0.125)]
    public void Slips_of_the_forward_pass(string value, double right, string slip, double wrong)
    {
        var examiner = new Examiner(Ask(value));
        Assert.True(examiner.Judge(0, Text(right)).IsRight);
        Assert.Equal(slip, examiner.Judge(0, Text(wrong)).Slip);
    }

    // An independent pass in double: ∂L/∂a₂ = 2(a − y)/B, ∂L/∂a₁ = ∂L/∂a₂·W₂, ∂L/∂z₁ = ∂L/∂a₁·a₁(1 − a₁).
    [Fact]
    public void Slips_of_the_backward_pass()
    {
        double[][] x = [[1, 2], [3, -1]];
        double[] y = [1, 0], weight = [0.5, -0.25];
        double gradient = 0, without = 0, da = 0, dz = 0, loss = 0;
        for (var sample = 0; sample < 2; sample++)
        {
            var a = Sigmoid(weight[0] * x[sample][0] + weight[1] * x[sample][1] + 0.125);
            var other = Sigmoid(0.75 * x[sample][0] + x[sample][1] - 0.5);
            var error = 2 * a - other + 0.25 - y[sample];
            loss += error * error / 2;
            da = 2 * error / 2 * 2;
            dz = da * a * (1 - a);
            gradient += dz * x[sample][1];
            without += da * x[sample][1];
        }
        var ofGradient = new Examiner(Ask("""{"step": "layer1.weight.grad", "index": [0, 1]}"""));
        Assert.True(ofGradient.Judge(0, Text(gradient)).IsRight);
        Assert.Equal("no-derivative", ofGradient.Judge(0, Text(without)).Slip);
        Assert.Equal("no-mean", ofGradient.Judge(0, Text(2 * gradient)).Slip);
        Assert.Equal("sign", ofGradient.Judge(0, Text(-gradient)).Slip);
        var ofDz = new Examiner(Ask("""{"step": "layer1.dz", "index": [1, 0]}"""));
        Assert.True(ofDz.Judge(0, Text(dz)).IsRight);
        Assert.Equal("no-derivative", ofDz.Judge(0, Text(da)).Slip);
        var ofWeight = new Examiner(Ask("""{"step": "layer1.weight", "index": [0, 1]}"""));
        Assert.True(ofWeight.Judge(0, Text(-0.25 - 0.1 * gradient)).IsRight);
        var tight = Ask("""{"step": "layer1.weight", "index": [0, 1]}, "tolerance": {"absolute": 1e-5}""");
        Assert.Equal("sign", new Examiner(tight).Judge(0, Text(-0.25 + 0.1 * gradient)).Slip);
        Assert.Equal("no-learning-rate", new Examiner(tight).Judge(0, Text(-0.25 - gradient)).Slip);
        Assert.Equal("only-the-step", new Examiner(tight).Judge(0, Text(0.1 * gradient)).Slip);
        Assert.Equal("unchanged", new Examiner(tight).Judge(0, "-0.25").Slip);
        Assert.Equal("no-mean", new Examiner(tight).Judge(0, Text(-0.25 - 0.2 * gradient)).Slip);
        var ofLoss = new Examiner(Ask("""{"step": "loss"}"""));
        Assert.True(ofLoss.Judge(0, Text(loss)).IsRight);
        Assert.Equal("no-mean", ofLoss.Judge(0, Text(2 * loss)).Slip);

        static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
    }

    [Fact]
    public void A_logarithm_to_base_10_is_recognised()
    {
        var runs = Ask("""{"step": "loss"}""", experiment: """
            {"data": {"inputs": [[0]], "targets": [1]}, "layers": [{"units": 1, "activation": "sigmoid", "initialWeights": "zeros"}],
             "loss": "bce", "length": {"updates": 1}}
            """);
        Assert.True(new Examiner(runs).Judge(0, "0.6931").IsRight);
        Assert.Equal("base-10", new Examiner(runs).Judge(0, "0.3010").Slip);
    }

    [Fact]
    public void The_next_value_may_come_an_update_or_an_epoch_later()
    {
        var later = Ask("""{"step": "layer1.z", "index": [0, 0]}""", at: "2:loss");
        var expected = later.Of(null).ValuesAt(new(3, 1000)).Number("layer1.z[0,0]");
        Assert.True(new Examiner(later).Judge(0, Text(expected)).IsRight);
        var never = Ask("""{"step": "layer1.z", "index": [0, 0]}""", at: "end");
        Assert.Equal(VerdictKind.Unanswerable, new Examiner(never).Judge(0, "1").Kind);
    }

    [Fact]
    public void No_slip_is_the_right_answer()
    {
        foreach (var name in new[] { "layer1.z", "layer1.a", "layer1.dz", "layer1.weight.grad", "layer1.weight" })
        {
            var runs = Ask($$"""{"step": "{{name}}", "index": [1, 1]}""");
            var examiner = new Examiner(runs);
            var right = examiner.Judge(0, "0").Answer!.Value;
            Assert.True(examiner.Slips(0).Length >= 2, name);
            Assert.All(examiner.Slips(0), slip => Assert.False(new Tolerance().Accepts(slip.Value, right)));
        }
    }

    [Fact]
    public void Tries_and_hints_are_counted_until_it_is_right()
    {
        var (examiner, question) = (new Examiner(Doubling), RunLessons.Doubling.Scenes[1].Ask!);
        var state = AnswerState.Fresh;
        foreach (var answer in new[] { "what", "10", "-10", "3" }) state = state.After(examiner.Judge(1, answer), answer);
        Assert.Equal(new AnswerState(Tries: 2, Hints: 0, IsRight: true, Given: "-10"), state);
        Assert.False(state.IsRightAtOnce);
        Assert.True(AnswerState.Fresh.After(examiner.Judge(1, "-10"), "-10").IsRightAtOnce);
        Assert.Equal(question.Hints[0], state.NextHint(question));
        Assert.Null(state.WithHint(question).WithHint(question).WithHint(question).NextHint(question));
    }

    [Theory]
    [InlineData("０．５", 0.5)]
    [InlineData("2 × 3 − 1", 5)]
    [InlineData("1e-3", 0.001)]
    [InlineData("（1+1）÷4", 0.5)]
    public void Numbers_may_be_typed_as_people_do(string text, double value) => Assert.Equal(value, TypedNumber.Read(text).OrThrow());

    [Fact]
    public void A_tolerance_without_bounds_for_infinity()
    {
        Assert.False(new Tolerance().Accepts(1, double.PositiveInfinity));
        Assert.True(new Tolerance().Accepts(double.NaN, double.NaN));
        Assert.False(new Tolerance(Absolute: 1).Accepts(double.NaN, 0));
        Assert.True(new Tolerance(Absolute: 0.5, Relative: 0).Accepts(1.5, 1));
    }
}
