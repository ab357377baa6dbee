namespace Sim;

/// <summary>Where this program keeps what belongs to the learner.</summary>
internal static class ProgressPlace
{
    /// <summary>XDG_DATA_HOME/sim or ~/.local/share/sim; LOCALAPPDATA on Windows; Application Support on a Mac.</summary>
    public static string Folder(Func<string, string?> environment, bool isWindows, bool isMac)
    {
        if (Set("SIM_DATA") is { } own) return own;
        string home = Set("HOME") ?? Set("USERPROFILE") ?? ".";
        if (isWindows) return Path.Combine(Set("LOCALAPPDATA") ?? Path.Combine(home, "AppData", "Local"), "sim");
        // A relative XDG_DATA_HOME is to be ignored (XDG Base Directory Specification).
        if (Set("XDG_DATA_HOME") is { } data && Path.IsPathRooted(data)) return Path.Combine(data, "sim");
        return isMac ? Path.Combine(home, "Library", "Application Support", "sim") : Path.Combine(home, ".local", "share", "sim");

        string? Set(string name) => environment(name) is { Length: > 0 } value ? value : null;
    }
}
