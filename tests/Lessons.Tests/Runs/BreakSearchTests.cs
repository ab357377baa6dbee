using Core;

namespace Lessons.Tests;

public class BreakSearchTests
{
    [Fact]
    public void A_value_of_a_step_is_met_just_after_it_was_written()
    {
        var run = RunLessons.Xor.Start().Of(null);
        run.Go("40");
        var (arrival, met) = Forward(run, "layer1.z[0,0] < 99");
        Assert.Equal((ArrivalKind.Arrived, 0, "layer1.z"), (arrival.Kind, met, run.Timeline.Current!.Name));
        Assert.Equal(41, run.Now.Update);
    }

    [Theory]
    [InlineData("loss > prev(loss)")]
    [InlineData("layer1.weight[0,0] > 0.2")]
    [InlineData("layer1.weight[0,0] < prev(layer1.weight[0,0]) and layer2.a[1,0] > 0.5")]
    [InlineData("layer1.weight[1,0] > layer2.weight[0,1]")]
    [InlineData("update > 5 and layer2.dz[0,0] < 0.4")]
    public void Both_directions_find_what_a_walk_step_by_step_finds(string text)
    {
        var condition = Expression.Parse(text).OrThrow();
        var walked = Walk(RunLessons.Xor.Start("length.updates=30").Of(null), condition);
        var run = RunLessons.Xor.Start("length.updates=30").Of(null);
        var ahead = new List<Moment>();
        while (run.ToBreak([condition], back: false).Arrival.Ok) ahead.Add(run.Now);
        Assert.Equal(walked, ahead);
        run.Go("30");
        var back = new List<Moment>();
        while (run.ToBreak([condition], back: true).Arrival is { Ok: true, At: var at } && at != Moment.Start) back.Add(at);
        Assert.Equal(walked.Where(at => at.CompareTo(new Moment(30, run.Steps.Length)) < 0).Reverse(), back);
    }

    [Fact]
    public void Of_several_conditions_the_nearest_is_met_even_while_another_goes_on_holding()
    {
        var run = RunLessons.Xor.Start().Of(null);
        run.Go("3");
        Expression[] conditions = [Expression.Parse("update >= 1").OrThrow(), Expression.Parse("update == 9").OrThrow(), Expression.Parse("update == 6").OrThrow()];
        Assert.Equal((2, 6L), (run.ToBreak(conditions, back: false).Met, run.Now.Update));
        Assert.Equal(1, run.Now.Step);
        Assert.Equal(0, run.ToBreak(conditions, back: true).Met);
        Assert.Equal(new Moment(1, 1), run.Now);
    }

    [Fact]
    public void Nothing_found_and_a_stopped_search_leave_the_run_where_it_was()
    {
        var run = RunLessons.Xor.Start("length.updates=200").Of(null);
        run.Go("7");
        Assert.Equal(ArrivalKind.NotFound, Forward(run, "loss < 0").Arrival.Kind);
        Assert.Equal(ArrivalKind.Cancelled, run.ToBreak([Expression.Parse("loss < 0").OrThrow()], false, new CancellationToken(true)).Arrival.Kind);
        Assert.Equal(7, run.Now.Update);
    }

    private static (Arrival Arrival, int Met) Forward(LessonRun run, string text) => run.ToBreak([Expression.Parse(text).OrThrow()], back: false);

    private static List<Moment> Walk(LessonRun run, Expression condition)
    {
        var found = new List<Moment>();
        bool held = condition.Holds(run.Values) is { Ok: true, Value: true };
        while (run.Timeline.StepForward())
        {
            bool holds = condition.Holds(run.Values) is { Ok: true, Value: true };
            if (holds && !held) found.Add(run.Now);
            held = holds;
        }
        return found;
    }
}
