namespace Core.Tests;

/// <summary>Wherever the run comes from, equal moments have equal bits.</summary>
public class TimeTravelTests
{
    private const long LittleMemory = 1;

    public static TheoryData<string> Names => Small.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Walking_back_meets_every_hash_of_the_way_forward(string name)
    {
        using var program = Small.All[name].Compile<float>();
        var timeline = new Timeline<float>(program, LittleMemory);
        var hashes = Forward(timeline);
        Assert.False(timeline.StepForward());
        for (var k = hashes.Count - 1; k >= 0; k--)
        {
            Assert.Equal(hashes[k], (timeline.Now, timeline.StateHash()));
            Assert.Equal(k > 0, timeline.StepBack());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Random_jumps_meet_the_hashes_of_the_way_forward(string name)
    {
        using var program = Small.All[name].Compile<float>();
        var timeline = new Timeline<float>(program, LittleMemory);
        var hashes = Forward(timeline);
        for (var k = 1; k < 60; k++)
        {
            var (moment, hash) = hashes[k * 7919 % hashes.Count];
            timeline.Seek(moment);
            Assert.Equal((moment, hash), (timeline.Now, timeline.StateHash()));
            if (k % 3 == 0) Assert.Equal(hashes.Count > hashes.IndexOf((moment, hash)) + 1, timeline.StepForward());
        }
    }

    [Theory]
    [InlineData("momentum")]
    [InlineData("adam")]
    [InlineData("dropout drawn")]
    [InlineData("batch shuffled")]
    [InlineData("early stopping restored")]
    public void Seeking_a_name_stands_just_behind_it(string name)
    {
        using var program = Small.All[name].Compile<float>();
        var timeline = new Timeline<float>(program, LittleMemory);
        var hashes = new Dictionary<(long, string), ulong>();
        while (timeline.StepForward()) hashes.Add((timeline.Now.Update, timeline.Current!.Name), timeline.StateHash());
        var places = hashes.Keys.ToArray();
        for (var k = 0; k < 40; k++)
        {
            var (update, step) = places[k * 6007 % places.Length];
            Assert.True(timeline.Seek(update, step));
            Assert.Equal((update, step), (timeline.Now.Update, timeline.Current!.Name));
            Assert.Equal(hashes[(update, step)], timeline.StateHash());
        }

        Assert.False(timeline.Seek(1, "no.such.step"));
        Assert.False(timeline.Seek(10_000, "lr"));
    }

    [Fact]
    public void Jumps_far_ahead_and_back_end_on_the_bits_of_a_run_without_jumps()
    {
        var experiment = Small.All["dropout drawn"] with { Optimizer = new AdamSettings { LearningRate = 0.01 }, Length = new(Epochs: 200), Batches = new MiniBatchSettings(3, Shuffle: true) };
        using var straight = experiment.Compile<float>();
        var weights = new List<ulong> { straight.WeightHash() };
        while (!straight.IsOver())
        {
            straight.Train();
            weights.Add(straight.WeightHash());
        }

        using var program = experiment.Compile<float>();
        var timeline = new Timeline<float>(program, LittleMemory);
        for (var k = 0; k < 25; k++)
        {
            var update = k * 411L % weights.Count;
            timeline.SeekUpdate(update);
            Assert.Equal(update, timeline.Now.Update);
            Assert.Equal(weights[(int)update], program.WeightHash());
        }

        timeline.SeekUpdate(long.MaxValue);
        Assert.True(timeline.IsAtEnd);
        Assert.Equal(weights[^1], program.WeightHash());
    }

    [Fact]
    public void Jumping_behind_the_end_of_a_stopped_run_shows_its_last_step()
    {
        var experiment = Small.All["early stopping restored"];
        using var walked = experiment.Compile<float>();
        var steps = new Timeline<float>(walked);
        while (steps.StepForward())
        {
        }

        using var program = experiment.Compile<float>();
        var timeline = new Timeline<float>(program);
        timeline.SeekUpdate(long.MaxValue);
        Assert.True(walked.Run.Update < walked.LastUpdate);
        Assert.Equal((steps.Now, steps.StateHash()), (timeline.Now, timeline.StateHash()));
        Assert.NotNull(timeline.Current);
    }

    [Fact]
    public void Places_outside_the_run_lead_to_its_ends()
    {
        using var program = Small.Base.Compile<float>();
        var timeline = new Timeline<float>(program);
        var hashes = Forward(timeline);
        timeline.Seek(new Moment(3, 5));
        timeline.Seek(new Moment(1000, 1));
        Assert.Equal(hashes[^1], (timeline.Now, timeline.StateHash()));
        timeline.Seek(new Moment(4, 1000));
        Assert.Equal(hashes.Last(pair => pair.Moment.Update == 4), (timeline.Now, timeline.StateHash()));
        timeline.Seek(new Moment(4, 0));
        Assert.Equal(hashes.Last(pair => pair.Moment.Update == 3), (timeline.Now, timeline.StateHash()));
        timeline.SeekUpdate(-3);
        Assert.Equal(hashes[0], (timeline.Now, timeline.StateHash()));
        Assert.False(timeline.StepBack());
    }

    [Fact]
    public void Checkpoints_stay_within_the_memory_given()
    {
        using var program = (Small.Base with { Length = new(Epochs: 400) }).Compile<float>();
        var memory = 10L * program.State.Length * sizeof(float);
        var timeline = new Timeline<float>(program, memory);
        timeline.SeekUpdate(1200);
        Assert.InRange(timeline.CheckpointBytes, 1, memory);
    }

    [Theory]
    [InlineData(4, "layer1.z")]
    [InlineData(4, "layer2.bias")]
    [InlineData(5, "layer2.weight.grad")]
    [InlineData(3, null)]
    [InlineData(0, null)]
    public void A_weight_changed_by_hand_stays_changed_wherever_the_run_goes(long update, string? step)
    {
        using var program = Small.All["momentum"].Compile<float>();
        var timeline = new Timeline<float>(program, LittleMemory);
        Forward(timeline);
        timeline.SeekUpdate(2);
        var before = timeline.StateHash();
        if (step is null) timeline.SeekUpdate(update);
        else timeline.Seek(update, step);
        var place = timeline.Now;
        timeline.Change("layer1.weight", [1, 2], 0.75f);
        Assert.Equal(0.75f, program.Find("layer1.weight")!.ToArray(0)[5]);
        var changed = timeline.StateHash();
        var ahead = Forward(timeline);
        for (var k = ahead.Count - 1; k >= 0; k--)
        {
            Assert.Equal(ahead[k], (timeline.Now, timeline.StateHash()));
            if (k > 0) timeline.StepBack();
        }

        Assert.Equal((place, changed), (timeline.Now, timeline.StateHash()));
        timeline.SeekUpdate(0);
        timeline.SeekUpdate(9);
        Assert.Equal(ahead[^1], (timeline.Now, timeline.StateHash()));
        timeline.SeekUpdate(2);
        if (update > 2) Assert.Equal(before, timeline.StateHash());
    }

    [Fact]
    public void Only_what_a_run_carries_on_can_be_changed()
    {
        using var program = Small.Base.Compile<float>();
        var timeline = new Timeline<float>(program);
        var error = Assert.Throws<ArgumentException>(() => timeline.Change("layer1.z", [0, 0], 1));
        Assert.Contains("layer1.weight", error.Message);
        Assert.Throws<ArgumentException>(() => timeline.Change("layer1.weight", [4, 0], 1));
    }

    [Fact]
    public void A_cancelled_jump_leaves_a_run_that_goes_on()
    {
        using var program = Small.All["adam"].Compile<float>();
        var timeline = new Timeline<float>(program, LittleMemory);
        var hashes = Forward(timeline);
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => timeline.SeekUpdate(8, cancellation.Token));
        Assert.Equal(0, timeline.Now.Step);
        Assert.Null(timeline.Current);
        foreach (var (moment, hash) in hashes)
        {
            timeline.Seek(moment);
            Assert.Equal((moment, hash), (timeline.Now, timeline.StateHash()));
        }
    }

    private static List<(Moment Moment, ulong Hash)> Forward(Timeline<float> timeline)
    {
        var hashes = new List<(Moment, ulong)> { (timeline.Now, timeline.StateHash()) };
        while (timeline.StepForward()) hashes.Add((timeline.Now, timeline.StateHash()));
        return hashes;
    }
}
