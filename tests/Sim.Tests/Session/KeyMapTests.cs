namespace Sim.Tests;

public class KeyMapTests
{
    [Fact]
    public void Every_command_has_its_keys_and_both_languages()
    {
        Assert.Equal(Enum.GetValues<SessionCommand>().Order(), KeyMap.All.Select(binding => binding.Command).Order());
        Assert.All(KeyMap.All, binding => Assert.All(new[] { binding.Short, binding.Long }, text => Assert.True(text.En.Length > 0 && text.Zh.Length > 0, binding.Word)));
    }

    [Fact]
    public void No_key_and_no_word_means_two_things()
    {
        string[] keys = [.. KeyMap.All.SelectMany(binding => binding.Names)], words = [.. KeyMap.All.Select(binding => binding.Word)];
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(words.Length, words.Distinct().Count());
    }

    [Theory]
    [InlineData("Right", "StepForward")]
    [InlineData("l", "StepForward")]
    [InlineData("h", "StepBack")]
    [InlineData("H", "Hint")]
    [InlineData("L", "Language")]
    [InlineData("Shift+Left", "PhaseBack")]
    [InlineData("Ctrl+PageDown", "EpochForward")]
    public void A_key_is_found_by_its_name(string key, string command) =>
        Assert.Equal(command, KeyMap.Find(KeyNames.Parse(key), KeyScope.Lesson).ToString());

    [Fact]
    public void A_key_works_only_where_the_table_says() => Assert.Null(KeyMap.Find(KeyNames.Parse("Right"), KeyScope.Menu));

    [Fact]
    public void The_reference_is_current()
    {
        string path = Path.Combine(Shared.Repository.Root, "docs", "keys.md"), now = KeyReference.Markdown();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, now);
        Assert.Equal(now, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Help_lists_exactly_the_keys_that_work_here()
    {
        var model = new SessionModel { Size = new Size(120, 36), Overlay = Overlay.Help };
        string help = string.Join('\n', OverlayView.Lines(model).Select(line => string.Concat(line.Select(span => span.Text))));
        Assert.Contains(KeyMap.Of(SessionCommand.Search).Long.En, help);
        Assert.DoesNotContain(KeyMap.Of(SessionCommand.StepForward).Long.En, help);
    }
}
