namespace Sim.Tests;

/// <summary>What no learner would do on purpose.</summary>
public class MistreatedTests : ProgramTest
{
    private const int ManyKeys = 100_000;

    [PtyFact]
    public void Sizes_changing_all_the_time_during_auto_play_leave_a_whole_screen()
    {
        using var terminal = StartXor();
        terminal.Type("a++++++");
        terminal.WaitForText("▶ 64/s");
        var random = new Random(11);
        for (int i = 0; i < 150; i++)
        {
            (int, int) size = i % 25 == 7 ? (500, 200) : i % 25 == 19 ? (20, 5) : (random.Next(1, 160), random.Next(1, 50));
            long frames = terminal.Frames.Count;
            terminal.Resize(size.Item1, size.Item2);
            if (i % 10 == 0) terminal.WaitFor("a frame", screen => screen.Frames > frames ? screen : null);
        }
        terminal.Resize(80, 24);
        terminal.WaitForText("▶ 64/s");
        terminal.WaitForText("[BACKWARD]");
        terminal.Type("a");
        WaitUntilGone(terminal, "▶ 64/s");
        AssertDrawnWhole(terminal);
        terminal.Type("q");
        Assert.Equal(0, terminal.WaitForExit());
        AssertGivenBack(terminal);
    }

    [PtyFact]
    public void A_pasted_megabyte_neither_quits_nor_moves_anything()
    {
        using var terminal = StartXor();
        string paste = "\e[200~" + string.Concat(Enumerable.Repeat("q\e[C2 }学", 100_000)) + "\e[201~";
        terminal.Type(paste);
        terminal.Type(Right);
        terminal.WaitForText("step 1/17");
        Assert.Contains("1/12", terminal.WaitFor("the screen", screen => screen.Screen));
        terminal.Type("g" + paste);
        terminal.WaitForText("go to");
        terminal.Type(Escape);
        WaitUntilGone(terminal, "go to q");
        terminal.Type(Right);
        terminal.WaitForText("step 2/17");
        terminal.Type("q");
        Assert.Equal(0, terminal.WaitForExit());
        AssertGivenBack(terminal);
    }

    [PtyFact]
    public void A_hundred_thousand_random_keys_neither_crash_it_nor_leave_the_terminal_changed()
    {
        File.WriteAllText(Path.Combine(Folder, "choices.json"), """{"tourSeen": true}""");
        var random = new Random(20260107);
        int sent = 0, starts = 0;
        while (sent < ManyKeys && starts++ < 200)
        {
            using var terminal = Start("", random.Next(40, 140), random.Next(12, 45));
            terminal.WaitFor("the menu", screen => screen.Frames > 1 ? screen : null);
            terminal.Type("j\r");
            bool ended = false;
            while (sent < ManyKeys && !ended)
            {
                for (int k = 0; k < 250; k++, sent++) terminal.Type(Keys[random.Next(Keys.Length)]);
                if (random.Next(12) == 0) terminal.Type("\r\e\e");
                if (random.Next(12) == 0) terminal.Resize(random.Next(1, 200), random.Next(1, 60));
                // Never further ahead than the program has read: the next keys belong to what is on the screen.
                terminal.Type("\eq"[random.Next(16) == 0 ? 1 : 0].ToString());
                ended = terminal.HasExited(0);
            }
            for (int i = 0; i < 1200 && !terminal.HasExited(50); i++) terminal.Type(i % 3 == 2 ? "q" : Escape);
            Assert.Equal(0, terminal.WaitForExit());
            AssertGivenBack(terminal);
        }
        Assert.Equal(ManyKeys, sent);
        if (File.Exists(ProgressPath)) Progress();
    }

    // Without the two that save pictures of the screen, and without q, which is pressed now and then.
    private static readonly string[] Keys =
    [
        .. KeyMap.All.SelectMany(binding => binding.Names).Except(["S", "T", "q"]).Select(Bytes), .. "0123456789.-=<>:abdw() ".Select(letter => letter.ToString()),
        "学", "\x15", "\x7f", "\r", "\r", " ", " ", Right, Right, PageDown, Escape, "\e[", "\eO", "\e[<0;3;3M", "\e[I", "\e[O", "\e[200~q\n}\e[201~", "\e[99;99;99~", "\x00", "\xff",
    ];

    private static string Bytes(string name) => name switch
    {
        "Right" => Right,
        "Left" => Left,
        "Up" => "\e[A",
        "Down" => "\e[B",
        "Home" => "\e[H",
        "End" => "\e[F",
        "PageUp" => "\e[5~",
        "PageDown" => PageDown,
        "Ctrl+PageUp" => "\e[5;5~",
        "Ctrl+PageDown" => "\e[6;5~",
        "Shift+Right" => ShiftRight,
        "Shift+Left" => "\e[1;2D",
        "Shift+Up" => "\e[1;2A",
        "Shift+Down" => "\e[1;2B",
        "Ctrl+Up" => "\e[1;5A",
        "Ctrl+Down" => "\e[1;5B",
        "Shift+Tab" => "\e[Z",
        "Tab" => "\t",
        "Space" => " ",
        "Enter" => "\r",
        "Escape" => Escape,
        "Backspace" => "\x7f",
        "Delete" => "\e[3~",
        "F1" => "\eOP",
        ['C', 't', 'r', 'l', '+', var letter] => ((char)(letter & 31)).ToString(),
        { Length: 1 } => name,
        _ => throw new InvalidOperationException($"how is {name} sent?"),
    };

    // What changes by cells have left on the screen is what a drawing of the whole screen shows.
    private static void AssertDrawnWhole(PseudoTerminal terminal)
    {
        var (before, clears) = terminal.WaitFor("the screen", screen => Tuple.Create(screen.Screen, screen.Clears));
        terminal.Signal(SIGCONT);
        string whole = terminal.WaitFor("the whole screen again", screen => screen.Clears > clears ? screen.Screen : null);
        Assert.Equal(whole, before);
    }
}
