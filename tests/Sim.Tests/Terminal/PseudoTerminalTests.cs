namespace Sim.Tests;

/// <summary>The terminal is taken over and given back, seen from the other side of a real pseudo-terminal.</summary>
public class PseudoTerminalTests
{
    private const int SIGINT = 2, SIGQUIT = 3, SIGTERM = 15, SIGCONT = 18, SIGHUP = 1;

    private static PseudoTerminal Start(string mode)
    {
        var terminal = new PseudoTerminal(mode);
        terminal.WaitForText("[0:none] 100x30");
        return terminal;
    }

    private static void AssertGivenBack(PseudoTerminal terminal)
    {
        terminal.WaitFor("the main screen", screen => screen.Modes.Contains("1049") ? null : screen);
        terminal.WaitFor("modes as found", screen => screen.Modes.SetEquals(["7", "25"]) ? screen : null);
        Assert.Equal(terminal.ModesBefore, terminal.Modes());
    }

    [PtyFact]
    public void A_key_draws_and_quitting_restores_modes_and_screen()
    {
        using var terminal = Start("run");
        terminal.WaitFor("screen taken over", screen => screen.Modes.IsSupersetOf(["1049", "2004", "1004"]) && !screen.Modes.Contains("25") ? screen : null);
        Assert.NotEqual(terminal.ModesBefore, terminal.Modes());
        terminal.Type("\e[1;2D");
        terminal.WaitForText("[1:Shift+Left]");
        terminal.Type("学");
        terminal.WaitForText("[2:学]");
        terminal.Type("\e[200~quit q q q\e[201~");
        terminal.WaitForText("[3:paste 10]");
        terminal.Type("\e");
        terminal.WaitForText("[4:Escape]");
        terminal.Type("q");
        Assert.Equal(7, terminal.WaitForExit());
        AssertGivenBack(terminal);
    }

    [PtyFact]
    public void A_resize_redraws_at_the_new_size()
    {
        using var terminal = Start("run");
        terminal.Resize(61, 17);
        terminal.WaitForText("61x17");
        terminal.WaitFor("frames drawn whole", screen => screen.Row(15).TrimEnd().EndsWith('┘') ? screen : null);
        terminal.Resize(20, 5);
        terminal.WaitForText("20x5");
        terminal.Type("q");
        Assert.Equal(7, terminal.WaitForExit());
    }

    [PtyFact]
    public void Sizes_changing_all_the_time_and_keys_between_end_in_a_whole_screen()
    {
        using var terminal = Start("run");
        var random = new Random(3);
        for (int i = 0; i < 200; i++)
        {
            terminal.Resize(1 + random.Next(i % 20 == 0 ? 500 : 90), 1 + random.Next(i % 20 == 0 ? 200 : 30));
            if (i % 3 == 0) terminal.Type("\e[B");
        }
        terminal.Resize(80, 24);
        terminal.WaitFor("a whole screen of 80×24", screen =>
        {
            var line = System.Text.RegularExpressions.Regex.Match(screen.Row(23), @"^\[(\d+):\w+\] 80x24");
            if (!line.Success) return null;
            string[] shown = GridText.Of(SampleScreen.Draw(new Size(80, 24), int.Parse(line.Groups[1].Value) % 10)).Split('\n');
            return shown[..23].SequenceEqual(Enumerable.Range(0, 23).Select(y => screen.Row(y).TrimEnd(' '))) ? screen : null;
        });
        terminal.Type("q");
        Assert.Equal(7, terminal.WaitForExit());
        AssertGivenBack(terminal);
    }

    [PtyFact]
    public void Every_quit_signal_restores_and_exits_with_its_code()
    {
        foreach (var (signal, code) in new[] { (SIGTERM, 143), (SIGINT, 130), (SIGQUIT, 131), (SIGHUP, 129) })
        {
            using var terminal = Start("run");
            terminal.Signal(signal);
            Assert.Equal(code, terminal.WaitForExit());
            AssertGivenBack(terminal);
        }
    }

    [PtyFact]
    public void Control_C_is_a_signal_and_a_second_one_ends_a_program_that_hangs()
    {
        using var terminal = Start("hang");
        terminal.Type("x");
        terminal.Type("\x03");
        // The hung loop draws nothing, so there is nothing to see between the two: keep asking until it ends.
        for (int i = 0; i < 200 && !terminal.HasExited(50); i++) terminal.Type("\x03");
        Assert.Equal(130, terminal.WaitForExit());
        AssertGivenBack(terminal);
    }

    [PtyFact]
    public void Suspending_gives_the_screen_back_and_continuing_draws_it_again()
    {
        using var terminal = Start("run");
        terminal.Type("\x1a");
        terminal.WaitFor("a stopped process", _ => terminal.ProcessState() == 'T' ? "T" : null);
        AssertGivenBack(terminal);
        terminal.Signal(SIGCONT);
        terminal.WaitFor("the screen again", screen => screen.Modes.Contains("1049") && screen.Screen.Contains("[1:resize] 100x30") ? screen : null);
        Assert.NotEqual(terminal.ModesBefore, terminal.Modes());
        terminal.Type("q");
        Assert.Equal(7, terminal.WaitForExit());
        AssertGivenBack(terminal);
    }

    [PtyFact]
    public void An_exception_restores_the_screen_before_it_is_reported()
    {
        using var terminal = Start("throw");
        terminal.Type("x");
        Assert.Equal(70, terminal.WaitForExit());
        AssertGivenBack(terminal);
        terminal.WaitFor("the report after leaving", screen =>
            screen.AllInput.IndexOf("error: program failed", StringComparison.Ordinal) > screen.AllInput.IndexOf("\e[?1049l", StringComparison.Ordinal) ? screen : null);
    }

    [PtyFact]
    public void An_exception_on_another_thread_restores_the_screen()
    {
        using var terminal = Start("thread");
        terminal.Type("x");
        Assert.Equal(134, terminal.WaitForExit());
        AssertGivenBack(terminal);
    }

    [PtyFact]
    public void A_terminal_that_goes_away_ends_the_program()
    {
        using var terminal = Start("run");
        terminal.HangUp();
        Assert.Equal(129, terminal.WaitForExit());
    }

    [PtyFact]
    public void Megabytes_pasted_and_keys_mashed_leave_it_alive()
    {
        using var terminal = Start("run");
        terminal.Type("\e[200~" + new string('q', 2_000_000) + "\e[201~");
        terminal.WaitForText("[1:paste 1000000]");
        var random = new Random(7);
        var keys = string.Concat(Enumerable.Range(0, 20_000).Select(_ => random.Next(5) == 0 ? "\e[" + (char)random.Next(0x21, 0x7f) : $"{(char)random.Next(0x20, 0x71)}"));
        terminal.Type(keys + "\e[201~\e[201~");
        terminal.Type("\e[Bq");
        Assert.Equal(7, terminal.WaitForExit());
        AssertGivenBack(terminal);
    }
}
