namespace Sim.Tests;

/// <summary>Scripts as text: what is understood, and how mistakes are told.</summary>
public class ScriptParserTests
{
    private static string[] Problems(string text) => [.. ScriptParser.Parse("test", text).Problems.Select(problem => problem.ToString().Split('\n')[0])];

    private static Script Script(string text)
    {
        var reading = ScriptParser.Parse("test", text);
        Assert.Empty(reading.Problems);
        return reading.Script;
    }

    [Fact]
    public void Comments_blank_lines_and_blanks_around_do_not_matter()
    {
        var script = Script("\uFEFF# a script\r\n\r\n  step 3   # three\n\tsay number # 1\nkey #\n");
        Assert.Equal(["step 3", "say number # 1", "key #"], script.Commands.Select(command => command.ToString()));
        Assert.Equal([3, 4, 5], script.Commands.Select(command => command.Line));
        Assert.Equal(3, script.Commands[0].Count);
    }

    [Fact]
    public void Every_word_of_the_keys_is_a_command_but_those_that_a_script_must_not_use()
    {
        string[] without = [.. KeyMap.All.Select(binding => binding.Word).Except(ScriptWords.Names)];
        Assert.Equal(["auto", "faster", "folder", "quit", "record", "search", "slower", "svg", "text"], without.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_command_of_the_contract_is_known() =>
        Assert.All("lesson variant lang size say step back phase update epoch scene go until set break compare answer key pause expect snapshot chapter".Split(' '),
            word => Assert.NotNull(ScriptWords.Find(word)));

    [Theory]
    [InlineData("stepp", "line 1, column 1: unknown command `stepp`; did you mean `step`?")]
    [InlineData("quit", "line 1, column 1: `quit` is no command of scripts: it goes by the clock, writes a file or ends the program")]
    [InlineData("xyzzy 3", "line 1, column 1: unknown command `xyzzy`; expected one of lesson, say, step, go, until, expect, snapshot, … (docs/scripts.md), or # before a comment")]
    [InlineData("  step three", "line 1, column 8: step: found `three`; expected step, or step N, N from 1 to 1000000")]
    [InlineData("step 0", "line 1, column 6: step: found `0`; expected step, or step N, N from 1 to 1000000")]
    [InlineData("step -3", "line 1, column 6: step: found `-3`; expected step, or step N, N from 1 to 1000000")]
    [InlineData("pause 1,5", "line 1, column 7: pause: found `1,5`; expected pause SECONDS, a number from 0 to 600 such as 1.5")]
    [InlineData("pause", "line 1, column 1: pause: nothing stands after it; expected pause SECONDS")]
    [InlineData("chapter", "line 1, column 1: chapter: nothing stands after it; expected chapter TITLE")]
    [InlineData("lang fr", "line 1, column 6: lang: found `fr`; expected lang en, or zh")]
    [InlineData("size 100", "line 1, column 6: size: found `100`; expected size WIDTH HEIGHT, from 20 5 to 400 120, such as 100 30")]
    [InlineData("key Foo", "line 1, column 5: key: `Foo` is no key; expected key NAME: a letter, or a name such as Space, Enter, PageDown, Shift+Left")]
    [InlineData("snapshot a/b", "line 1, column 10: snapshot: `a/b` is no name; expected snapshot NAME: letters, digits, - and _")]
    [InlineData("set rate", "line 1, column 5: set: found `rate`; expected set KEY VALUE, such as set optimizer.learningRate 0.5")]
    [InlineData("expect loss <", "line 1, column 14: expect: expected a value (number, name or function), found the end")]
    [InlineData("until loss < < 1", "line 1, column 14: until: expected a value (number, name or function), found `<`")]
    [InlineData("go 3:", "line 1, column 6: go: expected the name of a value after `:`, as in 3:layer1.z; indices are not part of a position")]
    public void Mistakes_say_where_what_was_found_and_what_fits(string line, string expected) => Assert.Equal([expected], Problems(line));

    [Fact]
    public void All_mistakes_of_a_file_are_told_at_once()
    {
        string[] problems = Problems("step x\nsay fine\nstepp\nsnapshot a\nsnapshot A\n");
        Assert.Equal(3, problems.Length);
        Assert.StartsWith("line 1, column 6", problems[0]);
        Assert.StartsWith("line 3, column 1", problems[1]);
        Assert.Equal("line 5, column 10: snapshot `A` is there already, in line 4; expected a name of its own", problems[2]);
    }

    [Fact]
    public void A_binary_file_is_one_mistake()
    {
        string problem = Assert.Single(Problems("say hello\n\u007FELF\u0002\u0001\0\0\n\uFFFD\uFFFD"));
        Assert.Equal("line 2, column 1: found the byte or character U+007F; expected a script as UTF-8 text", problem);
    }

    [Fact]
    public void A_long_line_is_a_mistake_and_told_short()
    {
        string problem = ScriptParser.Parse("test", "say " + new string('a', 900_000)).Problems.Single().ToString();
        Assert.StartsWith("line 1, column 1: a line of 900004 characters; expected at most 2000", problem);
        Assert.True(problem.Length < 500);
    }

    [Fact]
    public void Whatever_is_typed_is_read_or_told()
    {
        var random = new Random(3);
        string[] words = [.. ScriptWords.Names, "loss", "<", "0.1", "3", "#", "\n", "\n", "学", "…", "1:layer1.z", "epoch", "\t"];
        for (int k = 0; k < 2000; k++)
        {
            string text = string.Join(' ', Enumerable.Range(0, random.Next(20)).Select(_ => words[random.Next(words.Length)]));
            var reading = ScriptParser.Parse("test", text);
            foreach (var problem in reading.Problems) Assert.StartsWith("line ", problem.ToString());
            // What was understood says itself again.
            string again = string.Join('\n', reading.Script.Commands.Select(command => command.ToString()));
            Assert.Equal(again, string.Join('\n', ScriptParser.Parse("test", again).Script.Commands.Select(command => command.ToString())));
        }
    }
}
