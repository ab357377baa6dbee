namespace Sim.Tests;

/// <summary>The program itself on a pseudo-terminal.</summary>
public sealed class PlayedProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sim-played").FullName;

    public PlayedProgramTests() => File.WriteAllText(Path.Combine(_folder, "xor.json"), SessionKit.Xor);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private PseudoTerminal Start(string arguments) => new(arguments, 120, 36, Path.Combine(AppContext.BaseDirectory, "sim.dll"), _folder);

    [PtyFact]
    public void Start_step_back_resize_and_quit_leave_the_terminal_as_it_was()
    {
        using var terminal = Start($"play {_folder}/xor.json --lang en");
        terminal.WaitForText("initial state");
        terminal.Type("\e[C\e[C");
        terminal.WaitForText("step 2/");
        terminal.Type("\e[D");
        terminal.WaitForText("step 1/");
        terminal.Resize(80, 24);
        terminal.Type("\e[C");
        terminal.WaitForText("step 2/");
        terminal.Type("q");
        Assert.Equal(0, terminal.WaitForExit());
        Assert.Equal(terminal.ModesBefore, terminal.Modes());
    }

    [PtyFact]
    public void Sigterm_in_a_lesson_keeps_the_place()
    {
        File.WriteAllText(Path.Combine(_folder, "choices.json"), "{\"tourSeen\": true}");
        using (var terminal = Start("play watermelon --lang en"))
        {
            terminal.WaitForText("1/14");
            terminal.Type(" ");
            terminal.WaitForText("2/14");
            terminal.Signal(15);
            Assert.Equal(143, terminal.WaitForExit());
            Assert.Equal(terminal.ModesBefore, terminal.Modes());
        }
        using var again = Start("play watermelon --lang en");
        again.WaitForText("2/14");
        again.Type("q");
        Assert.Equal(0, again.WaitForExit());
    }

    [PtyFact]
    public void A_saved_file_is_read_again_at_the_same_place_and_a_broken_one_changes_nothing()
    {
        string path = Path.Combine(_folder, "my.json"), text = Lessons.LessonScaffold.Text("my");
        File.WriteAllText(path, text);
        using var terminal = Start($"play {path} --lang en");
        terminal.WaitForText("1/3");
        terminal.Type("}");
        terminal.WaitForText("2/3");
        File.WriteAllText(path, text.Replace("\"title\": {\"en\": \"my\"", "\"title\": {\"en\": \"Changed\"", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddSeconds(5));
        terminal.WaitForText("Changed");
        terminal.WaitForText("2/3");
        File.WriteAllText(path, "{");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddSeconds(10));
        terminal.WaitForText("cannot be used");
        terminal.Type("q");
        Assert.Equal(0, terminal.WaitForExit());
    }

    [PtyFact]
    public void The_first_start_shows_the_tour_once()
    {
        using (var terminal = Start(""))
        {
            terminal.WaitForText("A tour of two minutes");
            terminal.Type("\e");
            terminal.WaitForText("Enter open");
            terminal.Type("q");
            Assert.Equal(0, terminal.WaitForExit());
        }
        using var again = Start("");
        again.WaitForText("Enter open");
        again.Type("q");
        Assert.Equal(0, again.WaitForExit());
    }
}
