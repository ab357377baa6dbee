using System.Reflection;
using Shared;

namespace Core.Tests;

/// <summary>Sim → Lessons → Core, never back.</summary>
public class LayeringTests
{
    private static readonly Assembly CoreAssembly = typeof(Experiment).Assembly;

    [Fact]
    public void Core_references_only_the_base_library_and_MathNet()
    {
        var others = CoreAssembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal));
        Assert.Equal(["MathNet.Numerics"], others.Order());
    }

    [Fact]
    public void MathNet_is_used_in_the_analysis_folder_only()
    {
        var users = Repository.Sources("Core").Where(source => source.Text.Contains("MathNet")).Select(source => source.Path);
        Assert.All(users, path => Assert.StartsWith("Core/Analysis/", path));
    }

    [Theory]
    [InlineData("Core", "Lessons")]
    [InlineData("Core", "Sim")]
    [InlineData("Lessons", "Sim")]
    public void No_arrow_points_back(string lower, string upper)
    {
        var project = File.ReadAllText(Path.Combine(Repository.Root, lower, $"{lower}.csproj"));
        Assert.DoesNotContain($"{upper}/{upper}.csproj", project);
        Assert.DoesNotContain($"{upper}\\{upper}.csproj", project);
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("Lessons")]
    [InlineData("Sim")]
    public void One_flat_namespace_per_project(string project)
    {
        var wrong = Repository.Sources(project)
            .Where(source => !System.Text.RegularExpressions.Regex.IsMatch(source.Text, $@"^namespace {project};", System.Text.RegularExpressions.RegexOptions.Multiline))
            .Select(source => source.Path);
        Assert.Empty(wrong);
    }
}
