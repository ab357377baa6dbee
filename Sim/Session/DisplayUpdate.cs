using Lessons;

namespace Sim;

/// <summary>Commands that change how things look and nothing else.</summary>
internal static class DisplayUpdate
{
    private static readonly int[] DigitChoices = [3, 4, 6, 9];

    public static bool Handles(SessionCommand command) => command is
        SessionCommand.Digits or SessionCommand.Language or SessionCommand.Projector or SessionCommand.Theme or SessionCommand.Blank
        or SessionCommand.Captions or SessionCommand.Controls or SessionCommand.SaveSvg or SessionCommand.SaveText or SessionCommand.Record;

    public static Next Do(SessionModel model, SessionCommand command) => command switch
    {
        SessionCommand.Digits => Kept(model with { View = model.View with { Digits = NextDigits(model.View.Digits) } }),
        SessionCommand.Language => Kept(model with { View = model.View with { Language = model.Language.Other() } }),
        SessionCommand.Projector => Kept(model with { View = model.View with { Projector = !model.View.Projector } }),
        SessionCommand.Theme => Themed(model),
        SessionCommand.Blank => model with { IsBlank = true },
        SessionCommand.Captions => model with { ShowsKeys = !model.ShowsKeys, Pressed = [] },
        SessionCommand.Controls => model with { HidesControls = !model.HidesControls },
        SessionCommand.SaveSvg => ((Next)model).And(new ExportScreen(model, AsText: false)),
        SessionCommand.SaveText => ((Next)model).And(new ExportScreen(model, AsText: true)),
        SessionCommand.Record => Recorded(model),
        _ => model,
    };

    private static Next Recorded(SessionModel model)
    {
        if (model.Recording is not { } recording || model.Work is not null && !recording.IsOn) return model with { Notice = new Notice(SessionWords.NoRecordingHere) };
        if (recording.IsOn) return ((Next)(model with { Recording = recording with { IsOn = false, Path = null } })).And(RecordingUpdate.Save(model, recording, isEnd: true));
        recording = RecordingStart.Within(recording, model);
        return ((Next)(model with { Recording = recording })).And(RecordingUpdate.Save(model, recording));
    }

    public static Next Kept(SessionModel model) => ((Next)model).And(Choices(model));

    public static SaveChoices Choices(SessionModel model) => new(model.View, model.Theme.Name, model.Menu.Folder, TourSeen: model.Screen != SessionScreen.Tour);

    private static Next Themed(SessionModel model)
    {
        int at = Theme.All.ToList().FindIndex(theme => theme.Name == model.Theme.Name);
        var theme = Theme.All[(at + 1) % Theme.All.Count];
        return Kept(model with { Theme = theme, View = model.View with { HighContrast = theme == Theme.HighContrast } }).And(new UseTheme(theme));
    }

    private static int NextDigits(int digits) => DigitChoices.FirstOrDefault(choice => choice > digits, DigitChoices[0]);
}
