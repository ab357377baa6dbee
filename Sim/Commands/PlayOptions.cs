using System.CommandLine;
using System.Globalization;

namespace Sim;

/// <summary><c>sim play</c> on the command line.</summary>
internal static class PlayOptions
{
    public static Command Command(CommandHost host)
    {
        var (target, table) = (CommandOptions.TargetOrTable(), new CsvOptionSet());
        var variant = new Option<string?>("--variant") { Description = "A variant of the lesson.", HelpName = "NAME" };
        var set = new Option<string[]>("--set") { Description = "Change one field of the experiment, e.g. optimizer.learningRate=1.2; may be repeated.", HelpName = "KEY=VALUE" };
        var data = CommandOptions.Data();
        var at = new Option<string?>("--at") { Description = "Begin at a moment: 0, an update K, K:NAME, epoch E, end or until EXPR.", HelpName = "POSITION" };
        var plain = new Option<bool>("--plain") { Description = "Lines of text instead of a full screen: for screen readers and pipes." };
        var record = new Option<string?>("--record") { Description = "Write down what is done as a script (docs/scripts.md); the lesson starts at its beginning.", HelpName = "FILE" };
        var pauses = Pauses();
        var language = CommandOptions.Language();
        var command = new Command("play", "One lesson, step by step.") { target, variant, data, set, at, plain, record, pauses, language };
        table.AddTo(command);
        command.SetAction(parsed => new PlayCommand(host).Run(new PlayRequest(
            table.Of(parsed) is null ? parsed.GetValue(target) ?? throw OwnData.NothingNamed("play") : parsed.GetValue(target), parsed.GetValue(variant), CommandOptions.Sets(parsed.GetValue(data), parsed.GetValue(set)), parsed.GetValue(at), parsed.GetValue(plain),
            parsed.GetValue(language) is { } given ? CommandOptions.LanguageOf(given, host) : null)
        {
            Csv = table.Of(parsed),
            Record = parsed.GetValue(record),
            Pauses = PausesOf(parsed.GetValue(pauses) ?? "real")!,
        }));
        return command;
    }

    private static Option<string?> Pauses() => new("--record-pauses")
    {
        Description = "Halts in the recorded script: real (as long as they were, up to 20 s), none, or so many seconds each.",
        HelpName = "real|none|SECONDS",
        CustomParser = result =>
        {
            string given = string.Join(' ', result.Tokens.Select(token => token.Value));
            if (PausesOf(given) is null) result.AddError($"--record-pauses: given {given}; expected real, none, or seconds from 0 to 600.");
            return given;
        },
    };

    private static RecordedPauses? PausesOf(string given) => given switch
    {
        "real" => RecordedPauses.Real,
        "none" => RecordedPauses.None,
        _ => double.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and <= 600 ? new(true, TimeSpan.FromSeconds(seconds)) : null,
    };

    /// <summary>The commands around playing: notes, new, worksheet.</summary>
    public static IEnumerable<Command> Companions(CommandHost host)
    {
        var once = new Option<bool>("--once") { Description = "Show them and end, instead of following the lesson." };
        var notes = new Command("notes", "Teacher's notes of the lesson that is open on this machine, scene by scene.") { once };
        notes.SetAction(parsed => new NotesCommand(host, new NotesFile(PlayCommand.Folder())).Run(parsed.GetValue(once)));
        yield return notes;
        var id = new Argument<string>("ID") { Description = "Its id: letters, digits, - and _." };
        var lesson = new Command("lesson", "A file with one small lesson to change.") { id };
        lesson.SetAction(parsed => new NewCommand(host).Run(parsed.GetRequiredValue(id)));
        yield return New(host, lesson);
        var (target, language) = (CommandOptions.Target(), CommandOptions.Language());
        var answers = new Option<bool>("--answers") { Description = "With numbers and right answers, for the teacher." };
        var worksheet = new Command("worksheet", "A lesson on paper, as Markdown.") { target, answers, language };
        worksheet.SetAction(parsed => new WorksheetCommand(host).Run(parsed.GetRequiredValue(target), CommandOptions.LanguageOf(parsed.GetValue(language), host), parsed.GetValue(answers)));
        yield return worksheet;
    }

    private static Command New(CommandHost host, Command lesson)
    {
        var name = new Argument<string?>("NAME") { Description = "With --csv: the new lesson's id; otherwise the table's name.", Arity = ArgumentArity.ZeroOrOne };
        var (table, language) = (new CsvOptionSet(), CommandOptions.Language());
        var command = new Command("new", "Begin something of one's own: a lesson, or one about your own table (--csv).") { name, lesson, language };
        table.AddTo(command);
        command.SetAction(parsed => table.Of(parsed) is { } csv
            ? new NewFromCsv(host).Run(csv, parsed.GetValue(name), CommandOptions.LanguageOf(parsed.GetValue(language), host))
            : throw new RequestException("new needs to know what: sim new lesson ID for a small lesson to change, or sim new --csv FILE for one about your own table."));
        return command;
    }

    /// <summary><c>sim --plain</c> and <c>sim --lang zh</c>: the menu, without a screen or in another language.</summary>
    public static void AddMenu(RootCommand root, CommandHost host)
    {
        var plain = new Option<bool>("--plain") { Description = "The menu as lines of text instead of a full screen: for screen readers and pipes." };
        var language = CommandOptions.Language();
        root.Options.Add(plain);
        root.Options.Add(language);
        root.SetAction(parsed =>
        {
            var said = parsed.GetValue(language) is { } given ? CommandOptions.LanguageOf(given, host) : (Lessons.Language?)null;
            return parsed.GetValue(plain) || OnTerminal() ? new PlayCommand(host).Run(new PlayRequest(null, null, [], null, parsed.GetValue(plain), said))
                : throw new RequestException("the menu needs a terminal. Use sim --plain, sim play LESSON --plain, or sim --help.");
        });
    }

    /// <summary><c>sim</c> alone: the menu on a terminal, help elsewhere.</summary>
    public static int? Menu(CommandHost host) => OnTerminal() ? new PlayCommand(host).Run(new PlayRequest(null, null, [], null, false, null)) : null;

    private static bool OnTerminal() => TerminalSession.Device() is { InputIsTerminal: true, OutputIsTerminal: true };
}
