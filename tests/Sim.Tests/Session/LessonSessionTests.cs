using Core;

namespace Sim.Tests;

/// <summary>The session as a learner meets it: the example lesson of the documentation, real engine, keys in, screen out.</summary>
public class LessonSessionTests
{
    private static readonly Size Large = new(120, 36);

    [Fact]
    public void Space_leads_through_the_lesson_and_waits_at_a_question()
    {
        using var session = new SessionKit(Large);
        session.Press("Space");
        Assert.Equal((1, "1:8"), (session.Lesson.Scene, session.Lesson.Run.Now.ToString()));
        Assert.Contains("The loss is the mean of the squared", session.Text);
        session.Press("Space");
        Assert.Equal(1, session.Lesson.Scene);
        Assert.Contains("A question is waiting", session.Text);
    }

    [Fact]
    public void Any_move_explores_and_space_returns_exactly()
    {
        using var session = new SessionKit(Large);
        session.Press("Space");
        var before = session.Lesson;
        session.Press("Right", "PageDown", "w", "s").Type("optimizer.learningRate 1").Press("Enter", "v", "Down", "Enter");
        Assert.True(session.Lesson.IsExploring);
        session.Press("Space");
        Assert.Equal((before.Run.Now, before.Scene, before.Address, 0, false), (session.Lesson.Run.Now, session.Lesson.Scene, session.Lesson.Address, session.Lesson.Forks, session.Lesson.IsExploring));
        Assert.Equal(before.Content!.Text, session.Lesson.Content!.Text);
    }

    [Fact]
    public void A_wrong_number_is_told_why_and_the_right_one_is_kept()
    {
        using var session = new SessionKit(Large);
        session.Press("Space", "1", "0", "Enter");
        Assert.False(session.Lesson.Answer!.IsRight);
        session.Press("Enter").Type("-10").Press("Enter");
        Assert.True(session.Lesson.Answer!.IsRight);
        Assert.Equal(new[] { "10", "-10" }, session.Lesson.Answer.Given.ToArray());
        Assert.False(session.Lesson.Answer.IsFirstTry);
        Assert.Contains("✓ Right.", session.Text);
        session.Press("Space");
        Assert.Equal(2, session.Lesson.Scene);
        session.Press("{");
        Assert.Contains("✓ Right.", session.Text);
    }

    [Fact]
    public void What_is_no_number_stays_in_the_line_with_the_reason()
    {
        using var session = new SessionKit(Large);
        session.Press("Space", "Enter").Type("many").Press("Enter");
        Assert.NotNull(session.Model.Prompt!.Problem);
        Assert.Null(session.Lesson.Answer);
    }

    [Fact]
    public void Hints_come_one_by_one_and_stay_readable()
    {
        using var session = new SessionKit(Large);
        session.Press("Space", "H");
        Assert.Contains("Hint 1", session.Text);
        session.Press("H", "H", "H");
        Assert.Contains("Hint 1", session.Text);
        Assert.Contains("No more hints", session.Text);
    }

    [Fact]
    public void The_last_scene_leads_to_the_summary_and_on_to_the_menu()
    {
        using var session = new SessionKit(Large, "");
        session.Press("Enter");
        Assert.Equal("doubling", session.Lesson.Id);
        for (int k = 0; k < 5; k++) session.Press("}");
        Assert.Equal(SessionScreen.Summary, session.Model.Screen);
        Assert.Contains("0 of 3 questions", session.Text);
        session.Press("Escape");
        Assert.Equal((SessionScreen.Lesson, 4), (session.Model.Screen, session.Lesson.Scene));
        session.Press("}");
        session.Press("Enter");
        Assert.Equal(SessionScreen.Menu, session.Model.Screen);
    }

    [Fact]
    public void A_changed_setting_forks_the_run_and_undo_brings_the_old_one_back()
    {
        using var session = new SessionKit(Large);
        session.Press("PageDown", "PageDown");
        string before = Weights(session);
        session.Press("s").Type("optimizer.learningRate 0.05").Press("Enter");
        Assert.Null(session.Model.Prompt);
        Assert.Equal(2, session.Lesson.Run.Now.Update);
        Assert.NotEqual(before, Weights(session));
        Assert.Equal(before, session.Lesson.Other!.Find("layer1.weight")!.Values[0].ToString("R"));
        session.Press("U");
        Assert.Equal(before, Weights(session));
    }

    [Fact]
    public void A_wrong_setting_is_refused_with_what_was_expected()
    {
        using var session = new SessionKit(Large);
        session.Press("s").Type("optimizer.learningrate 0.05").Press("Enter");
        Assert.Contains("learningRate", session.Model.Prompt!.Problem!.En);
        Assert.Equal(0, session.Lesson.Forks);
    }

    [Fact]
    public void A_weight_is_edited_where_the_cursor_is()
    {
        using var session = new SessionKit(Large);
        session.Press("e");
        Assert.Equal("0", session.Model.Prompt!.Text);
        session.Press("Backspace").Type("1.5").Press("Enter");
        Assert.Equal("1.5", Weights(session));
        Assert.Equal(Moment.Start, session.Lesson.Run.Now);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("7:layer1.weight")]
    [InlineData("7:layer1.z")]
    public void A_weight_edited_during_the_run_goes_on_from_there_and_the_address_says_so(string at)
    {
        using var session = new SessionKit(Large, "xor.json");
        session.Press("g").Type(at).Press("Enter");
        var before = session.Lesson.Run.Now;
        float unchanged = session.Lesson.Run.Find("layer1.weight")!.Values[0];
        session.Do(new ChangeWeight("layer1.weight", [0, 0], "1.5"));
        Assert.Equal(1.5f, session.Lesson.Run.Find("layer1.weight")!.Values[0]);
        Assert.Equal(before.Update, session.Lesson.Run.Now.Update);
        session.Press("g").Type("20").Press("Enter");
        using var opened = new SessionKit(Large, session.Lesson.Address.Replace("file", "xor.json", StringComparison.Ordinal));
        Assert.Equal(session.Lesson.Run.Now, opened.Lesson.Run.Now);
        Assert.Equal(session.Lesson.Run.Find("layer1.weight")!.Values.ToArray(), opened.Lesson.Run.Find("layer1.weight")!.Values.ToArray());
        Assert.Contains("layer1.weight[0,0] = 1.5 after update", opened.Lesson.RunTitle.En);
        // Before the edit the run is the old one.
        session.Press("g").Type("3").Press("Enter");
        Assert.Equal(session.Lesson.Other!.Find("layer1.weight")!.Values.ToArray(), session.Lesson.Run.Find("layer1.weight")!.Values.ToArray());
        session.Press("U", "g").Type("7").Press("Enter");
        if (at == "7") Assert.Equal(unchanged, session.Lesson.Run.Find("layer1.weight")!.Values[0]);
    }

    [Fact]
    public void A_second_edit_keeps_the_first()
    {
        using var session = new SessionKit(Large, "xor.json");
        session.Press("g").Type("2").Press("Enter").Do(new ChangeWeight("layer1.weight", [0, 0], "1"));
        session.Press("PageDown").Do(new ChangeWeight("layer2.bias", [0], "-1"));
        Assert.Contains("edits=2:layer1.weight[0,0]:1;3:layer2.bias[0]:-1", session.Lesson.Address);
        Assert.Equal(2, session.Lesson.Forks);
    }

    [Fact]
    public void Breakpoints_stop_in_both_directions()
    {
        using var session = new SessionKit(Large, "xor.json");
        session.Press("b").Type("update == 7 or update == 3").Press("Enter");
        Assert.Single(session.Lesson.Breakpoints);
        session.Press(">");
        Assert.Equal(3, session.Lesson.Run.Now.Update);
        session.Press(">");
        Assert.Equal(7, session.Lesson.Run.Now.Update);
        session.Press("<");
        Assert.Equal(3, session.Lesson.Run.Now.Update);
    }

    [Fact]
    public void A_breakpoint_on_a_value_of_a_step_stops_just_after_it_was_written_in_both_directions()
    {
        using var session = new SessionKit(Large, "xor.json");
        session.Press("b").Type("layer1.z[0,0] < 99").Press("Enter", ">");
        Assert.Equal((1L, "layer1.z"), (session.Lesson.Run.Now.Update, session.Lesson.Run.Step!.Name));
        session.Press(">", ">");
        Assert.Equal((3L, "layer1.z"), (session.Lesson.Run.Now.Update, session.Lesson.Run.Step!.Name));
        session.Press("<");
        Assert.Equal((2L, "layer1.z"), (session.Lesson.Run.Now.Update, session.Lesson.Run.Step!.Name));
        Assert.Equal(4, session.Lesson.Stops.Count + 1);
    }

    [Fact]
    public void Auto_play_steps_by_its_timer_and_stops_at_a_breakpoint()
    {
        using var session = new SessionKit(Large, "xor.json");
        session.Tell(new BreakpointAdded("update == 2")).Press("a");
        for (int k = 0; k < 200 && session.Lesson.Auto is not null; k++) session.Tell(new AutoTick());
        Assert.Null(session.Lesson.Auto);
        Assert.Equal(new Moment(2, 1), session.Lesson.Run.Now);
    }

    [Fact]
    public void Where_from_follows_a_number_and_backspace_returns()
    {
        using var session = new SessionKit(Large, "xor.json");
        session.Press("g").Type("1:layer1.a").Press("Enter", "Down", "Down");
        var (name, selection) = (session.Lesson.Run.Step!.Name, session.Lesson.Selection);
        session.Press("w");
        Assert.Equal("layer1.z", session.Lesson.Run.Step!.Name);
        Assert.Equal(selection.Index.ToArray(), session.Lesson.Selection.Index.ToArray());
        session.Press("Backspace");
        Assert.Equal((name, 2), (session.Lesson.Run.Step!.Name, session.Lesson.Selection.Index[1]));
    }

    [Fact]
    public void An_address_leads_to_the_same_moment_again()
    {
        using var session = new SessionKit(Large);
        session.Press("PageDown", "Right", "Right", "Right", "Right");
        string address = session.Lesson.Address;
        using var other = new SessionKit(Large, address);
        Assert.Equal(session.Lesson.Run.Now, other.Lesson.Run.Now);
        session.Press("Home", "g").Type(address).Press("Enter");
        Assert.Equal(other.Lesson.Run.Now, session.Lesson.Run.Now);
    }

    [Fact]
    public void Variants_and_comparison_by_key()
    {
        using var session = new SessionKit(Large);
        session.Press("PageDown", "v", "Down", "Enter");
        Assert.Contains("doubling/", session.Lesson.Address);
        Assert.Equal(1, session.Lesson.Run.Now.Update);
        session.Press("c", "Enter");
        Assert.Equal(1, session.Lesson.Other!.Now.Update);
    }

    [Fact]
    public void The_way_to_a_scene_is_on_the_loss_curve()
    {
        using var session = new SessionKit(Large);
        session.Press("}", "}", "}", "}");
        Assert.Equal(("edge", 5L), (session.Lesson.Variant, session.Lesson.Run.Now.Update));
        Assert.Equal(new long[] { 1, 2, 3, 4, 5 }, session.Lesson.Run.Losses.Batches.Select(point => point.Update).ToArray());
    }

    private static string Weights(SessionKit session) => session.Lesson.Run.Find("layer1.weight")!.Values[0].ToString("R");
}
