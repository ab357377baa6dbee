using System.Diagnostics;

namespace Sim.Tests;

/// <summary>Every way in which the program can be ended: the terminal is given back, the exit code is right, nothing is lost.</summary>
public class EndedFromOutsideTests : ProgramTest
{
    [PtyFact]
    public void SIGTERM_keeps_the_place() => EndedBySignal(terminal => terminal.Signal(SIGTERM), 143);

    [PtyFact]
    public void SIGHUP_keeps_the_place() => EndedBySignal(terminal => terminal.Signal(SIGHUP), 129);

    [PtyFact]
    public void Control_C_keeps_the_place() => EndedBySignal(terminal => terminal.Type("\x03"), 130);

    [PtyFact]
    public void A_terminal_that_goes_away_keeps_the_place()
    {
        using (var terminal = InTheLesson())
        {
            terminal.HangUp();
            Assert.Equal(129, terminal.WaitForExit());
        }
        AssertKept();
    }

    [PtyFact]
    public void SIGTERM_in_the_middle_of_a_save_leaves_a_whole_file_with_everything_in_it()
    {
        using (var terminal = InTheLesson())
        {
            // The save waits for its turn while another program holds the lock: there it is met by the signal.
            using (Hold())
            {
                terminal.Type("}");
                terminal.Signal(SIGTERM);
                Assert.Equal(143, terminal.WaitForExit());
            }
            AssertGivenBack(terminal);
        }
        AssertAnswered();
        Assert.DoesNotContain(Directory.GetFiles(Folder), path => path.EndsWith(".new"));
    }

    [PtyFact]
    public void A_second_signal_in_the_middle_of_a_save_does_not_wait_and_leaves_a_whole_file()
    {
        using (var terminal = InTheLesson())
        {
            using (Hold())
            {
                terminal.Type("}");
                terminal.Signal(SIGTERM);
                for (int i = 0; i < 100 && !terminal.HasExited(20); i++) terminal.Signal(SIGTERM);
                Assert.Equal(143, terminal.WaitForExit());
            }
            AssertGivenBack(terminal);
        }
        AssertAnswered();
    }

    [PtyFact]
    public void Suspended_and_continued_the_lesson_stands_where_it_stood()
    {
        using var terminal = InTheLesson();
        terminal.Type("\x1a");
        terminal.WaitFor("a stopped process", _ => terminal.ProcessState() == 'T' ? "T" : null);
        AssertGivenBack(terminal);
        int clears = terminal.WaitFor("the screen", screen => screen).Clears;
        terminal.Signal(SIGCONT);
        terminal.WaitFor("the lesson drawn again", screen => screen.Clears > clears && screen.Modes.Contains("1049") && screen.Screen.Contains("2/12") ? screen : null);
        Assert.NotEqual(terminal.ModesBefore, terminal.Modes());
        terminal.Type("q");
        Assert.Equal(0, terminal.WaitForExit());
        AssertGivenBack(terminal);
    }

    [Fact]
    public void Without_a_terminal_it_says_what_to_use_instead()
    {
        var start = new ProcessStartInfo("dotnet", [Binary, "play", "xor"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SIM_DATA"] = Folder;
        using var program = Process.Start(start)!;
        program.StandardInput.Close();
        string error = program.StandardError.ReadToEnd(), output = program.StandardOutput.ReadToEnd();
        Assert.True(program.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(2, program.ExitCode);
        Assert.Contains("--plain", error);
        Assert.Single(error.Trim().Split('\n'));
        Assert.Equal("", output);
    }

    private PseudoTerminal InTheLesson()
    {
        var terminal = StartXor();
        AnswerAndGoOn(terminal);
        return terminal;
    }

    private FileStream Hold()
    {
        string path = ProgressPath + ".lock";
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try { return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
            catch (IOException) when (clock.Elapsed < TimeSpan.FromSeconds(60)) { Thread.Yield(); }
        }
    }

    private void EndedBySignal(Action<PseudoTerminal> end, int code)
    {
        using (var terminal = InTheLesson())
        {
            end(terminal);
            Assert.Equal(code, terminal.WaitForExit());
            AssertGivenBack(terminal);
        }
        AssertKept();
    }

    private void AssertKept()
    {
        AssertAnswered();
        using var again = Start("play xor --lang en");
        again.WaitForText("2/12");
        again.Type("q");
        Assert.Equal(0, again.WaitForExit());
    }

    private void AssertAnswered()
    {
        var (_, answer) = Assert.Single(Progress().Of("xor").Answers);
        Assert.Equal((true, 1, "2"), (answer.IsRight, answer.Tries, answer.Given));
    }
}
