using System.CommandLine;
using System.CommandLine.Completions;
using Lessons;

namespace Sim;

/// <summary>The commands about the program itself: doctor, progress, completion.</summary>
internal static class ToolOptions
{
    public static IEnumerable<Command> Commands(CommandHost host, RootCommand root)
    {
        yield return Doctor(host);
        yield return Progress(host);
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong(CompletionCommand.Shells);
        var script = new Command("completion", "A script that lets the shell complete commands, options and lessons.") { shell };
        script.SetAction(parsed => new CompletionCommand(host).Script(parsed.GetRequiredValue(shell)));
        yield return script;
        yield return Complete(host, root);
    }

    /// <summary>Lets the shell complete the ids of lessons wherever a lesson is asked for.</summary>
    public static void OfferLessons(Command command, CommandHost host)
    {
        foreach (var lesson in command.Arguments.Where(argument => argument.Name == "LESSON"))
            lesson.CompletionSources.Add(_ => new LessonIndex(host.Lessons).All.Select(head => new CompletionItem(head.Id)));
        foreach (var part in command.Subcommands) OfferLessons(part, host);
    }

    private static Command Doctor(CommandHost host)
    {
        var language = CommandOptions.Language();
        var doctor = new Command("doctor", "What this terminal can show, and what to change.") { language };
        doctor.SetAction(parsed => new DoctorCommand(host).Run(DoctorFacts.OfThisProcess(Version), CommandOptions.LanguageOf(parsed.GetValue(language), host)));
        return doctor;
    }

    private static Command Progress(CommandHost host)
    {
        var language = CommandOptions.Language();
        var progress = new Command("progress", "What you have done: to look at, take along, or begin anew.") { language };
        progress.SetAction(parsed => Of(host).Show(CommandOptions.LanguageOf(parsed.GetValue(language), host)));
        var to = new Argument<string?>("FILE") { Description = "Where to; otherwise standard output.", Arity = ArgumentArity.ZeroOrOne };
        var export = new Command("export", "The progress as JSON.") { to };
        export.SetAction(parsed => Of(host).Export(parsed.GetValue(to)));
        var from = new Argument<string>("FILE") { Description = "What sim progress export wrote." };
        var import = new Command("import", "Add progress that was exported; nothing is lost.") { from };
        import.SetAction(parsed => Of(host).Import(parsed.GetRequiredValue(from)));
        var lesson = new Argument<string?>("LESSON") { Description = "Only this lesson.", Arity = ArgumentArity.ZeroOrOne };
        var reset = new Command("reset", "Begin anew; what was there is kept beside it.") { lesson };
        reset.SetAction(parsed => Of(host).Reset(parsed.GetValue(lesson)));
        foreach (var part in new[] { export, import, reset }) progress.Subcommands.Add(part);
        return progress;
    }

    private static Command Complete(CommandHost host, RootCommand root)
    {
        var position = new Option<int>("--position") { Description = "Where the cursor is." };
        var line = new Argument<string>("LINE") { Description = "What was typed." };
        var complete = new Command("complete", "What the completion scripts ask.") { Hidden = true };
        complete.Options.Add(position);
        complete.Arguments.Add(line);
        complete.SetAction(parsed => new CompletionCommand(host).Complete(root, parsed.GetValue(position), parsed.GetRequiredValue(line)));
        return complete;
    }

    private static ProgressCommand Of(CommandHost host)
    {
        string folder = host.DataFolder;
        return new(host, new ProgressStore(folder, () => DateTimeOffset.UtcNow), new ProgressFiles(folder, () => DateTimeOffset.UtcNow));
    }

    public static string Version => typeof(ToolOptions).Assembly.GetName().Version?.ToString(3) ?? "0";
}
