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

    [Fact]
    public void The_menu_says_number_id_time_and_progress_and_lessons_lead_back_to_it()
    {
        var (code, said) = Play("", "help\ndoubling\nmenu\nnonsense\nquit\n");
        Assert.Equal(0, code);
        string[] lines = said.Split('\n');
        Assert.Equal(2, lines.Count(line => line.StartsWith("1. ") && line.Contains("(doubling), ") && line.Contains(" min, not begun.")));
        Assert.Contains(lines, line => line.StartsWith("lang: "));
        Assert.DoesNotContain(lines, line => line.StartsWith("step: "));
        Assert.Contains("\"nonsense\" is no command", said);
    }

    [Fact]
    public void What_is_said_names_words_that_can_be_typed_and_no_keys()
    {
        var (_, said) = Play("xor.json", "next-break\nbreak loss < 0.69\nbreak\nnext-break\nset optimizer.learningRate 1\ncompare\ncompare before\nedit 0.5\nvariant\nremove 1\nremove 1\nbreak\nhelp\n");
        Assert.Contains("break EXPRESSION sets one", said);
        Assert.Contains("next-break runs to it", said);
        Assert.Contains("1. loss < 0.69", said);
        Assert.Contains("Stopped: loss < 0.69", said);
        Assert.Contains("undo takes it back", said);
        Assert.Contains("before: the run before the change.", said);
        Assert.Contains("Removed: loss < 0.69", said);
        Assert.Contains("There is no breakpoint 1", said);
        foreach (string key in new[] { "U undoes", "c compares", ": b sets", "> runs", "with }", "{ goes" }) Assert.DoesNotContain(key, said);
    }

    [Fact]
    public void A_gradient_is_checked_in_sentences()
    {
        var (_, said) = Play("xor.json", "check\ngo 1:layer1.weight.grad\ncheck\ngo 1:batch.x\ncheck\n");
        Assert.Contains("Nothing computed yet", said);
        Assert.Contains("Calculated again in double precision: ", said);
        Assert.Contains("layer1.weight[0,0] a little larger and a little smaller changes loss by", said);
        Assert.Contains(": agrees.", said);
        Assert.Contains("batch.x is given", said);
    }
}
