namespace Sim;

/// <summary>What a script calls a lesson that was named on the command line.</summary>
internal static class RecordingTarget
{
    /// <param name="first">The lesson as it was opened.</param>
    /// <param name="folder">Where the script stands; files are named from there.</param>
    public static string Of(PreparedLesson first, string folder)
    {
        string address = first.Address.ToString();
        if (first.Opened.Path is not { } path) return address;
        string file = Path.GetRelativePath(folder, Path.GetFullPath(path));
        // An experiment alone has no id: its address begins after the file.
        return first.Opened.Book.Lessons.IsEmpty ? file + address["file".Length..] : $"{file}/{address}";
    }
}
