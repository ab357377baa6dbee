namespace Sim.Tests;

public class PlainSessionTests
{
    private static (int Code, string Said) Play(string target, string commands, Lessons.Language language = Lessons.Language.English)
    {
        using var runner = new SessionRunner(new SessionWorld { Library = SessionKit.Library(), Patience = Timeout.InfiniteTimeSpan });
        var output = new StringWriter();
        var start = new SessionModel { Size = default, View = ViewSettings.Default with { Language = language } };
        int code = new PlainSession(runner, start, new StringReader(commands), output).Run([target.Length == 0 ? new ReadMenu(null) : new OpenLesson(target, false)]);
        return (code, output.ToString());
    }

    [Fact]
    public void A_lesson_reads_as_sentences()
    {
        var (code, said) = Play("doubling", "next\nanswer 10\nhint\nanswer -10\nnext\nquit\n");
        Assert.Equal(0, code);
        string[] lines = said.Split('\n');
        Assert.Contains("Scene 2 of 5.", lines);
        Assert.Contains(lines, line => line.StartsWith("Question: What will the gradient"));
        Assert.Contains(lines, line => line.StartsWith("Not yet."));
        Assert.Contains(lines, line => line.StartsWith("Hint 1: "));
        Assert.Contains(lines, line => line.StartsWith("Right."));
        Assert.Contains("Scene 3 of 5.", lines);
        Assert.DoesNotContain('\u001b', said);
    }

    [Fact]
    public void Steps_say_the_place_the_formula_and_the_number()
    {
        var (_, said) = Play("xor.json", "go 1:layer1.z\nback\nstep\n");
        Assert.Contains("Update 1, step 4 of 26, forward: layer1.z.", said);
        Assert.Contains("layer1.z[0,0]: z₁", said);
        Assert.Contains("checked.", said);
    }

    [Fact]
    public void A_wrong_word_is_told_what_is_near()
    {
        var (_, said) = Play("xor.json", "stpe\nset optimizer.learningrate 1\nuntil los < 1\n");
        Assert.Contains("did you mean step?", said);
        Assert.Contains("learningRate", said);
        Assert.Contains("! ", said);
    }

    [Fact]
    public void The_end_of_the_input_ends_the_session_with_everything_kept() => Assert.Equal(0, Play("", "").Code);

    [Fact]
    public void The_menu_opens_lessons_by_number_and_speaks_chinese()
    {
        var (_, said) = Play("", "1\nnext\n", Lessons.Language.Chinese);
        Assert.Contains("场景 2，共 5 个", said);
    }
}
