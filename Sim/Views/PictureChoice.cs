using System.Collections.Immutable;

namespace Sim;

/// <summary>Which pictures are on the screen.</summary>
internal static class PictureChoice
{
    private const string Usual = "loss";

    /// <summary>The picture in the picture pane: the one chosen by hand, the comparison, the scene's first, the loss curve.</summary>
    public static string Current(LessonModel lesson)
    {
        if (lesson.Picture is { } chosen) return chosen;
        if (lesson.Content?.Zoom is { } zoom && InPicturePane(zoom)) return zoom;
        if (Wanted(lesson).FirstOrDefault() is { } wanted) return wanted;
        return lesson.Other is not null ? "compare" : Usual;
    }

    /// <summary>The picture after the current one: first the scene's own, then all others that this run has.</summary>
    public static string After(SessionModel model, LessonModel lesson)
    {
        string[] all = [.. Wanted(lesson), .. PictureRegistry.All.Where(picture => picture.Fits(lesson)).Select(picture => picture.Name).Where(InPicturePane)];
        all = [.. all.Distinct()];
        if (all.Length == 0) return Usual;
        int at = Array.IndexOf(all, Current(lesson));
        return all[(at + 1) % all.Length];
    }

    /// <summary>Pictures whose data the engine has to compute for this screen.</summary>
    public static ImmutableArray<string> Shown(SessionModel model)
    {
        if (model is not { Screen: SessionScreen.Lesson, Lesson: { } lesson }) return [];
        var panes = LessonLayout.Of(model).Places.Keys;
        return [.. panes.Select(pane => pane switch { Pane.Network => "network", Pane.Picture => Current(lesson), _ => null }).OfType<string>().Order()];
    }

    /// <summary>The pane that shows what the scene wants to be looked at first.</summary>
    public static Pane First(LessonModel lesson) => lesson.Content?.Panels.FirstOrDefault() switch { "network" => Pane.Network, "formula" or null => Pane.Formula, _ => Pane.Picture };

    // The scene's own pictures in its order; all its figures stand where it says figure, or first if it names no pictures, or last.
    private static IEnumerable<string> Wanted(LessonModel lesson)
    {
        if (lesson.Content is not { } scene) return [];
        string[] figures = [.. Enumerable.Range(1, scene.Figures).Select(FigureData.NameOf)], panels = [.. scene.Panels.Where(InPicturePane)];
        return panels.Contains(FigureData.FirstName) ? panels.SelectMany(name => name == FigureData.FirstName ? figures : [name]) : [.. panels, .. figures];
    }

    private static bool InPicturePane(string name) => name is not ("network" or "formula");
}
