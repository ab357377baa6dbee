using System.Text.Json;
using Shared;

namespace Lessons.Tests;

/// <summary>A statement that learners arrive with, judged.</summary>
/// <param name="Said">The statement, or what a program in circulation does.</param>
/// <param name="Verdict">Right, wrong, half true, …</param>
/// <param name="Note">What is right, or why no run can show it.</param>
/// <param name="Lesson">Where it is shown; null: outside what a run can show.</param>
/// <param name="Scene">The scene that speaks of it.</param>
/// <param name="Claim">The English words of the claim that decides it; null: the scene's text only.</param>
internal sealed record Statement(string Said, string Verdict, string Note, string? Lesson = null, string? Scene = null, string? Claim = null)
{
    /// <summary>docs/statements.json.</summary>
    public static Statement[] All { get; } = JsonSerializer.Deserialize<Statement[]>(
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "statements.json")),
        new JsonSerializerOptions { PropertyNameCaseInsensitive = true, UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow })!;
}
