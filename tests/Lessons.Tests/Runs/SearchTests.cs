using Core;

namespace Lessons.Tests;

public class SearchTests
{
    [Fact]
    public void Until_finds_the_first_update_a_plain_loop_finds()
    {
        var run = RunLessons.Xor.Start().Of("batches");
        Assert.True(run.Go("until update > 3 and loss > prev(prev(prev(loss))) and layer1.weight[0,0] > prev(layer1.weight[0,0])") is { Ok: true });
        using var program = Compiler.Compile<float>(run.Experiment, run.Data);
        var (losses, weights) = (new List<float> { 0 }, new List<float> { 0 });
        var expected = 0;
        for (var update = 1; expected == 0 && update <= 40; update++)
        {
            program.Train();
            losses.Add(program.Find("loss")!.ToArray(1)[0]);
            weights.Add(program.Find("layer1.weight")!.ToArray(1)[0]);
            if (update > 3 && losses[update] > losses[update - 3] && weights[update] > weights[update - 1]) expected = update;
        }
        Assert.Equal(expected, run.Now.Update);
    }

    [Fact]
    public void Until_starts_here_and_continue_starts_after()
    {
        var run = RunLessons.Doubling.Start().Of(null);
        var condition = Expression.Parse("layer1.weight[0,0] > 1.2").OrThrow();
        Assert.Equal(2, run.Go(new UntilPosition(condition)).At.Update);
        Assert.Equal(2, run.Go(new UntilPosition(condition)).At.Update);
        Assert.Equal(3, run.Continue(condition).At.Update);
    }

    [Fact]
    public void Back_goes_to_the_last_time_it_held()
    {
        var run = RunLessons.Doubling.Start().Of(null);
        run.Go("15");
        Assert.Equal(4, run.Back(Expression.Parse("2 - layer1.weight[0,0] > 0.1").OrThrow()).At.Update);
        Assert.Equal(ArrivalKind.NotFound, run.Back(Expression.Parse("loss < 0").OrThrow()).Kind);
    }

    [Fact]
    public void A_search_tells_how_far_it_looked()
    {
        var run = RunLessons.Xor.Start().Of(null);
        var arrival = run.Go(Position.Parse("until loss < 0").OrThrow(), bound: 50);
        Assert.Equal((ArrivalKind.NotFound, 0L), (arrival.Kind, arrival.At.Update));
        Assert.Contains("from update 0 to 50; the search stops after 50 updates", arrival.Message);
    }

    [Fact]
    public void A_condition_over_a_hundred_thousand_updates_takes_no_patience()
    {
        var run = RunLessons.Xor.Start().Of(null);
        var arrival = run.Go("until update > 1 and loss > prev(loss) + 1");
        Assert.Contains("to the end of the run, update 100000", arrival.Message);
    }

    [Fact]
    public void A_search_can_be_stopped_and_leaves_everything_as_it_was()
    {
        var run = RunLessons.Xor.Start().Of(null);
        run.Go("5:loss");
        var hash = run.Timeline.StateHash();
        using var stop = new CancellationTokenSource();
        var arrival = run.Go(Position.Parse("until loss < 0").OrThrow(), stop.Token, progress: _ => stop.Cancel());
        Assert.Equal(ArrivalKind.Cancelled, arrival.Kind);
        Assert.Equal(hash, run.Timeline.StateHash());
    }

    [Fact]
    public void Conditions_look_at_evaluations_variants_and_units()
    {
        var run = RunLessons.Xor.Start().Of("batches");
        Assert.Equal(8, run.Go("until eval.train.loss == at(eval.train.loss, 8)").At.Update);
        Assert.True(run.Go("until variant(fast, loss) < loss and update > 2").Ok);
        Assert.Equal(0, run.Values.Number("dead(layer1)"));
        Assert.Equal(ArrivalKind.Wrong, run.Go("until layer1.weight[update,0] > 9").Kind);
    }

    [Fact]
    public void A_run_that_stops_by_itself_ends_the_search()
    {
        var lesson = RunLessons.Of("""{"data": {"inputs": [[1]], "targets": [2]}, "layers": [{"units": 1}], "loss": "mse", "optimizer": {"learningRate": 0.4}, "length": {"updates": 1000}, "stop": [{"type": "loss_change", "below": 1e-6}]}""");
        var run = lesson.Start().Of(null);
        Assert.Contains("end of the run", run.Go("until loss < 0").Message);
        Assert.True(run.Go("end").Ok);
        Assert.InRange(run.Now.Update, 2, 100);
        Assert.Contains("stops by itself", run.Go("999").Message);
    }
}
