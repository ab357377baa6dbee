using System.Text;
using System.Text.RegularExpressions;

namespace Sim.Tests;

/// <summary>Tables and commands of a page of docs: every line shown there is printed.</summary>
public class CommandPageTests
{
    [Theory]
    [InlineData("own-data.md", 7)]
    [InlineData("sweeps.md", 4)]
    public void Every_command_prints_what_the_page_shows(string name, int least)
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", name));
        var files = new MemoryFiles(Regex.Matches(page, "^```csv (\\S+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .ToDictionary(table => table.Groups[1].Value, table => Encoding.UTF8.GetBytes(table.Groups[2].Value)));
        var commands = Regex.Matches(page, "^\\$ sim (.*)\n((?:(?!\\$ |```).*\n)*)", RegexOptions.Multiline);
        Assert.True(commands.Count >= least, $"{commands.Count} commands");
        foreach (Match command in commands)
        {
            var (output, error) = (new StringWriter(), new StringWriter());
            var host = new CommandHost { Out = output, Error = error, Files = files, Lessons = EmbeddedLessons.Read() };
            var code = CommandLine.Run(command.Groups[1].Value.Trim().Split(' '), host);
            var shown = command.Groups[2].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(shown[0].StartsWith("sim: ") ? 2 : 0, code);
            foreach (var line in shown) Assert.Contains(line, output.ToString() + error);
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Sim.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
