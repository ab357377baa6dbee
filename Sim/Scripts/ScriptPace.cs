namespace Sim;

/// <summary>How long things stand on the screen unless the script says more.</summary>
internal static class ScriptPace
{
    private static readonly TimeSpan Move = TimeSpan.FromMilliseconds(400), LongestRow = TimeSpan.FromSeconds(4), Shortest = TimeSpan.FromMilliseconds(1500);

    /// <summary>A letter of an alphabet takes 60 ms to read, a Han character 160 ms.</summary>
    private const int PerCell = 60, PerWideGlyph = 160;

    /// <summary>After one of so many moves.</summary>
    public static TimeSpan AfterMove(ScriptCommand command) => command.Moves * Move <= LongestRow ? Move : LongestRow / command.Moves;

    /// <summary>To read a text.</summary>
    public static TimeSpan ToRead(string text)
    {
        int wide = text.EnumerateRunes().Count(rune => TextWidth.Of(rune) == 2), other = TextWidth.Of(text) - 2 * wide;
        var needed = TimeSpan.FromMilliseconds(other * PerCell + wide * PerWideGlyph);
        return text.Length == 0 ? TimeSpan.Zero : needed < Shortest ? Shortest : needed;
    }

    /// <summary>How long a command takes in all.</summary>
    public static TimeSpan Of(ScriptCommand command) => command.Name switch
    {
        ScriptWords.Pause => command.Time,
        ScriptWords.Say => ToRead(command.Argument),
        ScriptWords.Expect or ScriptWords.Snapshot or ScriptWords.Chapter or ScriptWords.Size or ScriptWords.Lang => TimeSpan.Zero,
        _ => AfterMove(command) * command.Moves,
    };
}
