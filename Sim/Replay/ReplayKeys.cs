namespace Sim;

/// <summary>What the keys of a replay ask for.</summary>
internal enum ReplayCommandKey { PauseOrPlay, NextCommand, PreviousCommand, NextChapter, PreviousChapter, Faster, Slower, Quit }

/// <summary>A key of a replay.</summary>
/// <param name="Command">What it asks for.</param>
/// <param name="Keys">While the script has the wheel.</param>
/// <param name="Always">Always, also while it is taken over and after the end; empty: none.</param>
/// <param name="Long">A sentence.</param>
internal sealed record ReplayBinding(ReplayCommandKey Command, string Keys, string Always, Phrase Long);

/// <summary>The keys of a replay; every other key takes the wheel and means what it means in the session.</summary>
internal static class ReplayKeyMap
{
    public static IReadOnlyList<ReplayBinding> All { get; } =
    [
        new(ReplayCommandKey.PauseOrPlay, "Space", "F7", new("pause, go on; after taking over: back to exactly the script's place, and on", "暂停、继续；接管之后：回到脚本离开处并继续")),
        new(ReplayCommandKey.NextCommand, ".", "F8", new("the next command at once", "立即执行下一条命令")),
        new(ReplayCommandKey.PreviousCommand, ",", "F6", new("back before the last command", "回到上一条命令之前")),
        new(ReplayCommandKey.NextChapter, "> }", "F9", new("to the next chapter", "到下一章")),
        new(ReplayCommandKey.PreviousChapter, "< {", "F5", new("to the beginning of this chapter, or of the one before", "到本章开头，或上一章")),
        new(ReplayCommandKey.Faster, "+ =", "", new("faster", "加快")),
        new(ReplayCommandKey.Slower, "-", "", new("slower", "减慢")),
        new(ReplayCommandKey.Quit, "q", "", new("end", "结束")),
    ];

    /// <summary>What a key asks for, if it is one of the replay's now.</summary>
    public static ReplayCommandKey? Find(Key key, ReplayModel model)
    {
        bool hasWheel = model.State is ReplayState.Playing or ReplayState.Paused;
        foreach (var binding in All)
            if (Has(binding.Always, key) || hasWheel && Has(binding.Keys, key)) return binding.Command;
        // The space key gives the wheel back, unless something is being read or typed.
        return model.State == ReplayState.TakenOver && key.Is(' ') && model.Session is { Prompt: null, Overlay: Overlay.None, IsBlank: false } ? ReplayCommandKey.PauseOrPlay : null;
    }

    private static bool Has(string names, Key key) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(name => KeyNames.Parse(name) == Normal(key));

    private static Key Normal(Key key) => key.Code == KeyCode.Rune ? key with { Modifiers = key.Modifiers & ~Modifiers.Shift } : key;
}
