namespace Sim.Tests;

/// <summary>A script on a screen, without a terminal and a clock: who has the wheel, and where the script stands.</summary>
public sealed class ReplayTests : IDisposable
{
    private const string Text = """
        chapter One
        lesson xor.json
        say first
        step 4
        chapter Two
        say second
        update 3
        expect update == 3
        chapter Three
        say third
        set optimizer.learningRate 2
        update 2
        """;

    private readonly SessionRunner _runner = new(new SessionWorld { Library = SessionKit.Library(), Patience = Timeout.InfiniteTimeSpan });
    private readonly Queue<ReplayMessage> _messages = new();
    private readonly Loop<ReplayModel, ReplayMessage, ReplayEffect> _loop;
    private ReplayModel _model;

    public ReplayTests() => (_loop, _model) = Start(Text);

    public void Dispose() => _runner.Dispose();

    private (Loop<ReplayModel, ReplayMessage, ReplayEffect> Loop, ReplayModel Model) Start(string text)
    {
        var script = ScriptParser.Parse("test", text);
        Assert.Empty(script.Problems);
        var loop = ReplayProgram.Of(script.Script, new SessionModel { Size = new Size(100, 30) }, _runner);
        _model = loop.Init;
        foreach (var effect in loop.InitEffects) loop.Perform(effect, _messages.Enqueue);
        Drain(loop);
        return (loop, _model);
    }

    private void Drain(Loop<ReplayModel, ReplayMessage, ReplayEffect> loop)
    {
        while (_messages.TryDequeue(out var next))
        {
            var (model, effects) = loop.Update(_model, next);
            _model = model;
            foreach (var effect in effects) loop.Perform(effect, _messages.Enqueue);
        }
    }

    private void Tell(ReplayMessage message)
    {
        _messages.Enqueue(message);
        Drain(_loop);
    }

    private void Press(params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys) Tell(new ReplayKeyPressed(KeyNames.Parse(key)));
    }

    /// <summary>The clock goes on until the script stands before a command, or nothing ticks.</summary>
    private void Play(int to = int.MaxValue)
    {
        while (_model.At < to && _loop.Timers(_model).FirstOrDefault(timer => timer.Id.StartsWith("script", StringComparison.Ordinal)) is { } timer) Tell(timer.Message);
    }

    private string Screen => GridText.Of(_loop.View(_model, new Size(100, 30)));

    private string SessionScreen => GridText.Of(SessionView.Draw(_model.Session, new Size(100, 30)));

    private ulong Hash => _runner.Lesson!.Run.Timeline.StateHash();

    [Fact]
    public void It_plays_to_the_end_like_a_check_and_leaves_the_presenter_exploring()
    {
        Play();
        var end = new ScriptPlayer(SessionKit.Library()).Play(_model.Script).OfType<ScriptEnded>().Single();
        Assert.Equal(ReplayState.Ended, _model.State);
        Assert.Equal(end.Hash, Hash);
        Assert.Equal(GridText.Of(end.Frame.DrawSession()), SessionScreen);
        Assert.Contains("end of the script: explore freely", Screen);
        Press("Left");
        Assert.NotEqual(end.Hash, Hash);
    }

    [Fact]
    public void The_wheel_comes_back_exactly_where_it_was_taken_even_in_the_middle_of_a_command()
    {
        Play(2);
        Tell(_loop.Timers(_model)[^1].Message);
        Tell(_loop.Timers(_model)[^1].Message);
        var (move, screen, hash) = (_model.Move, SessionScreen, Hash);
        Assert.InRange(move, 1, 3);
        Press("Right");
        Assert.Equal(ReplayState.TakenOver, _model.State);
        Press("PageDown", "PageDown", "]", "s", "o");
        Press("Escape", "U", "z", "t", "d");
        Assert.Contains("space: back to the script", Screen);
        Press("Space");
        Assert.Equal((ReplayState.Playing, move), (_model.State, _model.Move));
        Assert.Equal(screen, SessionScreen);
        Assert.Equal(hash, Hash);
        Play();
        var end = new ScriptPlayer(SessionKit.Library()).Play(_model.Script).OfType<ScriptEnded>().Single();
        Assert.Equal(end.Hash, Hash);
    }

    [Fact]
    public void Forks_made_by_the_presenter_are_gone_with_the_wheel()
    {
        Play(7);
        ulong hash = Hash;
        Press("s");
        foreach (char letter in "optimizer.learningRate") Press(letter.ToString());
        Press("Space", "9", "Enter", "PageDown");
        Assert.Equal(9, _model.Session.Lesson!.Run.Experiment.Optimizer.LearningRate);
        Press("Space");
        Assert.Equal(0.5, _model.Session.Lesson!.Run.Experiment.Optimizer.LearningRate);
        Assert.Equal(hash, Hash);
        Assert.Equal(0, _model.Session.Lesson.Forks);
    }

    [Fact]
    public void Space_pauses_and_goes_on()
    {
        Play(2);
        Press("Space");
        Assert.Equal(ReplayState.Paused, _model.State);
        Play();
        Assert.Equal(2, _model.At);
        Assert.Contains("‖", Screen);
        Press("Space");
        Play();
        Assert.Equal(ReplayState.Ended, _model.State);
    }

    [Fact]
    public void Back_over_a_chapter_and_on_again_ends_the_same()
    {
        Play(12);
        ulong end = Hash;
        Press("Space", "<");
        Assert.Equal((9, ReplayState.Paused), (_model.At, _model.State));
        Assert.Equal("Three", _model.Chapter);
        Press("<");
        Assert.Equal(5, _model.At);
        Assert.Equal(0, _model.Session.Lesson!.Run.IsAtUpdateEnd ? 1 : 0);
        Press("<", "<");
        Assert.Equal(0, _model.At);
        Press(">", ">", ">");
        Play();
        Assert.Equal((9, "Three"), (_model.At, _model.Chapter));
        Assert.Equal(3, _model.Session.Lesson!.Run.Now.Update);
        Press("Space");
        Play();
        Assert.Equal(end, Hash);
    }

    [Fact]
    public void Single_commands_go_forward_and_back()
    {
        Play(3);
        Press("Space", ".");
        Play();
        Assert.Equal(4, _model.At);
        string after = SessionScreen;
        Press(",");
        Assert.Equal(3, _model.At);
        Assert.NotEqual(after, SessionScreen);
        Press(".");
        Play();
        Assert.Equal((4, after), (_model.At, SessionScreen));
        Press(".");
        Play();
        Assert.Equal("second", _model.Caption);
    }

    [Fact]
    public void Function_keys_work_whoever_has_the_wheel()
    {
        Play();
        Press("Left", "F5");
        Assert.Equal((9, ReplayState.Paused), (_model.At, _model.State));
        Press("Right", "F9");
        Play();
        Assert.Equal(12, _model.At);
        Press("F6");
        Assert.Equal(11, _model.At);
    }

    [Fact]
    public void Speed_changes_the_waiting_only()
    {
        Play(3);
        var wait = _loop.Timers(_model)[^1].Every;
        Press("+", "+");
        Assert.Equal(2, _model.Speed);
        Assert.Equal(wait / 2, _loop.Timers(_model)[^1].Every);
        Assert.Contains("▶ 2×", Screen);
        Press("-", "-", "-", "-", "-", "-", "-");
        Assert.Equal(0.25, _model.Speed);
    }

    [Fact]
    public void What_does_not_hold_or_cannot_be_done_is_told_on_the_screen()
    {
        Start("lesson xor.json\nexpect loss < 0.1\nupdate 1\ngo 99\nupdate 1\n");
        Play(2);
        Assert.Contains("! line 2: loss < 0.1 does not hold: column 1: `loss` has no value", Screen);
        Play();
        Assert.Equal((4, ReplayState.Paused), (_model.At, _model.State));
        Assert.Contains("! line 4: go 99: update 99 is outside the run", Screen);
        Press("Space");
        Play();
        Assert.Equal((ReplayState.Ended, 2L), (_model.State, _model.Session.Lesson!.Run.Now.Update));
    }

    [Fact]
    public void Any_keys_at_any_time_never_fail_and_the_script_can_always_go_on()
    {
        string[] keys = [.. KeyMap.All.SelectMany(binding => binding.Names).Where(name => name is not ("S" or "T" or "q")), "Space", "Space", ",", ".", "<", ">", "F5", "F6", "F7", "F8", "F9", "1", "x"];
        var random = new Random(5);
        for (int k = 0; k < 3000; k++)
        {
            Press(keys[random.Next(keys.Length)]);
            if (k % 3 == 0 && _loop.Timers(_model) is { Count: > 0 } timers) Tell(timers[random.Next(timers.Count)].Message);
            if (k % 20 == 0) _ = Screen;
            if (k % 50 == 0) Tell(new InSession(new Resized(new Size(random.Next(20, 150), random.Next(5, 50)))));
        }
        Tell(new InSession(new Resized(new Size(100, 30))));
        Press("F5", "F5", "F5", "F5");
        Assert.Equal(0, _model.At);
        Press("Space");
        Play();
        Assert.Equal(ReplayState.Ended, _model.State);
        Assert.Equal(new ScriptPlayer(SessionKit.Library()).Play(_model.Script).OfType<ScriptEnded>().Single().Hash, Hash);
    }
}
