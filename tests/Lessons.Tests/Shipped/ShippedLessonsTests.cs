using System.Text.RegularExpressions;

namespace Lessons.Tests;

public partial class ShippedLessonsTests
{
    [Fact]
    public void Every_scene_is_reached_every_question_judged_every_claim_holds()
    {
        var result = ShippedBook.Checked;
        Assert.Equal("", string.Join('\n', result.Findings));
        Assert.Equal((ShippedBook.Book.Lessons.Sum(lesson => lesson.Scenes.Length), ShippedBook.Book.Lessons.Sum(lesson => lesson.Claims.Length)), (result.Scenes, result.Claims));
    }

    [Fact]
    public void The_lessons_asked_for_are_there_in_teaching_order() =>
        Assert.Equal(Wanted, ShippedBook.Book.Lessons.Select(lesson => lesson.Id));

    private static readonly string[] Wanted =
    [
        "watermelon", "split", "line", "gradient", "learning-rate", "schedules", "batch-size", "optimizers", "regression-losses", "cross-entropy", "outputs",
        "xor", "linear-collapse", "activations", "vanishing-gradient", "zero-mean", "dead-relu", "initialisation", "overfitting", "regularization", "dropout",
        "evaluation", "digits", "self-supervised", "distillation", "quantization", "data-parallel", "newton", "deploy", "simd",
    ];

    [Fact]
    public void A_lesson_has_6_to_14_scenes_3_to_6_questions_a_prediction_claims_notes_and_a_sandbox()
    {
        foreach (var lesson in ShippedBook.Book.Lessons)
        {
            Assert.True(lesson.Scenes.Length is >= 6 and <= 14, $"{lesson.Id}: {lesson.Scenes.Length} scenes");
            var questions = lesson.Scenes.Select(scene => scene.Ask).OfType<Question>().ToArray();
            Assert.True(questions.Length is >= 3 and <= 6, $"{lesson.Id}: {questions.Length} questions");
            Assert.True(questions.Any(question => question is PredictQuestion or NumberQuestion), $"{lesson.Id} asks for no number");
            Assert.All(questions, question => Assert.NotEmpty(question.Hints));
            Assert.True(lesson.Claims.Length >= 5, $"{lesson.Id}: {lesson.Claims.Length} claims");
            Assert.True(lesson.Scenes.Count(scene => !scene.Notes.IsEmpty) >= 2, $"{lesson.Id} has hardly any notes for the teacher");
            Assert.False(lesson.Sandbox.IsEmpty, $"{lesson.Id} has no sandbox");
        }
    }

    [Fact]
    public void A_scene_is_read_in_two_pages_of_the_smallest_screen_at_most()
    {
        var fit = new PaneFit();
        foreach (var lesson in ShippedBook.Book.Lessons)
        {
            var runs = LessonRuns.Start(lesson).Runs!;
            for (var k = 0; k < lesson.Scenes.Length; k++)
                foreach (var language in new[] { Language.English, Language.Chinese })
                {
                    Assert.True(runs.GoToScene(k).Ok);
                    var text = lesson.Scenes[k].Text.In(language, runs.ValuesAt(k)!);
                    Assert.True(fit.Pages(text, language) <= 2, $"{lesson.Id}, {lesson.Scenes[k].Id}: {text}");
                }
        }
    }

    [Fact]
    public void Both_languages_show_the_same_numbers()
    {
        foreach (var (where, text) in ShippedBook.Texts())
            Assert.True(Shown(text.En).SetEquals(Shown(text.Zh)), $"{where}:\n{text.En}\n{text.Zh}");
    }

    [Fact]
    public void Numbers_of_a_run_are_never_typed_by_hand()
    {
        foreach (var (where, text) in ShippedBook.Texts())
            foreach (var language in new[] { Language.English, Language.Chinese })
                Assert.All(Digits().Matches(Hole().Replace(text.Of(language), "")), match => Assert.True(Stated.Contains(match.Value), $"{where}: {text.Of(language)}"));
    }

    [Fact]
    public void Every_variant_is_shown_or_spoken_of()
    {
        string file = System.Text.Encoding.UTF8.GetString(ShippedBook.Utf8);
        foreach (var lesson in ShippedBook.Book.Lessons)
            foreach (var variant in lesson.Variants)
            {
                var isShown = lesson.Sandbox.En.Contains(variant.Id) || lesson.Scenes.Any(scene => scene.Variant == variant.Id || scene.Compare == variant.Id) || lesson.Claims.Any(claim => claim.Variant == variant.Id);
                Assert.True(isShown || file.Contains($"variant({variant.Id},"), $"{lesson.Id}/{variant.Id}");
            }
    }

    [Fact]
    public void The_glossary_has_25_terms_and_every_one_is_used()
    {
        Assert.True(ShippedBook.Book.Glossary.Length >= 25);
        var used = ShippedBook.Book.Lessons.SelectMany(lesson => lesson.Terms).ToHashSet();
        Assert.Equal(ShippedBook.Book.Glossary.Select(term => term.Id).Order(), used.Order());
    }

    private static HashSet<string> Shown(string text) => [.. Hole().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\{.*?\}\}")]
    private static partial Regex Hole();

    // ln 10, what learners have read elsewhere (log₁₀ 0.8, log₁₀ 0.5), and a setting.
    private static readonly string[] Stated = ["2.3026", "0.0969", "0.3010", "0.00001"];

    // Four decimals are a result; 0.25 or 0.018 are what an experiment or a theorem states.
    [GeneratedRegex(@"\d\.\d{4,}")]
    private static partial Regex Digits();
}
