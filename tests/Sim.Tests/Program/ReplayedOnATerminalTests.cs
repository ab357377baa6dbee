namespace Sim.Tests;

/// <summary>Scripts played and recorded by the program itself on a pseudo-terminal.</summary>
public sealed class ReplayedOnATerminalTests : ProgramTest
{
    private string Script(string text)
    {
        File.WriteAllText(Path.Combine(Folder, "xor.json"), SessionKit.Xor);
        string path = Path.Combine(Folder, "my.demo");
        File.WriteAllText(path, text);
        return path;
    }

    [PtyFact]
    public void A_script_plays_is_taken_over_given_back_and_ends_in_free_exploration()
    {
        using var terminal = Start($"replay {Script("lesson xor.json\nchapter One\nsay hello\nstep 2\npause 600\nstep\n")} --speed 20", 100, 30);
        terminal.WaitForText("hello");
        terminal.WaitForText("step 2/");
        terminal.Type(PageDown);
        terminal.WaitForText("space: back to the script");
        terminal.Type(" ");
        terminal.WaitForText("step 2/");
        terminal.Type(".");
        terminal.WaitForText("step 3/");
        terminal.WaitForText("end of the script");
        terminal.Type(Right);
        terminal.WaitForText("step 4/");
        terminal.Type("q");
        Assert.Equal(0, terminal.WaitForExit());
        Assert.Equal(terminal.ModesBefore, terminal.Modes());
    }

    [PtyFact]
    public void Ctrl_C_while_it_plays_while_it_is_paused_and_while_the_engine_works_restores_the_terminal()
    {
        string script = Script("lesson xor.json\nsay hello\npause 600\n");
        foreach (string key in new[] { "", " ", Right })
        {
            using var terminal = Start($"replay {script}", 100, 30);
            terminal.WaitForText("hello");
            if (key.Length > 0) terminal.Type(key);
            terminal.Type("\u0003");
            Assert.Equal(130, terminal.WaitForExit());
            Assert.Equal(terminal.ModesBefore, terminal.Modes());
        }
    }

    [PtyFact]
    public void A_termination_signal_restores_the_terminal()
    {
        using var terminal = Start($"replay {Script("lesson xor.json\nsay hello\npause 600\n")}", 100, 30);
        terminal.WaitForText("hello");
        terminal.Signal(SIGTERM);
        Assert.Equal(143, terminal.WaitForExit());
        Assert.Equal(terminal.ModesBefore, terminal.Modes());
    }

    [PtyFact]
    public void A_recording_survives_a_killed_program()
    {
        string record = Path.Combine(Folder, "recorded.demo");
        Script("");
        using (var terminal = Start($"play {Folder}/xor.json --record {record} --record-pauses none --lang en", 100, 30))
        {
            terminal.WaitForText("REC");
            terminal.WaitForText("initial state");
            terminal.Type(Right);
            terminal.WaitForText("step 1/");
            terminal.Type(Right);
            terminal.WaitForText("step 2/");
            terminal.Type("g3\r");
            terminal.WaitForText("update 3/60");
            terminal.Signal(SIGKILL);
            terminal.WaitForExit();
        }
        Assert.EndsWith("size 100 30\nlang en\nlesson xor.json\nstep 2\ngo 3\n", File.ReadAllText(record));
    }
}
