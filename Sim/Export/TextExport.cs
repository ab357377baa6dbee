using System.Text;

namespace Sim;

/// <summary>A script as plain text: what is said, chapter by chapter, and the snapshots.</summary>
internal sealed class TextExport(string path, string script) : IScriptExport
{
    private const int Width = 80;
    private readonly StringBuilder _text = new();

    public void See(ScriptEvent happened)
    {
        switch (happened)
        {
            case ChapterBegun { Title.Length: > 0 } chapter:
                Block(chapter.Title);
                _text.Append(new string('=', TextWidth.Of(chapter.Title))).Append('\n');
                break;
            case CaptionShown { Text.Length: > 0 } said:
                foreach (string line in Flow.Wrap(said.Text, Width).Prepend("")) _text.Append(line).Append('\n');
                break;
            case SnapshotTaken taken:
                Block($"{script}: {taken.Name}{(taken.Frame.Session.Lesson is { Address: { Length: > 0 } address } ? $" ({address})" : "")}");
                _text.Append(GridText.Of(taken.Frame.DrawSession()));
                break;
        }
    }

    public IEnumerable<ExportFile> Files() => [new(path, _text.ToString().TrimStart('\n'))];

    private void Block(string line) => _text.Append('\n').Append(line).Append('\n');
}
