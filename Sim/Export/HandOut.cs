using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Lessons;

namespace Sim;

/// <summary>
/// A script as a hand-out in Markdown: what is said, the questions of the scenes it comes through, its snapshots as text with the formula of the
/// moment and the command that leads there; right answers at the end.
/// </summary>
internal sealed class HandOut(string path, string script) : IScriptExport
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, int> _questions = [];
    private readonly SortedDictionary<int, string> _answers = [];
    private string _asked = "";
    private Language _language;
    private string? _title;

    public void See(ScriptEvent happened)
    {
        switch (happened)
        {
            case ChapterBegun { Title.Length: > 0 } chapter:
                if (_text.Length > 0) Ask();
                Paragraph($"## {Markdown.Escape(chapter.Title)}");
                break;
            case CaptionShown { Text.Length: > 0 } said:
                Paragraph(Markdown.Escape(said.Text));
                Ask();
                break;
            case FrameShown shown:
                Look(shown.Frame.Session);
                break;
            case SnapshotTaken taken:
                Snapshot(taken.Frame);
                break;
        }
    }

    public IEnumerable<ExportFile> Files()
    {
        Ask();
        var all = new StringBuilder($"# {Markdown.Escape(_title ?? script)}\n{_text}");
        if (_answers.Count > 0) all.Append(CultureInfo.InvariantCulture, $"\n## {HandOutWords.Answers.In(_language)}\n\n");
        foreach (var (number, answer) in _answers) all.Append(CultureInfo.InvariantCulture, $"{number}. {answer}\n");
        return [new(path, all.ToString())];
    }

    private void Look(SessionModel session)
    {
        if (session.Lesson is not { } lesson) return;
        _language = session.Language;
        _title ??= session.Say(lesson.Title);
        if (lesson.Content is not { Ask: { } ask } content || lesson.IsExploring) return;
        string key = $"{lesson.Id}/{content.Id}";
        if (!_questions.TryGetValue(key, out int number)) Ask(Question(session, ask, number = _questions[key] = _questions.Count + 1));
        if (lesson.Answer is { IsRight: true } answer) _answers[number] = Markdown.Escape(Answered(session, ask, answer));
    }

    // A question stands behind what is said when its scene comes.
    private void Ask(string next = "")
    {
        _text.Append(_asked);
        _asked = next;
    }

    private static string Question(SessionModel session, AskContent ask, int number)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n**{session.Say(SessionWords.Question)} {number}.** {Markdown.Escape(session.Say(ask.Prompt))}\n");
        if (!ask.Choices.IsEmpty) text.Append('\n');
        for (int k = 0; k < ask.Choices.Length; k++) text.Append(CultureInfo.InvariantCulture, $"{k + 1}. {Markdown.Escape(session.Say(ask.Choices[k]))}\n");
        return text.ToString();
    }

    private static string Answered(SessionModel session, AskContent ask, AskState answer)
    {
        string given = answer.Given[^1];
        if (int.TryParse(given, CultureInfo.InvariantCulture, out int choice) && choice >= 1 && choice <= ask.Choices.Length) given = $"({given}) {session.Say(ask.Choices[choice - 1])}";
        bool isChinese = session.Language == Language.Chinese;
        string stop = given[^1] is '.' or '。' or '?' or '？' ? "" : isChinese ? "。" : ".";
        return $"{given}{stop}{(isChinese ? "" : " ")}{session.Say(ask.Explain.IsEmpty ? answer.Feedback : ask.Explain)}".TrimEnd();
    }

    private void Snapshot(ScriptFrame frame)
    {
        var session = frame.Session;
        Look(session);
        Ask();
        Paragraph(Markdown.Fenced(GridText.Of(frame.DrawSession())));
        if (session.Lesson is not { } lesson) return;
        if (Formula(lesson, session.View) is { Length: > 0 } formula) Paragraph(Markdown.Fenced(formula));
        if (lesson.Address.Length > 0) Paragraph($"{session.Say(HandOutWords.SeeIt)} `sim play {lesson.Address}`");
    }

    // The chosen number of this step, in symbols, in numbers, and what it is.
    private static string Formula(LessonModel lesson, ViewSettings view)
    {
        if (Operands.Data(lesson, view).Explanation is not { Symbols: { } symbols } explanation) return "";
        ImmutableArray<string> sides = [symbols, .. new[] { explanation.Numbers, explanation.Terms }.OfType<string>(), explanation.ResultText];
        string head = $"{explanation.Symbol} {explanation.Sign} ", indent = new(' ', Math.Max(0, TextWidth.Of(head) - 2));
        string conditions = explanation.Conditions.IsEmpty ? "" : $"   ({string.Join(", ", explanation.Conditions)})";
        return head + string.Join("", sides.Select((side, k) => (k == 0 ? "" : indent + "= ") + side + (k == 0 ? conditions : "") + "\n"));
    }

    private void Paragraph(string text) => _text.Append('\n').Append(text.TrimEnd('\n')).Append('\n');
}

/// <summary>Texts of hand-outs alone.</summary>
internal static class HandOutWords
{
    public static readonly Phrase
        Answers = new("Answers", "答案"),
        SeeIt = new("To see it:", "亲自看看：");
}
