using System.CommandLine;

namespace Sim;

/// <summary>The options of <c>sim replay</c> that make files.</summary>
internal sealed class ExportOptions
{
    private readonly Option<string?> _cast = new("--cast") { Description = "Make an asciicast of it; - is standard output, here and below.", HelpName = "FILE" };
    private readonly Option<string?> _version = CommandOptions.Choice("--cast-version", "Version of the asciicast, 2 unless stated.", "2", "3");
    private readonly Option<bool> _keys = new("--cast-keys") { Description = "The asciicast tells the keys too, as input." };
    private readonly Option<string?> _svg = new("--svg") { Description = "Draw every snapshot as SCRIPT.SNAPSHOT.svg in this folder.", HelpName = "DIR" };
    private readonly Option<string?> _text = new("--text") { Description = "Write what is said, and the snapshots, as plain text.", HelpName = "FILE" };
    private readonly Option<string?> _markdown = new("--markdown") { Description = "Write a hand-out: what is said, questions, snapshots, formulas.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _cast, _version, _keys, _svg, _text, _markdown }) command.Options.Add(option);
    }

    public ExportRequest Of(ParseResult parsed) => new()
    {
        Cast = parsed.GetValue(_cast),
        CastVersion = parsed.GetValue(_version) == "3" ? 3 : 2,
        CastKeys = parsed.GetValue(_keys),
        Svg = parsed.GetValue(_svg),
        Text = parsed.GetValue(_text),
        Markdown = parsed.GetValue(_markdown),
    };
}
