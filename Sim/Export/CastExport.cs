using System.Text;

namespace Sim;

/// <summary>A script as an asciicast: chapters are markers, and the last screen stays.</summary>
/// <param name="path">Where it goes.</param>
/// <param name="version">2 or 3.</param>
/// <param name="showsKeys">Whether keys are told as input, by the names that the screen shows.</param>
/// <param name="title">Title of the recording.</param>
internal sealed class CastExport(string path, int version, bool showsKeys, string title) : IScriptExport
{
    // Nobody sees screens that stand shorter than this; they would only make the file long.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);

    private readonly List<CastEvent> _events = [];
    private Screen? _screen;
    private Size _first, _size;
    private (TimeSpan At, ScriptFrame Frame)? _waiting;
    private TimeSpan _shown = -Shortest;

    public void See(ScriptEvent happened)
    {
        switch (happened)
        {
            case FrameShown shown:
                GoOn(shown.At);
                _waiting = (shown.At, shown.Frame);
                break;
            case KeyShown key when showsKeys:
                GoOn(key.At);
                Add(key.At, 'i', key.Key);
                break;
            case ChapterBegun chapter:
                Show();
                Add(chapter.At, 'm', chapter.Title);
                break;
            case ScriptEnded ended:
                Show();
                _waiting = (ended.At, ended.Frame);
                Show();
                // The last screen stays: colours, wrapping and cursor as before, the cursor below everything.
                Add(ended.At, 'o', FormattableString.Invariant($"\e[0m\e[?7h\e[{_size.Height};1H\e[?25h"));
                Add(ended.At, 'x', "0");
                break;
        }
    }

    public IEnumerable<ExportFile> Files()
    {
        var output = new StringWriter();
        var header = new CastHeader(_first, title);
        if (version == 2) Asciicast.WriteV2(output, header, _events);
        else Asciicast.WriteV3(output, header, _events);
        return [new(path, output.ToString())];
    }

    // Shows the screen that waits, unless it is replaced too soon.
    private void GoOn(TimeSpan now)
    {
        if (_waiting is { At: var at } && at < now && (at - _shown >= Shortest || now - at >= Shortest)) Show();
    }

    private void Show()
    {
        if (_waiting is not { } next) return;
        _waiting = null;
        var grid = next.Frame.Draw();
        var theme = next.Frame.Session.Theme;
        _screen ??= new Screen(theme, ColorDepth.TrueColor, GlyphSet.Unicode);
        _screen.Theme = theme;
        if (_first == default) _first = _size = grid.Size;
        if (_size != grid.Size) Add(next.At, 'r', FormattableString.Invariant($"{grid.Width}x{grid.Height}"));
        _size = grid.Size;
        string bytes = Encoding.UTF8.GetString(_screen.Frame(grid).Span);
        if (bytes.Length > 0) Add(next.At, 'o', bytes);
        _shown = next.At;
    }

    // Keys are told at once, screens may have waited: time never goes back.
    private void Add(TimeSpan at, char code, string data) =>
        _events.Add(new CastEvent(_events.Count > 0 && _events[^1].At > at ? _events[^1].At : at, code, data));
}
