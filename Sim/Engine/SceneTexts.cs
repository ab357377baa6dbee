using System.Collections.Immutable;
using Lessons;

namespace Sim;

/// <summary>What scenes and lessons say, with the numbers of their moment.</summary>
internal static class SceneTexts
{
    public static SceneContent Of(EngineLesson lesson, int index)
    {
        var scene = lesson.Lesson.Scenes[index];
        var run = lesson.Run.Values;
        var ask = scene.Ask is { } asked ? Ask(asked, run) : null;
        return new SceneContent(scene.Id, Say(scene.Title, run), Say(scene.Text, run), Say(scene.Notes, run), scene.Panels, scene.Zoom, scene.Focus?.Step, scene.Focus?.Index ?? [], ask)
        {
            Figures = scene.Figures.Length,
        };
    }

    public static ImmutableArray<SceneInfo> Scenes(Lesson lesson) =>
        [.. lesson.Scenes.Select(scene => new SceneInfo(scene.Id, Phrase.Of(scene.Title), null, scene.Ask is not null))];

    public static ImmutableArray<(Phrase, Phrase)> Words(IEnumerable<GlossaryTerm> terms) => [.. terms.Select(term => (Phrase.Of(term.Term), Phrase.Of(term.Text)))];

    public static Phrase Say(Lessons.Text text, IRunValues run) => new(text.In(Language.English, run), text.In(Language.Chinese, run));

    private static AskContent Ask(Question ask, IRunValues run) => new(
        Say(ask.Prompt, run),
        ask is ChoiceQuestion choice ? [.. choice.Choices.Select(one => Say(one.Text, run))] : [],
        [.. ask.Hints.Select(hint => Say(hint, run))],
        Say(ask.Explain, run));
}
