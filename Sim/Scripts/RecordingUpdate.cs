namespace Sim;

/// <summary>Writes down what is done: from each message, and what the session made of it, the line that does the same.</summary>
internal static class RecordingUpdate
{
    public static Next After(SessionModel before, SessionMessage message, Next next)
    {
        if (next.Model.Recording is not { } recording) return next;
        foreach (var effect in next.Effects)
            if (effect is OpenLesson open) recording = recording with { Target = open.Target };
        if (!recording.IsOn || before.Recording is not { IsOn: true }) return next with { Model = next.Model with { Recording = recording } };
        recording = message switch
        {
            KeyPressed pressed => Key(recording, before, pressed.Key, next),
            TextPasted pasted when before.Prompt is not null => recording with { Typed = [.. recording.Typed, .. pasted.Text.EnumerateRunes().Select(rune => RecordingKeys.Raw(new Key(KeyCode.Rune, rune)))] },
            AutoTick when next.Effects.Any(effect => effect is PlayOn) => recording.With(new("step")),
            Resized resized => recording.With(new("size", FormattableString.Invariant($"{resized.Size.Width} {resized.Size.Height}"))),
            PromptRefused when before.Prompt is not null => Refused(recording),
            PromptRefused or RunMoved { Said.IsProblem: true } => Flushed(Refused(recording)),
            RunMoved or SceneEntered or AnswerJudged or BreakpointAdded or LessonOpened => recording with { Typed = [], Fallback = null, BeforePage = default },
            _ => recording,
        };
        var model = next.Model with { Recording = recording };
        return recording.Lines != before.Recording.Lines ? (next with { Model = model }).And(Save(model, recording)) : next with { Model = model };
    }

    public static SaveRecording Save(SessionModel model, Recording recording, bool isEnd = false) =>
        new(recording.Path, model.Lesson?.Id ?? "session", recording.Number, recording.Text(), recording.Lines.Length, isEnd);

    private static Recording Key(Recording recording, SessionModel before, Key key, Next next)
    {
        var line = RecordingKeys.Line(before, key);
        // It waits for a picture and comes again.
        if (!next.Model.Held.IsEmpty) return recording;
        // What was under way is given up: it did not happen.
        if (before.Work is not null && next.Effects.Any(effect => effect is CancelWork)) return (recording.Fallback ?? recording) with { Typed = [], Fallback = null };
        if (next.Effects.Select(effect => RecordingLines.Of(effect, before)).FirstOrDefault(asked => asked is not null) is { } done) return Asked(recording, before, line, done);
        bool isPrompt = next.Model.Prompt is not null, wasPrompt = before.Prompt is not null;
        if (isPrompt || wasPrompt)
        {
            recording = wasPrompt ? recording : recording with { Typed = [], Before = before.Lesson };
            recording = recording with { Typed = recording.Typed.Add(line) };
            if (isPrompt) return recording;
            // A line that was typed for nothing leaves no trace.
            bool leavesTrace = !ReferenceEquals(next.Model.Lesson, recording.Before) || !recording.BeforePage.IsDefault;
            return leavesTrace ? Flushed(recording) : recording with { Typed = [] };
        }
        return OnPage(RecordingKeys.Counts(before, key, next.Model) ? recording.With(line) : recording, recording, before, key, next.Model);
    }

    // What was chosen in a list is said by its name; the keys that led there are not needed, unless they did more.
    private static Recording Asked(Recording recording, SessionModel before, RecordedLine key, RecordedLine done)
    {
        bool fromPage = before.Overlay != Overlay.None || !recording.BeforePage.IsDefault;
        if (fromPage && recording.BeforePage.IsDefault) return Flushed(recording with { Typed = recording.Typed.Add(key) });
        var bare = fromPage ? recording with { Lines = recording.BeforePage } : recording;
        return bare.With(done) with { Typed = [], Fallback = recording, FallbackKey = key, BeforePage = recording.BeforePage };
    }

    private static Recording OnPage(Recording recording, Recording old, SessionModel before, Key key, SessionModel after)
    {
        if (after.Overlay == Overlay.None) return recording with { BeforePage = default };
        if (before.Overlay == Overlay.None) return recording with { BeforePage = old.Lines };
        return RecordingKeys.IsLook(before, key) ? recording with { BeforePage = default } : recording;
    }

    private static Recording Refused(Recording recording) =>
        recording.Fallback is { } fallback ? fallback with { Typed = fallback.Typed.Add(recording.FallbackKey!), Number = recording.Number } : recording;

    private static Recording Flushed(Recording recording) => recording.Typed.Aggregate(recording, (written, line) => written.With(line)) with { Typed = [], Fallback = null, BeforePage = default };
}
