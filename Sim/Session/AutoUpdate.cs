using Core;

namespace Sim;

/// <summary>Playing by itself.</summary>
internal static class AutoUpdate
{
    private const int Slowest = -1, Fastest = 6;

    /// <summary>Time between two steps.</summary>
    public static TimeSpan Pace(AutoPlay auto) => TimeSpan.FromMilliseconds(1000 / Math.Pow(2, auto.Speed));

    public static Next Toggle(SessionModel model, LessonModel lesson) => model with
    {
        Lesson = lesson with { Auto = lesson.Auto is null ? new AutoPlay(1) : null },
    };

    public static Next Speed(SessionModel model, LessonModel lesson, int by) => lesson.Auto is { } auto
        ? model with { Lesson = lesson with { Auto = new AutoPlay(Math.Clamp(auto.Speed + by, Slowest, Fastest)) } }
        : model with { Notice = new Notice(SessionWords.NotPlaying) };

    /// <summary>One step, unless something is in the way.</summary>
    public static Next Tick(SessionModel model)
    {
        if (model is not { Screen: SessionScreen.Lesson, Work: null, Prompt: null, IsBlank: false, Lesson: { Auto: not null } lesson }) return model;
        if (lesson.Run.IsAtEnd) return model with { Lesson = lesson with { Auto = null }, Notice = new Notice(SessionWords.RunEnded) };
        string[] on = [.. lesson.Breakpoints.Where(point => point.IsOn).Select(point => point.Text)];
        return CommandUpdate.Explore(model, lesson).And(new PlayOn([.. on], NextScene(lesson)));
    }

    private static Moment? NextScene(LessonModel lesson)
    {
        var now = lesson.Run.IsAtUpdateEnd ? SceneGuess.End(lesson.Run.Now.Update) : lesson.Run.Now;
        return lesson.Scenes.Select(scene => scene.At).Where(at => at is { } moment && moment.CompareTo(now) > 0).Min();
    }
}
