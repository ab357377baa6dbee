namespace Sim.Tests;

public class CompletionTests
{
    [Theory]
    [InlineData("sim pl", "play")]
    [InlineData("sim progress ", "export import reset")]
    [InlineData("sim completion ", "bash fish zsh")]
    [InlineData("sim run xor --js", "--json")]
    [InlineData("sim run --csv t.csv --missing ", "drop mean")]
    [InlineData("sim play xor --lang z", "zh")]
    [InlineData("sim trace xor --format j", "jsonl")]
    public void A_line_is_completed(string line, string expected)
    {
        string[] offered = Offered(line, line.Length);
        Assert.All(expected.Split(' '), word => Assert.Contains(word, offered));
        Assert.All(offered, word => Assert.StartsWith(line.Split(' ')[^1], word));
    }

    [Fact]
    public void Lessons_are_offered_where_a_lesson_is_asked_for()
    {
        string[] ids = [.. new Lessons.LessonIndex(EmbeddedLessons.Read()).All.Select(head => head.Id)];
        string[] offered = Run("complete", "--position", "9", "sim play ").Out.Split('\n');
        Assert.All(ids, id => Assert.Contains(id, offered));
        Assert.DoesNotContain(ids[0], Offered("sim completion ", 15));
    }

    [Fact]
    public void The_cursor_may_stand_within_the_line() => Assert.Contains("trace", Offered("sim tr xor", 6));

    [Theory]
    [InlineData("bash", "complete -o default -F _sim sim")]
    [InlineData("zsh", "compdef _sim sim")]
    [InlineData("fish", "complete -c sim")]
    public void Every_shell_has_its_script(string shell, string line) => Assert.Contains(line, Run("completion", shell).Out);

    [Fact]
    public void Another_shell_is_refused() => Assert.Equal(2, Run("completion", "tcsh").Code);

    private static string[] Offered(string line, int position) => Run("complete", "--position", $"{position}", line).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static (int Code, string Out) Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter());
        int code = CommandLine.Run(arguments, new CommandHost { Out = output, Error = error, Files = new DiskFiles(), Lessons = EmbeddedLessons.Read() });
        return (code, output.ToString());
    }
}
