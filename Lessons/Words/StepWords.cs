using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Lessons;

/// <summary>What each step does and why, in one or two sentences of both languages, found by the name of the value it writes.</summary>
public static class StepWords
{
    private static readonly ImmutableArray<(Regex Name, Bilingual Words)> All =
    [
        .. BatchWords.All.Concat(ForwardWords.All).Concat(LossWords.All).Concat(BackwardWords.All).Concat(WorkerWords.All).Concat(UpdateWords.All).Concat(EvaluateWords.All)
            .Select(entry => (new Regex($"^(?:{entry.Name})$", RegexOptions.CultureInvariant), new Bilingual(entry.En, entry.Zh))),
    ];

    /// <summary>The words for the step that writes <paramref name="name"/>, or nothing if no step does.</summary>
    public static Bilingual? Of(string name)
    {
        foreach (var (pattern, words) in All)
            if (pattern.IsMatch(name))
                return words;
        return null;
    }
}

/// <summary>A pattern of value names and what its step does.</summary>
internal sealed record StepEntry(string Name, string En, string Zh);
