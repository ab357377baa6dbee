using Lessons;

namespace Sim;

/// <summary>What is said to an answer: the verdict, unless the lesson's own words begin with it.</summary>
internal static class AnswerWords
{
    private static readonly string[]
        Yes = ["Right", "Yes", "Correct", "Exactly", "正确", "对", "没错", "是的"],
        No = ["Not yet", "No", "Wrong", "还不对", "不对", "不，", "错"];

    /// <summary>The verdict with a blank behind it; empty where the feedback says it.</summary>
    public static string Verdict(AskState answer, Language language)
    {
        string verdict = (answer.IsRight ? SessionWords.Correct : SessionWords.Wrong).In(language), feedback = answer.Feedback.In(language);
        return feedback.Length == 0 ? verdict : (answer.IsRight ? Yes : No).Any(word => Begins(feedback, word)) ? "" : verdict + " ";
    }

    // The word itself, not a longer one: "No." but not "Nothing".
    private static bool Begins(string text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal) && (word[^1] == '，' || text.Length == word.Length || !char.IsLetter(text[word.Length]));
}
