using System.Text.RegularExpressions;
using Shared;

namespace Sim.Tests;

/// <summary>docs/performance.md: every command, part, file and type it names exists.</summary>
public class PerformanceDocTests
{
    private static readonly string Page = Read("docs/performance.md");
    private static readonly string Parts = Read("bench/Part.cs"), Options = Read("bench/Settings.cs");

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    private static IEnumerable<string[]> Commands(string begin) =>
        Regex.Matches(Page, "^" + Regex.Escape(begin) + "(.*?)(#.*)?$", RegexOptions.Multiline).Select(line => line.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Every_part_and_option_of_the_bench_exists()
    {
        var commands = Commands("dotnet run --project bench -c Release").ToArray();
        Assert.True(commands.Length >= 5, $"{commands.Length} commands");
        foreach (var words in commands.Select(command => command.SkipWhile(word => word == "--").ToArray()))
            for (int k = 0; k < words.Length; k++)
            {
                Assert.Contains($"\"{words[k]}\"", words[k].StartsWith('-') ? Options : Parts);
                if (words[k] is "--threads" or "--published" or "--into") k++;
            }
    }

    [Fact]
    public void All_parts_are_named()
    {
        var named = Regex.Matches(Parts, """new\("([^"]+)", ("([^"]+)"|Detail), """).SelectMany(part => new[] { part.Groups[1].Value, part.Groups[3].Value }).Where(name => name.Length > 0 && !name.Contains(' ')).Distinct().ToArray();
        Assert.True(named.Length >= 12, string.Join(' ', named));
        foreach (var name in named) Assert.Contains($"`{name}`", Page);
    }

    [Fact]
    public void The_commands_of_sim_are_understood()
    {
        foreach (var words in Commands("dotnet run --project Sim -c Release --"))
        {
            Assert.True(File.Exists(Path.Combine(Repository.Root, words[1])), words[1]);
            int length = Array.IndexOf(words, "--updates") + 1;
            if (length > 0) words[length] = "3";
            Assert.Equal(0, Typed.Run(words, (words[1], Read(words[1]))).Code);
        }
    }

    [Fact]
    public void Every_file_and_type_that_is_named_exists()
    {
        var sources = string.Concat(Repository.Sources("Core").Concat(Repository.Sources("Lessons")).Concat(Repository.Sources("Sim")).Select(source => source.Text));
        foreach (Match name in Regex.Matches(Page, "`([^`\n]+)`"))
        {
            var text = name.Groups[1].Value;
            if (text.Contains('/')) Assert.True(Path.Exists(Path.Combine(Repository.Root, text)), text);
            else if (Regex.IsMatch(text, @"^[A-Z][a-z]\w+$")) Assert.Matches($@"\b(class|record|struct) {text}\b", sources);
        }
    }

    [Fact]
    public void The_measured_table_has_its_place() =>
        Assert.Matches("(?s)<!-- measured -->\n.*<!-- end of measured -->", Page);

    [Fact]
    public void Both_readmes_lead_to_it()
    {
        Assert.Contains("docs/performance.md", Read("README.md"));
        Assert.Contains("docs/performance.md", Read("README.zh.md"));
    }
}
