using FsCheck;
using FsCheck.Fluent;

namespace Lessons.Tests;

public class MoveTests
{
    [Theory]
    [InlineData(Ladder.Operation)]
    [InlineData(Ladder.Phase)]
    [InlineData(Ladder.Update)]
    [InlineData(Ladder.Epoch)]
    public void Every_move_has_its_reverse(Ladder level)
    {
        var run = RunLessons.Xor.Start().Of("batches");
        run.Go("epoch 2");
        var places = new List<(Core.Moment, ulong)> { (run.Now, run.Timeline.StateHash()) };
        for (var k = 0; k < 9; k++)
        {
            Assert.True(run.MoveBy(level, 1));
            places.Add((run.Now, run.Timeline.StateHash()));
        }
        Assert.Equal(places.Distinct().Count(), places.Count);
        for (var k = places.Count - 2; k >= 0; k--)
        {
            Assert.True(run.MoveBy(level, -1));
            Assert.Equal(places[k], (run.Now, run.Timeline.StateHash()));
        }
        Assert.True(run.MoveBy(level, 9));
        Assert.Equal(places[^1].Item1, run.Now);
    }

    [Fact]
    public void Moves_end_at_the_ends_of_the_run()
    {
        var run = RunLessons.Doubling.Start().Of(null);
        foreach (var level in Enum.GetValues<Ladder>())
        {
            run.Go("0");
            Assert.False(run.MoveBy(level, -1));
            run.Go("end");
            Assert.False(run.MoveBy(level, 1));
            Assert.Equal(20, run.Now.Update);
        }
        run.Go("18");
        Assert.False(run.MoveBy(Ladder.Update, 5));
        Assert.Equal(20, run.Now.Update);
    }

    [Fact]
    public void A_phase_ends_where_the_next_begins()
    {
        var run = RunLessons.Xor.Start().Of("batches");
        var names = new List<string>();
        for (var k = 0; k < 5; k++)
        {
            run.MoveBy(Ladder.Phase, 1);
            names.Add(run.Timeline.Current!.Name);
        }
        Assert.Equal(["batch.y", "layer2.a", "loss", "grad_norm", "layer2.bias"], names);
    }

    [Fact]
    public void From_the_middle_of_an_update_its_own_end_comes_first()
    {
        var run = RunLessons.Doubling.Start().Of(null);
        run.Go("3:layer1.z");
        run.MoveBy(Ladder.Update, 1);
        Assert.True(run.Now.Update == 3 && run.Timeline.IsAtUpdateEnd);
        run.Go("3:layer1.z");
        run.MoveBy(Ladder.Update, -1);
        Assert.True(run.Now.Update == 2 && run.Timeline.IsAtUpdateEnd);
    }

    [Fact]
    public void Any_walk_ends_on_the_bits_of_a_direct_seek() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll(
            Gen.Choose(0, 3).SelectMany(level => Gen.Choose(-4, 6), (level, count) => ((Ladder)level, count)).ListOf().ToArbitrary(),
            walk =>
            {
                var runs = RunLessons.Xor.Start();
                var run = runs.Of("batches");
                foreach (var (level, count) in walk.Take(12)) run.MoveBy(level, count);
                var direct = runs.Of("batches").ValuesAt(run.Now);
                return run.Values.TryGet("layer1.weight", out var here) && direct.TryGet("layer1.weight", out var there) && here.Equals(there)
                    && run.Values.TryGet("loss", out var a) == direct.TryGet("loss", out var b) && Equals(a, b);
            }));
}
