using System.Collections.Immutable;
using System.Text;
using Core;

namespace Lessons;

/// <summary>One thing that is wrong with a lesson file.</summary>
/// <param name="Rule">Name of the rule that is broken, see <see cref="LessonRules"/>.</param>
/// <param name="Problem">Place, what was given, what was expected, what to do.</param>
/// <param name="Lesson">Id of the lesson; null: of the file.</param>
/// <param name="Scene">Id of the scene; null: of the lesson.</param>
public sealed record Finding(string Rule, Problem Problem, string? Lesson = null, string? Scene = null)
{
    /// <summary><c>line 3, column 4 (lessons[0].…): given …, expected …; do … [rule, lesson doubling, scene end]</c></summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Problem} [{Rule}");
        if (Lesson is not null) text.Append($", lesson {Lesson}");
        if (Scene is not null) text.Append($", scene {Scene}");
        return text.Append(']').ToString();
    }
}

/// <summary>What a check found.</summary>
/// <param name="Findings">Everything that is wrong, in the order of the file.</param>
/// <param name="Book">The lessons; null if the file cannot be read.</param>
/// <param name="Lessons">Lessons looked at.</param>
/// <param name="Scenes">Scenes reached.</param>
/// <param name="Questions">Questions judged.</param>
/// <param name="Answers">Answers tried on them, right and wrong.</param>
/// <param name="Claims">Claims run.</param>
public sealed record CheckResult(ImmutableArray<Finding> Findings, LessonBook? Book, int Lessons, int Scenes, int Questions, int Answers, int Claims)
{
    /// <summary>The claims with the numbers that decided them, in the order of the file.</summary>
    public ImmutableArray<MeasuredClaim> Measured { get; init; } = [];

    /// <summary>Whether nothing was found.</summary>
    public bool Ok => Findings.IsEmpty;

    /// <summary>What was done, in a line.</summary>
    public string Summary => $"{Lessons} lessons, {Scenes} scenes reached, {Questions} questions judged with {Answers} answers, {Claims} claims run: {(Ok ? "all well" : $"{Findings.Length} problems")}";
}

/// <summary>The rules by name.</summary>
public static class LessonRules
{
    /// <summary>Every rule with what it demands.</summary>
    public static ImmutableArray<(string Name, string Demands)> All { get; } =
    [
        ("format", "the file is JSON of this format: no unknown or missing field, no value out of range, ids known and given once, needs earlier, experiments that can be run"),
        ("translation", "every text is there in English and Chinese"),
        ("data", "the data of every variant can be read"),
        ("length", "a run has at most 1000000 updates, so that every moment can be reached"),
        ("expression", "every expression, in texts too, fits the values of its run"),
        ("position", "every `at` and `until` fits its run"),
        ("focus", "what is lit or asked for exists and has that element"),
        ("picture", "pictures fit the network: a boundary needs two inputs, a comparison two runs, a path two parameters, a sweep a field it can change"),
        ("scene", "every scene can be reached"),
        ("value", "every number in a text has been computed by then"),
        ("figure", "every number of a scene's figures exists at its moment; rows have the length of their x, labels or columns"),
        ("question", "exactly one choice is right; every answer is judged as it should be; no slip equals the right answer or another slip; slips and wrong choices have feedback"),
        ("claim", "every claim holds"),
        ("fit", "headings fit a line, texts the pages of the smallest screen, in both languages"),
    ];
}
