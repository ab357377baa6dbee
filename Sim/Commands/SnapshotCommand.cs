using System.CommandLine;
using Lessons;

namespace Sim;

/// <summary>What <c>sim snapshot</c> was asked for.</summary>
internal sealed record SnapshotRequest(string Target, Size Size, Language Language, string? Svg, string? Text);

/// <summary><c>sim snapshot</c>: the screen at one moment of a lesson, as a picture or as text.</summary>
internal sealed class SnapshotCommand(CommandHost host)
{
    public int Run(SnapshotRequest request)
    {
        var library = new LessonLibrary(host.Lessons, host.Files, _ => []);
        _ = PreparedLesson.Of(library.Open(request.Target, null));
        var start = new SessionModel { Size = request.Size, View = ViewSettings.Default with { Language = request.Language } };
        using var session = new HeadlessSession(library, start, readsMenu: false, host.Cancellation);
        session.Tell(new LessonAsked(request.Target));
        if (session.Model.Notice is { IsProblem: true } problem) throw new RequestException($"{request.Target}: {problem.Text.En}");
        var shown = session.Model with { Notice = null };
        if (request.Svg is { } svg) OutputFile.Write(new(svg, SvgExport.Draw(shown, request.Target)), host.Out);
        if (request.Text is not null || request.Svg is null) OutputFile.Write(new(request.Text ?? OutputFile.Standard, GridText.Of(SessionView.Draw(shown, shown.Size))), host.Out);
        return ExitCode.Fine;
    }

    public static Command Command(CommandHost host)
    {
        var target = new Argument<string>("ADDRESS") { Description = "A lesson or a moment of it, such as xor@3:layer1.z, or a file." };
        var svg = new Option<string?>("--svg") { Description = "Draw the screen as an SVG picture; - is standard output.", HelpName = "FILE" };
        var text = new Option<string?>("--text") { Description = "Write the screen as text; without --svg and --text it goes to standard output.", HelpName = "FILE" };
        var size = new Option<Size>("--size")
        {
            Description = "Size of the screen in letters, 100x30 unless stated.",
            HelpName = "WIDTHxHEIGHT",
            DefaultValueFactory = _ => Script.UsualSize,
            CustomParser = result =>
            {
                string given = string.Join(' ', result.Tokens.Select(token => token.Value));
                if (ScriptArguments.SizeOf(given.Replace('x', ' ')) is { } known) return known;
                result.AddError($"--size: given {given}; expected a width and a height from 20x5 to 400x120, such as 120x36.");
                return default;
            },
        };
        var language = CommandOptions.Language();
        var command = new Command("snapshot", "The screen at one moment of a lesson, as a picture or as text.") { target, svg, text, size, language };
        command.SetAction(parsed => new SnapshotCommand(host).Run(new SnapshotRequest(
            parsed.GetRequiredValue(target), parsed.GetValue(size), CommandOptions.LanguageOf(parsed.GetValue(language), host), parsed.GetValue(svg), parsed.GetValue(text))));
        return command;
    }
}
