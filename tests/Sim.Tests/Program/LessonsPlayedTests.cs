using System.Text;
using Core;
using Lessons;

namespace Sim.Tests;

/// <summary>Every lesson of the program from its first scene to the summary, with space and right answers alone, and back to where it began.</summary>
public class LessonsPlayedTests
{
    private static readonly Size Small = new(80, 24);

    public static TheoryData<string> Lessons => [.. ShippedLesson.Ids];

    [Fact]
    public void The_four_lessons_that_were_asked_for_and_exclusive_or_are_there() =>
        Assert.Empty(new[] { "watermelon", "learning-rate", "xor", "vanishing-gradient", "dead-relu" }.Except(ShippedLesson.Ids));

    [Theory]
    [MemberData(nameof(Lessons))]
    public void In_English_it_ends_in_the_summary_and_no_text_is_cut(string id) => Play(id, Language.English);

    [Theory]
    [MemberData(nameof(Lessons))]
    public void In_Chinese_it_ends_in_the_summary_and_no_text_is_cut(string id) => Play(id, Language.Chinese);

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Stepping_back_from_the_last_scene_ends_in_the_initial_state(string id)
    {
        using var lesson = new ShippedLesson(id, Small, Language.English);
        while (lesson.Lesson.Scene + 1 < lesson.Lesson.Scenes.Length) lesson.Press("}");
        int steps = 0;
        for (; steps < 300 && lesson.Lesson.Run.Now != Moment.Start; steps++) lesson.Press("Left");
        for (; lesson.Lesson.Run.Now.Update > 1; steps++) lesson.Press("PageUp");
        for (; steps < 100_000 && lesson.Lesson.Run.Now != Moment.Start; steps++) lesson.Press("Left");
        Assert.Equal(Moment.Start, lesson.Lesson.Run.Now);
        Assert.Null(lesson.Lesson.Run.Step);
        string variant = lesson.Lesson.Address.Split('@')[0];
        using var fresh = new ShippedLesson(variant + "@0", Small, Language.English);
        Assert.Equal(variant, fresh.Lesson.Address.Split('@')[0]);
        Assert.Equal(Parameters(fresh.Lesson.Run), Parameters(lesson.Lesson.Run));
    }

    private static (string, string)[] Parameters(RunView run)
    {
        (string, string)[] all = [.. Enumerable.Range(1, 30).SelectMany(layer => new[] { $"layer{layer}.weight", $"layer{layer}.bias" })
            .Select(run.Find).OfType<Tensor<float>>()
            .Select(tensor => (tensor.Name, string.Join(' ', tensor.Values.Select(value => BitConverter.SingleToInt32Bits(value).ToString("x8")))))];
        Assert.NotEmpty(all);
        return all;
    }

    private static void Play(string id, Language language)
    {
        using var lesson = new ShippedLesson(id, Small, language);
        var seen = new List<int>();
        for (int presses = 0; lesson.Model.Screen == SessionScreen.Lesson; presses++)
        {
            Assert.True(presses < 400, $"space and right answers lead nowhere at scene {lesson.Lesson.Scene + 1}: {lesson.Model.Notice?.Text.En}");
            Assert.False(lesson.Model.Notice?.IsProblem == true, lesson.Model.Notice?.Text.En);
            if (seen.LastOrDefault(-1) != lesson.Lesson.Scene)
            {
                seen.Add(lesson.Lesson.Scene);
                AssertNothingCut(lesson, language);
                if (lesson.Lesson.Content!.Ask is not null) AnswerAndRead(lesson, language);
            }
            lesson.Press("Space");
        }
        Assert.Equal(SessionScreen.Summary, lesson.Model.Screen);
        Assert.Equal(Enumerable.Range(0, lesson.Lesson.Scenes.Length), seen);
        string summary = GridText.Of(SessionView.Draw(lesson.Model, Small));
        int asked = lesson.Lesson.Scenes.Count(scene => scene.Asks);
        Assert.Contains(SessionWords.SummaryScore.With(asked, asked).In(language), summary);
    }

    private static void AnswerAndRead(ShippedLesson lesson, Language language)
    {
        lesson.AnswerRight();
        Assert.True(lesson.Lesson.Answer?.IsRight, $"scene {lesson.Lesson.Scene + 1}: {lesson.RightAnswer} was not right: {lesson.Lesson.Answer?.Feedback.En} {lesson.Model.Notice?.Text.En} {lesson.Model.Prompt?.Problem?.En}");
        string drawn = TextOnAllPages(lesson);
        AssertContains(lesson.Lesson.Answer!.Feedback.In(language), drawn, lesson);
    }

    // Every letter of the scene stands on the screen, on one page or another of the text's own pane.
    private static void AssertNothingCut(ShippedLesson lesson, Language language)
    {
        // A picture that fills the screen is looked at first.
        if (lesson.Lesson.IsZoomed) lesson.Press("z");
        string drawn = TextOnAllPages(lesson);
        var content = lesson.Lesson.Content!;
        AssertContains(content.Text.In(language), drawn, lesson);
        if (content.Ask is not { } ask) return;
        AssertContains(ask.Prompt.In(language), drawn, lesson);
        foreach (var choice in ask.Choices) AssertContains(choice.In(language), drawn, lesson);
    }

    private static void AssertContains(string text, string drawn, ShippedLesson lesson) =>
        Assert.True(drawn.Contains(Solid(text)), $"scene {lesson.Lesson.Scene + 1} of {lesson.Lesson.Id}: “{text}” is not whole on the screen:\n{drawn}");

    private static string TextOnAllPages(ShippedLesson lesson)
    {
        var place = LessonLayout.Of(lesson.Model)[Pane.Text];
        var text = new StringBuilder();
        for (int page = 0; page < LessonPages.Count(lesson.Model); page++)
        {
            var grid = SessionView.Draw(lesson.Model with { Lesson = lesson.Lesson with { Page = page } }, Small);
            for (int y = place.Y + 1; y < place.Bottom - 1; y++)
                for (int x = place.X + 1; x < place.Right - 1; x++)
                    if (!grid[x, y].IsRightHalf) text.Append(grid[x, y].Glyph);
        }
        return Solid(text.ToString());
    }

    private static string Solid(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
