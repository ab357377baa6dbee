using System.Globalization;

namespace Sim;

/// <summary>How a recording begins: the lines that lead to where the session is.</summary>
internal static class RecordingStart
{
    private static readonly int[] DigitChoices = [3, 4, 6, 9];

    /// <summary>Before a lesson is opened.</summary>
    public static Recording Of(Recording recording, SessionModel model) => recording with
    {
        IsOn = true,
        Number = recording.Number + 1,
        Lines = [.. Look(model)],
        Last = recording.Clock(),
        Typed = [],
        Fallback = null,
    };

    /// <summary>In an open lesson: to its scene and its moment.</summary>
    public static Recording Within(Recording recording, SessionModel model)
    {
        recording = Of(recording, model);
        if (model is not { Screen: SessionScreen.Lesson, Lesson: { } lesson }) return recording;
        var lines = recording.Lines.Add(new("lesson", recording.Target));
        if (lesson.Scene > 0) lines = lines.Add(new("scene", Count: lesson.Scene));
        if (lesson.Scene < 0 || lesson.IsExploring) lines = lines.Add(new("go", lesson.Address));
        foreach (var point in lesson.Breakpoints) lines = lines.Add(new("break", point.Text));
        return recording with { Lines = lines };
    }

    private static IEnumerable<RecordedLine> Look(SessionModel model)
    {
        yield return new("size", string.Create(CultureInfo.InvariantCulture, $"{model.Size.Width} {model.Size.Height}"));
        yield return new("lang", model.Language == Lessons.Language.English ? "en" : "zh");
        int digits = (Array.IndexOf(DigitChoices, model.View.Digits) - Array.IndexOf(DigitChoices, ViewSettings.Default.Digits) + DigitChoices.Length) % DigitChoices.Length;
        if (digits > 0) yield return new("digits", Count: digits);
        if (model.View.Projector) yield return new("projector");
    }
}
