namespace Sim.Tests;

/// <summary>Scripts played without a screen, with the example lesson of docs/lessons.md and the file xor.json.</summary>
public class ScriptPlayerTests
{
    private static List<ScriptEvent> Play(string text)
    {
        var reading = ScriptParser.Parse("test", text);
        Assert.Empty(reading.Problems);
        return [.. new ScriptPlayer(SessionKit.Library()).Play(reading.Script)];
    }

    private static ScriptEnded End(string text)
    {
        var events = Play(text);
        Assert.DoesNotContain(events, happened => happened is CommandFailed);
        return (ScriptEnded)events[^1];
    }

    private static string Failure(string text) => Assert.Single(Play(text).OfType<CommandFailed>()).Message;

    [Fact]
    public void Commands_do_what_the_keys_do()
    {
        using var keys = new SessionKit(new Size(100, 30), "xor.json");
        keys.Press("Right", "Right", "Right", "Shift+Right", "PageDown", "PageDown", "Left", "Down", ".");
        var script = End("lesson xor.json\nstep 3\nphase\nupdate 2\nback\ndown\nterm\n");
        Assert.Equal(keys.Text, GridText.Of(script.Frame.Draw()));
    }

    [Theory]
    [InlineData("step 7\nback 7", "")]
    [InlineData("update 3\nphase 2\nphase-back 2", "update 3")]
    [InlineData("update 5\nupdate-back 2", "update 3")]
    [InlineData("epoch 4\nepoch-back 3", "epoch")]
    [InlineData("update 250\nupdate-back 250", "")]
    [InlineData("end\nstart", "")]
    [InlineData("go 2\nterm 2\nterm-back", "go 2\nterm")]
    public void Every_move_has_its_reverse(string there, string here) =>
        Assert.Equal(End("lesson xor.json\n" + here).Hash, End("lesson xor.json\n" + there).Hash);

    [Fact]
    public void Moves_up_to_two_hundred_are_shown_one_by_one_and_a_longer_way_is_one_jump()
    {
        Assert.Equal(12, Play("lesson xor.json\nstep 12").OfType<FrameShown>().Count() - 1);
        var jump = Play("lesson xor.json\nstep 201");
        Assert.Equal(1, jump.OfType<FrameShown>().Count() - 1);
        Assert.Equal(End("lesson xor.json\nstep 200\nstep 1").Hash, ((ScriptEnded)jump[^1]).Hash);
    }

    [Fact]
    public void Time_goes_on_by_the_script_alone()
    {
        var events = Play("lesson xor.json\nsay hello\npause 2.5\nstep 4\nchapter end\nstep 100\n");
        string[] begun = [.. events.OfType<CommandBegun>().Select(begun => FormattableString.Invariant($"{begun.At.TotalSeconds:0.###}"))];
        Assert.Equal(["0", "0.4", "1.9", "4.4", "6", "6"], begun);
        Assert.Equal(10, events[^1].At.TotalSeconds, 6);
        Assert.Equal([4, 100], events.OfType<KeyShown>().GroupBy(key => key.Command).Select(group => group.Count()));
        Assert.All(events.OfType<KeyShown>(), key => Assert.Equal("→", key.Key));
    }

    [Fact]
    public void Captions_lie_over_the_panes_until_another_is_said_and_snapshots_have_none()
    {
        var events = Play("lesson xor.json\nsay One unit, 一个神经元.\nstep\nsnapshot a\nsay\nstep\n");
        var frames = events.OfType<FrameShown>().Select(frame => GridText.Of(frame.Frame.Draw())).ToList();
        Assert.Contains("│ One unit, 一个神经元. │", frames[1]);
        Assert.Contains("│ One unit, 一个神经元. │", frames[2]);
        Assert.DoesNotContain("一个神经元", GridText.Of(events.OfType<SnapshotTaken>().Single().Frame.Draw()));
        Assert.DoesNotContain("一个神经元", frames[^1]);
    }

    [Fact]
    public void Expectations_are_checked_on_exact_values_and_the_script_goes_on()
    {
        var checks = Play("lesson xor.json\nupdate 1\nexpect update == 1 and loss > 0\nexpect loss < 0.1 or update > 1\nexpect layer2.z[9,0] > 0\nexpect layer1.act > 0\nstep\n").OfType<ExpectationChecked>().ToList();
        Assert.True(checks[0].Holds);
        Assert.False(checks[1].Holds);
        Assert.Matches(@"^loss = 0\.\d+, update = 1$", checks[1].Found);
        Assert.Contains("index 9", checks[2].Found);
        Assert.Contains("unknown name", checks[3].Found);
    }

    [Theory]
    [InlineData("lesson xor.json\nuntil loss < -1", "`loss < -1` does not hold from update 1 to the end of the run, update 60")]
    [InlineData("lesson xor.json\ngo 61", "update 61 is outside the run, which has 60 updates")]
    [InlineData("lesson xor.json\nset optimizer.learningRate banana", "expected a number")]
    [InlineData("lesson xor.json\nset optimizer.learningRat 1", "learningRat")]
    [InlineData("lesson xor.json\nanswer 2", "this scene asks nothing")]
    [InlineData("lesson xor.json\nhelp\nstep", "the help page lies over the lesson; expected `cancel` before it")]
    [InlineData("lesson xor.json\nkey s\nstep", "a line is being typed")]
    [InlineData("lesson xor.json\nblank\nstep", "the screen is blank")]
    [InlineData("lesson xor.json\nkey a", "auto-play goes by the clock")]
    [InlineData("key q", "it ends the program")]
    [InlineData("lesson nowhere", "there is no lesson or file \"nowhere\"")]
    [InlineData("step", "no lesson is open")]
    public void What_cannot_be_done_ends_the_script_and_says_why(string script, string why) => Assert.Contains(why, Failure(script));

    [Fact]
    public void Settings_variants_comparisons_breakpoints_weights_and_questions_are_commands()
    {
        var end = End("""
            lesson xor.json
            break loss < 0.69
            next-break
            expect loss < 0.69 and prev(loss) >= 0.69
            previous-break
            set optimizer.learningRate 2
            compare before
            undo
            edit 0.25
            expect layer1.weight[0,0] == 0.25
            lesson doubling
            scene
            key Enter
            """);
        Assert.Equal("doubling", end.Frame.Session.Lesson!.Id);
        Assert.Equal(1, end.Frame.Session.Lesson.Scene);
    }

    [Fact]
    public void A_script_may_begin_in_the_menu()
    {
        var end = End("say These are the lessons.\nkey Enter\nexpect update == 0\nlang zh\nsize 120 36\n");
        Assert.Equal(new Size(120, 36), end.Frame.Draw().Size);
        Assert.Equal(Lessons.Language.Chinese, end.Frame.Session.Language);
    }

    [Fact]
    public void Who_does_not_want_to_wait_can_stop_it()
    {
        using var cancellation = new CancellationTokenSource();
        var script = ScriptParser.Parse("test", "lesson xor.json\n" + string.Concat(Enumerable.Repeat("step 5\nback 5\n", 100))).Script;
        int seen = 0;
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var _ in new ScriptPlayer(SessionKit.Library()).Play(script, cancellation.Token))
                if (++seen == 20) cancellation.Cancel();
        });
        Assert.InRange(seen, 20, 25);
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var other = new System.Globalization.CultureInfo("");
        other.NumberFormat.NumberDecimalSeparator = ",";
        other.NumberFormat.NegativeSign = "−";
        const string Text = "lesson xor.json\nsay half: 0.5\npause 1.5\nupdate 3\nset optimizer.learningRate 0.25\nstep 4\n";
        var (before, plain) = (System.Globalization.CultureInfo.CurrentCulture, End(Text));
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = other;
            var there = End(Text);
            Assert.Equal(plain.Hash, there.Hash);
            Assert.Equal(plain.At, there.At);
            Assert.Equal(GridText.Of(plain.Frame.Draw()), GridText.Of(there.Frame.Draw()));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
