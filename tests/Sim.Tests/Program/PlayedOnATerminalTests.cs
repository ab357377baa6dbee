namespace Sim.Tests;

/// <summary>What a learner presses, seen from the other side of a pseudo-terminal.</summary>
public class PlayedOnATerminalTests : ProgramTest
{
    [PtyFact]
    public void Every_way_of_moving_and_looking_works_at_120x36() => Walk(120, 36);

    [PtyFact]
    public void Every_way_of_moving_and_looking_works_at_80x24() => Walk(80, 24);

    private void Walk(int width, int height)
    {
        using var terminal = StartXor(width, height);
        terminal.WaitForText("initial state");
        terminal.Type(Right);
        terminal.WaitForText("step 1/17");
        terminal.Type(Right);
        terminal.WaitForText("step 2/17");
        terminal.Type(Left);
        terminal.WaitForText("step 1/17");
        PressUntil(terminal, ShiftRight, "[FORWARD]");
        PressUntil(terminal, PageDown, "update 3/1000");
        terminal.WaitForText("exploring");
        terminal.Type(" ");
        WaitUntilGone(terminal, "exploring");
        AnswerAndGoOn(terminal);
        terminal.Type("L");
        terminal.WaitForText("异或");
        Assert.Contains("2/12", terminal.WaitFor("the screen", screen => screen.Screen));
        terminal.Type("L");
        terminal.WaitForText("XOR:");
        terminal.Type("z");
        WaitUntilGone(terminal, "─ network");
        terminal.Type("z");
        terminal.WaitForText("─ network");
        terminal.Type("?");
        terminal.WaitForText("keys that work here");
        terminal.Type(Escape);
        WaitUntilGone(terminal, "keys that work here");
        Assert.False(terminal.WaitFor("the screen", screen => screen).Scrolled);
        terminal.Type("q");
        Assert.Equal(0, terminal.WaitForExit());
        AssertGivenBack(terminal);
    }

    [PtyFact]
    public void The_menu_opens_a_lesson_and_q_leads_back_and_out()
    {
        using var terminal = Start("", 80, 24);
        terminal.WaitForText("1/");
        terminal.Type(Escape);
        terminal.WaitForText("Enter open");
        terminal.Type("/xor\r");
        WaitUntilGone(terminal, "Vanishing");
        terminal.Type("\r");
        terminal.WaitForText("1/12");
        terminal.Type(Right);
        terminal.WaitForText("step 1/17");
        terminal.Type("q");
        terminal.WaitForText("Enter open");
        terminal.Type("q");
        Assert.Equal(0, terminal.WaitForExit());
        AssertGivenBack(terminal);
    }

    [PtyFact]
    public void Sizes_from_tiny_to_huge_are_drawn_and_the_place_is_kept()
    {
        using var terminal = StartXor();
        terminal.Type(Right);
        terminal.WaitForText("step 1/17");
        terminal.Resize(20, 5);
        terminal.WaitForText("20×5");
        terminal.Resize(500, 200);
        terminal.WaitFor("a footer in the last row", screen => screen.Row(199).Contains("? help") ? screen : null);
        terminal.Type(Right);
        terminal.WaitForText("step 2/17");
        terminal.Resize(80, 24);
        terminal.WaitFor("a footer in the last row", screen => screen.Row(23).Contains("? help") && screen.Screen.Contains("step 2/17") ? screen : null);
        terminal.Type("q");
        Assert.Equal(0, terminal.WaitForExit());
        AssertGivenBack(terminal);
    }
}
