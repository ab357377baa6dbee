namespace Lessons;

/// <summary>What comes back for an answer.</summary>
/// <param name="Kind">Right, wrong, or no answer at all.</param>
/// <param name="Feedback">What to say; numbers of the run may stand in it.</param>
/// <param name="Slip">Name of the usual mistake that was recognised.</param>
/// <param name="Answer">The right number, for number questions and predictions; to be shown once the question is over.</param>
/// <param name="Choice">The right choice, from 0, for choices.</param>
public sealed record Verdict(VerdictKind Kind, Text Feedback, string? Slip = null, double? Answer = null, int? Choice = null)
{
    /// <summary>Whether the answer is right.</summary>
    public bool IsRight => Kind == VerdictKind.Right;
}

/// <summary>Kinds of verdict.</summary>
public enum VerdictKind
{
    /// <summary>Right.</summary>
    Right,

    /// <summary>Wrong.</summary>
    Wrong,

    /// <summary>Not an answer: no number, no such choice. Does not count as a try.</summary>
    Unreadable,

    /// <summary>The question itself fails on this run (after changes, for instance): nothing right, several right, or no value.</summary>
    Unanswerable,
}

/// <summary>How far a learner is with a question.</summary>
/// <param name="Tries">Answers given so far.</param>
/// <param name="Hints">Hints seen so far.</param>
/// <param name="IsRight">Whether the right answer was found.</param>
/// <param name="Given">The last answer given.</param>
public sealed record AnswerState(int Tries = 0, int Hints = 0, bool IsRight = false, string? Given = null)
{
    /// <summary>A question not touched yet.</summary>
    public static AnswerState Fresh { get; } = new();

    /// <summary>Whether the first answer was right, without a hint.</summary>
    public bool IsRightAtOnce => IsRight && Tries == 1 && Hints == 0;

    /// <summary>The state after a verdict. A right answer stays right; nothing is counted after it.</summary>
    public AnswerState After(Verdict verdict, string given) =>
        IsRight || verdict.Kind is VerdictKind.Unreadable or VerdictKind.Unanswerable ? this
        : this with { Tries = Tries + 1, IsRight = verdict.IsRight, Given = given };

    /// <summary>The state after one more hint.</summary>
    public AnswerState WithHint(Question question) => this with { Hints = Math.Min(Hints + 1, question.Hints.Length) };

    /// <summary>The next hint that has not been seen, or null.</summary>
    public Text? NextHint(Question question) => Hints < question.Hints.Length ? question.Hints[Hints] : null;
}
