using System.Text.RegularExpressions;

namespace Sim.Tests;

/// <summary>Every example of docs/scripts.md is played, and every command has one.</summary>
public class ScriptDocTests
{
    private static readonly string[] Examples =
        [.. Regex.Matches(File.ReadAllText(Path.Combine(Shared.Repository.Root, "docs", "scripts.md")), "```demo\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

    private static LessonLibrary Library { get; } = new(EmbeddedLessons.Read(), new MemoryFiles([]), _ => []);

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Examples.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Examples_are_right_and_play_to_their_end(int number)
    {
        var reading = ScriptParser.Parse("example", Examples[number]);
        Assert.Empty(reading.Problems);
        Assert.Empty(new ScriptCheck(Library).Check(reading.Script));
        var events = new ScriptPlayer(Library).Play(reading.Script).ToList();
        Assert.All(events.OfType<CommandFailed>(), failed => Assert.Fail($"{failed.Command}: {failed.Message}"));
        Assert.All(events.OfType<ExpectationChecked>(), expectation => Assert.True(expectation.Holds, $"{expectation.Command}: {expectation.Found}"));
        Assert.IsType<ScriptEnded>(events[^1]);
    }

    public static TheoryData<string> Lines =>
        [.. Regex.Match(File.ReadAllText(Path.Combine(Shared.Repository.Root, "docs", "scripts.md")), "```sh\n(.*?)```", RegexOptions.Singleline).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Files_are_made_as_the_examples_say(string line)
    {
        using var folder = new TemporaryFolder();
        string[] words = [.. line.Split(' ').Skip(1)];
        for (int k = 0; k < words.Length; k++)
        {
            if (words[k].StartsWith("demos/", StringComparison.Ordinal)) words[k] = Path.Combine(Shared.Repository.Root, words[k]);
            else if (k > 0 && words[k - 1] is "--cast" or "--svg" or "--text" or "--markdown") words[k] = Path.Combine(folder.Path, words[k]);
        }
        var error = new StringWriter();
        var host = new CommandHost { Out = TextWriter.Null, Error = error, Files = new DiskFiles(), Lessons = EmbeddedLessons.Read() };
        Assert.Equal((0, ""), (CommandLine.Run(words, host), error.ToString()));
        Assert.Equal(words.Count(word => word is "--cast" or "--svg" or "--text" or "--markdown"), Directory.EnumerateFileSystemEntries(folder.Path).Count());
    }

    [Fact]
    public void The_keys_of_a_replay_are_current()
    {
        string path = Path.Combine(Shared.Repository.Root, "docs", "scripts.md"), doc = File.ReadAllText(path);
        var table = new System.Text.StringBuilder("| keys | always | what they do | 作用 |\n| --- | --- | --- | --- |\n");
        foreach (var binding in ReplayKeyMap.All)
            table.Append($"| {string.Join(' ', binding.Keys.Split(' ').Select(key => $"`{key}`"))} | {(binding.Always.Length > 0 ? $"`{binding.Always}`" : "")} | {binding.Long.En} | {binding.Long.Zh} |\n");
        string now = Regex.Replace(doc, "<!-- keys -->\n(.*?)<!-- end -->", $"<!-- keys -->\n{table}<!-- end -->", RegexOptions.Singleline);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, doc = now);
        Assert.True(doc == now, "docs/scripts.md is not current: run the tests once with UPDATE_DOCS=1");
    }

    [Fact]
    public void Every_command_has_an_example()
    {
        var used = Examples.SelectMany(example => ScriptParser.Parse("example", example).Script.Commands).Select(command => command.Name).ToHashSet();
        string[] keysAlone = ["start", "end", "hint", "notes", "glossary", "scroll", "scroll-back", "down", "up", "sample", "sample-back", "focus-back", "picture", "digits", "projector", "theme", "blank", "captions", "controls", "address", "remove", "term-back"];
        Assert.Equal(keysAlone.Order(StringComparer.Ordinal), ScriptWords.Names.Except(used).Order(StringComparer.Ordinal));
    }
}
