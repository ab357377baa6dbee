namespace Sim;

/// <summary>Files as a script names them: relative to the script's folder.</summary>
internal sealed class ScriptFiles(IFiles files, string folder) : IFiles
{
    public bool Exists(string path) => files.Exists(In(path));

    public ReadOnlyMemory<byte> Read(string path, long most) => files.Read(In(path), most);

    public TextReader OpenText(string path) => files.OpenText(In(path));

    private string In(string path) => folder.Length == 0 ? path : Path.Combine(folder, path);
}

/// <summary>Reads script files.</summary>
internal static class ScriptFile
{
    public const string Ending = ".demo";

    private const int MostCharacters = 1_000_000;

    /// <summary>The script, with everything that is wrong with its text.</summary>
    /// <exception cref="RequestException">The file cannot be read, or is too long.</exception>
    public static ScriptReading Read(IFiles files, string path)
    {
        using var reader = files.OpenText(path);
        var text = new char[MostCharacters + 1];
        int length = reader.ReadBlock(text);
        if (length > MostCharacters)
            throw new RequestException($"{path} has more than {MostCharacters} characters; expected a script, one command a line. Is it another file?");
        return ScriptParser.Parse(NameOf(path), new string(text, 0, length));
    }

    public static string NameOf(string path) => Path.GetFileName(path) is var file && file.EndsWith(Ending, StringComparison.Ordinal) ? file[..^Ending.Length] : file;
}
