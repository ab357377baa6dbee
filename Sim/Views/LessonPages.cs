using System.Collections.Immutable;

namespace Sim;

/// <summary>The scene's text, question, feedback and hints as lines, cut into pages that fit their pane.</summary>
internal static class LessonPages
{
    /// <summary>How many pages the text has at this size.</summary>
    public static int Count(SessionModel model) => model.Lesson is { Content: not null } lesson ? Of(model, lesson).Count : 1;

    /// <summary>The pages, each a list of lines.</summary>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<Span>>> Of(SessionModel model, LessonModel lesson)
    {
        var place = LessonLayout.Of(model)[Pane.Text];
        if (place.IsEmpty) place = LessonLayout.Of(model).Body;
        return Cut(Blocks(model, lesson, place.Width - 4, place.Height - 2), place.Width - 4, place.Height - 2);
    }

    /// <summary>Blocks that a page break should not cut if it can be helped: paragraphs, the question with its choices, the answer to it.</summary>
    private static IEnumerable<ImmutableArray<Span>> Blocks(SessionModel model, LessonModel lesson, int width, int height)
    {
        if (lesson.Content is not { } content)
        {
            yield return [new Span(model.Say(SessionWords.OpenExperiment), Role.Text)];
            yield break;
        }
        foreach (string paragraph in model.Say(content.Text).Split('\n')) yield return [new Span(paragraph, Role.Text)];
        if (content.Ask is not { } ask) yield break;
        ImmutableArray<Span> asked = [.. QuestionSpans.Ask(model, ask, lesson.Answer ?? AskState.None)], said = QuestionSpans.Answer(model, ask, lesson.Answer ?? AskState.None);
        // The question stays beside what was said to its answer where both fit on a page.
        bool fitTogether = said.Length > 0 && Flow.Wrap(asked, width).Count + 1 + Flow.Wrap(said, width).Count <= height;
        if (fitTogether) yield return [.. asked, new Span("\n\n", Role.Text), .. said];
        else
        {
            yield return asked;
            if (said.Length > 0) yield return said;
        }
    }

    private static List<List<List<Span>>> Cut(IEnumerable<ImmutableArray<Span>> blocks, int width, int height)
    {
        var pages = new List<List<List<Span>>> { new() };
        if (width <= 0 || height <= 0) return pages;
        foreach (var block in blocks)
        {
            var lines = Flow.Wrap(block, width);
            int gap = pages[^1].Count > 0 ? 1 : 0, room = height - pages[^1].Count - gap;
            bool isWhole = lines.Count <= room || lines.Count > height && room > 2;
            if (!isWhole && pages[^1].Count > 0) pages.Add([]);
            else if (gap > 0 && room > 0) pages[^1].Add([]);
            foreach (var line in lines)
            {
                if (pages[^1].Count == height) pages.Add([]);
                pages[^1].Add(line);
            }
        }
        return pages;
    }
}
