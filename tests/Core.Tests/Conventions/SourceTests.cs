using System.Text.RegularExpressions;
using Shared;

namespace Core.Tests;

/// <summary>Habits of the sources that a reader relies on.</summary>
public class SourceTests
{
    private static readonly string[] Projects = ["Core", "Lessons", "Sim", "bench"];

    [Fact]
    public void A_file_is_one_idea_of_at_most_250_lines() =>
        Assert.Empty(Projects.SelectMany(Repository.Sources).Where(source => source.Text.Count(c => c == '\n') > 250).Select(source => source.Path));

    [Fact]
    public void Nothing_is_left_to_do() =>
        Assert.Empty(Projects.SelectMany(Repository.Sources)
            .Where(source => Regex.IsMatch(source.Text, @"\b(TODO|FIXME|HACK|NotImplementedException)\b")).Select(source => source.Path));

    [Fact]
    public void Every_banned_symbol_has_its_reason()
    {
        foreach (var project in new[] { "Core", "Lessons" })
            foreach (var line in File.ReadLines(Path.Combine(Repository.Root, project, "BannedSymbols.txt")).Where(line => line.Length > 0))
                Assert.Matches(@"^[TMPFN]:[^;]+;.{5,}", line);
    }

    // The analyzer knows names, not meanings: these are the ways around it.
    [Fact]
    public void Core_fuses_and_estimates_nothing() =>
        Assert.Empty(Repository.Sources("Core")
            .Where(source => Regex.IsMatch(source.Text, @"\b(FusedMultiplyAdd|MultiplyAddEstimate|ReciprocalEstimate|ReciprocalSqrtEstimate|MinNative|MaxNative|ConvertToInt32Native|TensorPrimitives)\b\s*[(<.]"))
            .Select(source => source.Path));
}
