namespace Lessons.Tests;

public class LessonRunTests
{
    // By hand: w₀ = 0, g = mean 2(wx − y)x = 5(w − 2), η = 0.1, so w₁ = 1, w₂ = 1.5, loss = 2.5(w − 2)².
    [Fact]
    public void Values_are_those_worked_out_by_hand()
    {
        var run = RunLessons.Doubling.Start().Of(null);
        Assert.True(run.Go("2").Ok);
        Assert.Equal(2, run.Values.Number("update"));
        Assert.Equal(1.5, run.Values.Number("layer1.weight[0,0]"), 1e-6);
        Assert.Equal(-5, run.Values.Number("layer1.weight.grad[0,0]"), 1e-6);
        Assert.Equal(2.5, run.Values.Number("loss"), 1e-6);
        Assert.Equal(10, run.Values.Number("prev(loss)"), 1e-5);
        Assert.Equal(0, run.Values.Number("at(layer1.weight[0,0], 0)"));
        Assert.Equal(4, run.Values.Number("variant(edge, at(layer1.weight[0,0], 1))"), 1e-6);
    }

    [Fact]
    public void Theory_is_the_one_of_the_quadratic()
    {
        var run = RunLessons.Doubling.Start().Of(null);
        Assert.Equal(5, run.Values.Number("lambda_max"), 1e-6);
        Assert.Equal(0.4, run.Values.Number("critical_lr"), 1e-6);
        Assert.Equal(0.2, run.Values.Number("best_lr"), 1e-6);
        Assert.Equal(2, run.Values.Number("optimum_distance"), 1e-6);
        run.Go("1");
        Assert.Equal(1, run.Values.Number("optimum_distance"), 1e-6);
    }

    [Fact]
    public void A_value_exists_from_its_step_to_the_end_of_its_update()
    {
        var run = RunLessons.Doubling.Start().Of(null);
        Assert.False(run.Values.TryGet("loss", out _));
        Assert.True(run.Values.TryGet("layer1.weight", out _));
        run.Go("1:layer1.z");
        Assert.True(run.Values.TryGet("layer1.z", out _));
        Assert.False(run.Values.TryGet("layer1.a", out _));
        run.Go("1");
        Assert.True(run.Values.TryGet("grad_norm", out _));
        run.MoveBy(Ladder.Operation, 1);
        Assert.False(run.Values.TryGet("loss", out _));
    }

    [Fact]
    public void Asking_for_another_moment_moves_nothing()
    {
        var run = RunLessons.Xor.Start().Of(null);
        run.Go("7:layer1.z");
        var (before, hash) = (run.Now, run.Timeline.StateHash());
        run.Values.Number("at(loss, 300) + prev(loss) + variant(fast, at(loss, 20)) + critical_lr + dead(layer1)");
        Assert.Equal((before, hash), (run.Now, run.Timeline.StateHash()));
    }

    [Fact]
    public void Values_of_a_moment_stay_its_own()
    {
        var run = RunLessons.Xor.Start().Of(null);
        var (third, tenth) = (run.ValuesAt(new(3, 1000)), run.ValuesAt(new(10, 1000)));
        double loss3 = third.Number("loss"), loss10 = tenth.Number("loss");
        Assert.NotEqual(loss3, loss10);
        Assert.Equal(loss3, third.Number("loss"));
        Assert.Equal(loss3, tenth.Number("at(loss, 3)"));
    }

    [Fact]
    public void Dead_units_are_counted_on_all_rows()
    {
        var run = RunLessons.Xor.Start().Of("dead");
        Assert.Equal(2, run.Values.Number("dead(layer1)"));
        Assert.Equal(0, run.Values.Number("saturated(layer2)"));
    }

    [Fact]
    public void Settings_reach_the_run_and_its_variants()
    {
        var runs = RunLessons.Doubling.Start("optimizer.learningRate=0.2");
        runs.Of(null).Go("1");
        Assert.Equal(2, runs.Of(null).Values.Number("layer1.weight[0,0]"), 1e-6);
        Assert.Equal(2, runs.Of(null).Values.Number("variant(edge, layer1.weight[0,0])"), 1e-6);
        Assert.Contains("learningRat", LessonRuns.Start(RunLessons.Doubling, ["optimizer.learningRat=1"]).Problems.ToString());
    }

    [Fact]
    public void Moments_outside_the_run_are_told()
    {
        var run = RunLessons.Doubling.Start().Of(null);
        run.Go("3");
        Assert.Equal(ArrivalKind.OutsideRun, run.Go("21").Kind);
        Assert.Equal(ArrivalKind.OutsideRun, run.Go("epoch 21").Kind);
        Assert.Equal(ArrivalKind.NotWritten, run.Go("2:eval.test.loss").Kind);
        Assert.Equal(3, run.Now.Update);
        Assert.Contains("outside the run", Expression.Parse("at(loss, 21)").OrThrow().Number(run.Values).Error!.Message);
    }

    [Fact]
    public void Epochs_end_where_their_last_batch_does()
    {
        var run = RunLessons.Xor.Start().Of("batches");
        run.Go("epoch 3");
        Assert.Equal(6, run.Now.Update);
        Assert.True(run.Values.Holds("epoch == 3 and isfinite(eval.train.loss) and size(batch.index) == 1"));
        Assert.True(run.MoveBy(Ladder.Epoch, 1));
        Assert.Equal(8, run.Now.Update);
        Assert.True(run.MoveBy(Ladder.Epoch, -3));
        Assert.Equal(2, run.Now.Update);
    }
}
