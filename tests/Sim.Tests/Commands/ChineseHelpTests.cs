namespace Sim.Tests;

public class ChineseHelpTests
{
    [Fact]
    public void Every_command_and_option_is_described_in_chinese()
    {
        var root = CommandLine.Root(new CommandHost { Out = TextWriter.Null, Error = TextWriter.Null, Files = new MemoryFiles([]), Lessons = default });
        Assert.All(ChineseHelp.Symbols(root), symbol => Assert.True(symbol.Description is null || HelpWords.Chinese.ContainsKey(symbol.Description), $"{symbol.Name}: \"{symbol.Description}\" is not in HelpWords"));
    }

    [Theory]
    [InlineData("--help", "--lang", "zh")]
    [InlineData("--lang=zh", "run", "--help")]
    [InlineData("sweep", "--help", "--lang", "zh")]
    public void Help_is_chinese_when_asked_for(params string[] arguments)
    {
        var typed = Typed.Run(arguments);
        Assert.Equal(0, typed.Code);
        Assert.Contains("用法：", typed.Out);
        Assert.DoesNotContain("Usage:", typed.Out);
        Assert.DoesNotContain("Description:", typed.Out);
    }

    [Fact]
    public void Help_is_english_otherwise()
    {
        Assert.Contains("Train to the end", Typed.Run("run --help").Out);
    }
}
