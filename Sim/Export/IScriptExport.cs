namespace Sim;

/// <summary>A file that is made while a script is played.</summary>
internal interface IScriptExport
{
    /// <summary>Takes in what happens, in order.</summary>
    void See(ScriptEvent happened);

    /// <summary>What came of it, once the script has ended.</summary>
    IEnumerable<ExportFile> Files();
}

/// <summary>A file that is to be written.</summary>
/// <param name="Path">Where; <c>-</c> for standard output.</param>
/// <param name="Text">All of it.</param>
internal sealed record ExportFile(string Path, string Text);
