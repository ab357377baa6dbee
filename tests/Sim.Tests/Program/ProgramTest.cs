namespace Sim.Tests;

/// <summary>The real program on a pseudo-terminal, each test with a folder of its own for the learner's files.</summary>
public abstract class ProgramTest : IDisposable
{
    private protected const int SIGHUP = 1, SIGINT = 2, SIGKILL = 9, SIGTERM = 15, SIGCONT = 18;
    private protected const string Right = "\e[C", Left = "\e[D", ShiftRight = "\e[1;2C", PageDown = "\e[6~", Escape = "\e";

    private protected static string Binary { get; } = Path.Combine(AppContext.BaseDirectory, "sim.dll");

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("sim-program").FullName;

    private protected string ProgressPath => Path.Combine(Folder, "progress.json");

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected PseudoTerminal Start(string arguments, int width = 120, int height = 36, string? data = null) =>
        new(arguments, width, height, Binary, data ?? Folder);

    private protected PseudoTerminal StartXor(int width = 120, int height = 36, string? data = null)
    {
        var terminal = Start("play xor --lang en", width, height, data);
        terminal.WaitForText("1/12");
        return terminal;
    }

    /// <summary>Answers the first question of the lesson and goes on to its second scene.</summary>
    private protected static void AnswerAndGoOn(PseudoTerminal terminal)
    {
        terminal.Type("2");
        terminal.WaitForText("✓ Yes");
        PressUntil(terminal, " ", "2/12");
    }

    /// <summary>Presses a key again after every answer of the screen, until the text is there.</summary>
    private protected static void PressUntil(PseudoTerminal terminal, string key, string text, int most = 20)
    {
        for (int tries = 0; tries < most; tries++)
        {
            string before = terminal.WaitFor("the screen", screen => screen.Screen);
            if (before.Contains(text)) return;
            terminal.Type(key);
            terminal.WaitFor($"a change after {key.Replace("\e", "␛")}, towards {text}", screen => screen.Screen == before || screen.Screen.Contains("training …") ? null : screen);
        }
        Assert.Fail($"{text} did not appear:\n{terminal.WaitFor("the screen", screen => screen.Screen)}");
    }

    private protected static void WaitUntilGone(PseudoTerminal terminal, string text) =>
        terminal.WaitFor($"no {text}", screen => screen.Screen.Contains(text) ? null : screen);

    private protected static void AssertGivenBack(PseudoTerminal terminal)
    {
        terminal.WaitFor("modes as found", screen => screen.Modes.SetEquals(["7", "25"]) ? screen : null);
        Assert.Equal(terminal.ModesBefore, terminal.Modes());
    }

    private protected Lessons.Progress Progress()
    {
        var read = Lessons.ProgressFile.Read(File.ReadAllBytes(ProgressPath));
        Assert.True(read.Problems.None, $"{read.Problems}");
        return read.Progress!;
    }
}
