using System.Collections.Immutable;

namespace Lessons;

/// <summary>What a learner has done: the state of every lesson that was opened. Immutable.</summary>
/// <param name="Lessons">By the lesson's id.</param>
public sealed record Progress(ImmutableSortedDictionary<string, LessonProgress> Lessons)
{
    /// <summary>Nothing done.</summary>
    public static Progress None { get; } = new(ImmutableSortedDictionary.Create<string, LessonProgress>(StringComparer.Ordinal));

    /// <summary>The state of a lesson; a fresh one if it was never opened.</summary>
    public LessonProgress Of(string lesson) => Lessons.GetValueOrDefault(lesson) ?? new();

    /// <summary>The same with another state of one lesson.</summary>
    public Progress With(string lesson, LessonProgress state) => new(Lessons.SetItem(lesson, state));

    /// <summary>
    /// Both together, lesson by lesson: nothing that either knows is lost. The order does not matter, and merging twice changes nothing,
    /// so two programs that save at the same time end with the same progress.
    /// </summary>
    public Progress Merge(Progress other) => new(other.Lessons.Aggregate(Lessons,
        (all, its) => all.SetItem(its.Key, all.TryGetValue(its.Key, out var mine) ? mine.Merge(its.Value) : its.Value)));
}

/// <summary>The state of one lesson.</summary>
public sealed record LessonProgress
{
    private static readonly ImmutableSortedDictionary<string, AnswerState> NoAnswers = ImmutableSortedDictionary.Create<string, AnswerState>(StringComparer.Ordinal);

    /// <summary>When it was last touched, in milliseconds since 1970, as told by the caller.</summary>
    public long When { get; init; }

    /// <summary>The scene the learner was at; null before the first.</summary>
    public string? Scene { get; init; }

    /// <summary>The moment, as an address.</summary>
    public Address? At { get; init; }

    /// <summary>Whether the last scene was reached.</summary>
    public bool IsDone { get; init; }

    /// <summary>Questions answered or tried, by scene.</summary>
    public ImmutableSortedDictionary<string, AnswerState> Answers { get; init; } = NoAnswers;

    /// <summary>The state of a scene's question.</summary>
    public AnswerState Answer(string scene) => Answers.GetValueOrDefault(scene) ?? AnswerState.Fresh;

    /// <summary>The same with another state of one question.</summary>
    public LessonProgress With(string scene, AnswerState answer) => this with { Answers = Answers.SetItem(scene, answer) };

    /// <summary>Scene and moment of the newer, the fuller answer to every question, done if either is.</summary>
    public LessonProgress Merge(LessonProgress other)
    {
        var newer = Compare(this, other) >= 0 ? this : other;
        return newer with
        {
            IsDone = IsDone || other.IsDone,
            Answers = other.Answers.Aggregate(Answers, (all, its) =>
                all.SetItem(its.Key, all.TryGetValue(its.Key, out var mine) && Compare(mine, its.Value) >= 0 ? mine : its.Value)),
        };
    }

    // Ties are decided by the texts, so that both sides decide alike.
    private static int Compare(LessonProgress a, LessonProgress b) =>
        (a.When, 0).CompareTo((b.When, 0)) is not 0 and var time ? time
        : string.CompareOrdinal(a.Scene, b.Scene) is not 0 and var scene ? scene
        : string.CompareOrdinal(a.At?.ToString(), b.At?.ToString());

    private static int Compare(AnswerState a, AnswerState b) =>
        (a.IsRight, a.Tries, a.Hints).CompareTo((b.IsRight, b.Tries, b.Hints)) is not 0 and var order ? order : string.CompareOrdinal(a.Given, b.Given);
}
