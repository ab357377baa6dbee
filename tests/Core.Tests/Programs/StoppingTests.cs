namespace Core.Tests;

/// <summary>Early stopping and stopping rules against their definitions, on the curves that really came out.</summary>
public class StoppingTests
{
    [Theory]
    [InlineData("early stopping")]
    [InlineData("early stopping restored")]
    [InlineData("early stopping on train, rare evaluation")]
    [InlineData("metrics of two classes")]
    public void A_run_stops_in_the_epoch_in_which_the_wait_reaches_patience(string name)
    {
        var experiment = Small.All[name] with { Length = new(Epochs: 60) };
        var settings = experiment.EarlyStopping!;
        var sign = settings.Monitor.EndsWith("accuracy") ? -1 : 1;
        using var free = (experiment with { EarlyStopping = settings with { Patience = 1000 } }).Compile<float>();
        float best = float.NaN;
        int bestEpoch = 0, wait = 0, stopped = 0;
        ulong bestWeights = 0;
        while (stopped == 0 && free.Run.Update < free.LastUpdate - 1)
        {
            free.Train();
            if (!free.Run.EndsEpoch) continue;
            var value = sign * (float)free.Scalar($"eval.{settings.Monitor}");
            if (bestEpoch == 0 || value < best - (float)settings.MinDelta) (best, bestEpoch, wait, bestWeights) = (value, free.Run.Epoch, 0, free.WeightHash());
            else if (++wait == settings.Patience) stopped = free.Run.Epoch;
        }

        using var program = experiment.Compile<float>();
        while (!program.IsOver()) program.Train();
        Assert.True(stopped > 1, "the curve never turns: nothing is tested");
        Assert.Equal((stopped, bestEpoch), ((int)program.Scalar("stopped_epoch"), (int)program.Scalar("best_epoch")));
        Assert.Equal(stopped * 3, program.Run.Update);
        Assert.Equal(settings.RestoreBest ? bestWeights : free.WeightHash(), program.WeightHash());
    }

    [Fact]
    public void Given_batches_beyond_the_stop_are_not_used()
    {
        var updates = Enumerable.Range(0, 40).Select(k => new GivenBatch([k % 7, (k + 3) % 7], k / 2 + 1)).ToArray();
        var experiment = Small.Base with
        {
            Batches = new GivenBatchSettings(updates),
            Length = new(Updates: 40),
            EarlyStopping = new("train.loss", 2, MinDelta: 0.5),
        };
        using var program = experiment.Compile<float>();
        while (!program.IsOver()) program.Train();
        Assert.InRange(program.Run.Update, 4, 38);
        Assert.Equal(program.Run.Update / 2, (long)program.Scalar("stopped_epoch"));
    }

    [Fact]
    public void A_run_that_ends_by_itself_restores_the_best_epoch_too()
    {
        using var program = Small.All["early stopping without end"].Compile<float>();
        ulong best = 0;
        var lowest = double.PositiveInfinity;
        while (!program.IsOver())
        {
            program.Walk();
            if (program.Run.EndsRun) break;
            if (!program.Run.EndsEpoch || program.Scalar("eval.validation.loss") >= lowest) continue;
            (lowest, best) = (program.Scalar("eval.validation.loss"), program.WeightHash());
        }

        Assert.Equal(0, program.Scalar("stopped_epoch"));
        Assert.Equal(best, program.WeightHash());
    }

    [Fact]
    public void Rare_evaluations_come_every_so_many_epochs_and_at_the_end()
    {
        var experiment = Small.All["early stopping on train, rare evaluation"] with { EarlyStopping = null, Evaluation = new() { Every = 2 }, Length = new(Updates: 14) };
        using var program = experiment.Compile<float>();
        var timeline = new Timeline<float>(program);
        var evaluated = new List<long>();
        while (timeline.StepForward())
            if (timeline.Current!.Name == "eval.validation.loss") evaluated.Add(timeline.Now.Update);
        Assert.Equal([6, 12, 14], evaluated);
    }

    [Fact]
    public void A_stopped_run_evaluates_every_set_after_its_last_update()
    {
        using var program = Small.All["early stopping on train, rare evaluation"].Compile<float>();
        var timeline = new Timeline<float>(program);
        timeline.SeekUpdate(long.MaxValue);
        var last = timeline.Now.Update;
        Assert.NotEqual(0, last / 3 % 5);
        var names = timeline.StepNames(last).ToArray();
        Assert.Contains("eval.train.loss", names);
        Assert.Contains("eval.validation.loss", names);
        Assert.Equal("eval.test.a", names[^1]);
    }

    [Fact]
    public void The_test_set_is_looked_at_once_with_the_restored_weights()
    {
        using var program = Small.All["early stopping restored"].Compile<float>();
        var timeline = new Timeline<float>(program);
        var times = 0;
        while (timeline.StepForward()) times += timeline.Current!.Name == "eval.test.loss" ? 1 : 0;
        Assert.Equal(1, times);

        // The validation samples are the same ones, so the test loss is the best validation loss.
        var best = double.PositiveInfinity;
        var end = timeline.Now.Update;
        for (var epoch = 1; epoch * 3 <= end; epoch++)
        {
            timeline.Seek(epoch * 3, "eval.validation.loss");
            if (epoch == (int)program.Scalar("best_epoch")) best = program.Scalar("eval.validation.loss");
            best = Math.Min(best, program.Scalar("eval.validation.loss"));
        }

        timeline.SeekUpdate(end);
        Assert.InRange(program.Scalar("eval.test.loss") - best, 0, 0.01);
    }

    [Fact]
    public void A_gradient_below_epsilon_for_two_updates_in_a_row_stops_the_run()
    {
        var experiment = Small.All["stop by gradient"];
        using var free = (experiment with { Stop = [] }).Compile<float>();
        var norms = new List<double>();
        while (!free.IsOver())
        {
            free.Walk();
            norms.Add(free.Scalar("grad_norm"));
        }

        var expected = Enumerable.Range(1, norms.Count - 1).First(k => norms[k] < 1.5 && norms[k - 1] < 1.5) + 1;
        using var program = experiment.Compile<float>();
        while (!program.IsOver()) program.Train();
        Assert.Equal((expected, expected), ((int)program.Run.Update, (int)program.Scalar("stopped_update")));
    }

    [Fact]
    public void A_loss_that_hardly_changes_stops_the_run_but_not_at_its_first_update()
    {
        var experiment = Small.Base with { Optimizer = new SgdSettings { LearningRate = 0.2 }, Batches = new MiniBatchSettings(), Length = new(Updates: 500), Stop = [new(StoppingRuleKind.LossChange, 1e-3, 3)] };
        using var program = experiment.Compile<double>();
        var losses = new List<double>();
        while (!program.IsOver())
        {
            program.Train();
            losses.Add(program.Scalar("loss"));
        }

        var changes = losses.Zip(losses.Skip(1), (a, b) => Math.Abs(b - a)).ToArray();
        Assert.True(program.IsStopped && changes.Length > 3);
        Assert.All(changes[^3..], change => Assert.True(change < 1e-3));
        Assert.True(changes[^4] >= 1e-3);

        using var still = (experiment with { Optimizer = new SgdSettings { LearningRate = 0 }, Stop = [new(StoppingRuleKind.LossChange, 1e-3)] }).Compile<double>();
        while (!still.IsOver()) still.Train();
        Assert.Equal(2, still.Run.Update);
    }
}
