namespace Sim;

/// <summary>Every snapshot of a script as a picture <c>SCRIPT.SNAPSHOT.svg</c>.</summary>
internal sealed class SvgExport(string folder, string script) : IScriptExport
{
    private readonly List<ExportFile> _files = [];

    public void See(ScriptEvent happened)
    {
        if (happened is SnapshotTaken taken) _files.Add(new(Path.Combine(folder, $"{script}.{taken.Name}.svg"), Draw(taken.Frame.Session, $"{script}: {taken.Name}")));
    }

    public IEnumerable<ExportFile> Files() => _files;

    /// <summary>A session's screen as an SVG picture.</summary>
    public static string Draw(SessionModel session, string title)
    {
        var output = new StringWriter();
        GridSvg.Write(SessionView.Draw(session, session.Size), session.Theme, output, title);
        return output.ToString();
    }
}
