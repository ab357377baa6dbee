namespace Sim;

/// <summary>What is chosen in a picture by hand: the threshold of a confusion matrix, the unit whose weights are shown.</summary>
/// <param name="Picture">In which picture.</param>
/// <param name="At">The step of its threshold, or the unit.</param>
internal sealed record PictureCursor(string Picture, int At)
{
    private const int Large = 10;

    /// <summary>The place chosen in a picture; null: none.</summary>
    public static int? In(LessonModel lesson, string picture) => lesson.PictureCursor is { } cursor && cursor.Picture == picture ? cursor.At : null;

    /// <summary>The picture in focus that takes the keys for elements, with the place chosen and the last one; null: none does.</summary>
    public static (PictureCursor Cursor, int Last)? Of(LessonModel lesson)
    {
        if (lesson.Focus != Pane.Picture) return null;
        string name = PictureChoice.Current(lesson);
        return lesson.Pictures.GetValueOrDefault(name) switch
        {
            ConfusionData { Scores: { } scores } => (new PictureCursor(name, In(lesson, name) ?? scores.UsualStep), BinaryScores.Steps),
            WeightsData weights => (new PictureCursor(name, UnitOf(lesson, weights)), weights.Units - 1),
            _ => null,
        };
    }

    /// <summary>The unit whose weights are shown: chosen in the picture, else the one of the step's element.</summary>
    public static int UnitOf(LessonModel lesson, WeightsData weights) =>
        Math.Clamp(In(lesson, "weights") ?? weights.UnitOf(lesson.Run.Step, lesson.Selection.Index), 0, weights.Units - 1);

    /// <summary>After a key; null if the picture in focus takes none.</summary>
    public static LessonModel? Moved(LessonModel lesson, SessionCommand command)
    {
        if (Of(lesson) is not var (cursor, last)) return null;
        // A threshold is a height: up is more. Units are a list: down is the next.
        int sign = lesson.Pictures[cursor.Picture] is ConfusionData ? -1 : 1;
        int by = command switch { SessionCommand.Down => 1, SessionCommand.Up => -1, SessionCommand.RowDown => Large, _ => -Large };
        return lesson with { PictureCursor = cursor with { At = Math.Clamp(cursor.At + sign * by, 0, last) } };
    }
}
