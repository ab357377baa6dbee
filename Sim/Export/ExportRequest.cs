namespace Sim;

/// <summary>Which files are to be made of a script; null: not this one.</summary>
internal sealed record ExportRequest
{
    public string? Cast { get; init; }
    public int CastVersion { get; init; } = 2;

    /// <summary>Whether the cast tells the keys.</summary>
    public bool CastKeys { get; init; }

    /// <summary>A folder for pictures of the snapshots.</summary>
    public string? Svg { get; init; }

    public string? Text { get; init; }
    public string? Markdown { get; init; }

    public bool IsEmpty => Cast is null && Svg is null && Text is null && Markdown is null;

    /// <summary>What has to see the script played.</summary>
    /// <exception cref="RequestException">The files would stand in each other's way, or there is nothing to draw.</exception>
    public IReadOnlyList<IScriptExport> Of(string path, Script script)
    {
        var taken = new Dictionary<string, string> { [Whole("SCRIPT", path)] = "the script itself" };
        foreach (var (option, file) in new[] { ("--cast", Cast), ("--text", Text), ("--markdown", Markdown) })
            if (file is not null && !taken.TryAdd(Whole(option, file), option))
                throw new RequestException($"{option} {file}: this is also {taken[Whole(option, file)]}; expected a file of its own.");
        if (Svg is not null) _ = Whole("--svg", Svg);
        if (Svg is not null && !script.Snapshots.Any()) throw new RequestException($"--svg: {path} takes no snapshot; expected `snapshot NAME` in it where a picture is to be made.");
        var exports = new List<IScriptExport>();
        if (Cast is not null) exports.Add(new CastExport(Cast, CastVersion, CastKeys, script.Name));
        if (Svg is not null) exports.Add(new SvgExport(Svg, script.Name));
        if (Text is not null) exports.Add(new TextExport(Text, script.Name));
        if (Markdown is not null) exports.Add(new HandOut(Markdown, script.Name));
        return exports;
    }

    private static string Whole(string option, string file)
    {
        if (file.Length == 0 || file.Contains('\0')) throw new RequestException($"{option}: given \"{file.Replace('\0', '?')}\"; expected the name of a file.");
        return file == OutputFile.Standard ? file : Path.GetFullPath(file);
    }
}
