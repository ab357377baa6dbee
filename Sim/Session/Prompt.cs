using System.Text;

namespace Sim;

/// <summary>What a line of input is for.</summary>
internal enum PromptKind { GoTo, Until, Break, Set, Edit, Answer, Search, Folder, Words }

/// <summary>A line that is being typed.</summary>
/// <param name="Kind">What for.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Cursor">UTF-16 offset of the cursor, never inside a pair.</param>
/// <param name="Problem">Why the last try was not accepted.</param>
internal sealed record Prompt(PromptKind Kind, string Text = "", int Cursor = 0, Phrase? Problem = null)
{
    private const int MostCharacters = 400;

    public static Prompt For(PromptKind kind, string text = "") => new(kind, text, text.Length);

    /// <summary>The line after a key that edits it; null for keys that do not.</summary>
    public Prompt? Typed(Key key) => key switch
    {
        { Code: KeyCode.Rune, Modifiers: Modifiers.None or Modifiers.Shift } => Inserted(key.Rune.ToString()),
        { Code: KeyCode.Rune, Modifiers: Modifiers.Ctrl, Rune.Value: 'u' } => At("", 0),
        { Code: KeyCode.Backspace } when Cursor == 0 => this,
        { Code: KeyCode.Backspace } => At(Text.Remove(Before(), Cursor - Before()), Before()),
        { Code: KeyCode.Delete } when Cursor == Text.Length => this,
        { Code: KeyCode.Delete } => At(Text.Remove(Cursor, After() - Cursor), Cursor),
        { Code: KeyCode.Left } => this with { Cursor = Before() },
        { Code: KeyCode.Right } => this with { Cursor = After() },
        { Code: KeyCode.Home } => this with { Cursor = 0 },
        { Code: KeyCode.End } => this with { Cursor = Text.Length },
        _ => null,
    };

    /// <summary>The line with a text put in at the cursor: its first line, and no more than fits.</summary>
    public Prompt Inserted(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r') break;
            if (Rune.IsControl(rune)) continue;
            if (Text.Length + line.Length + rune.Utf16SequenceLength > MostCharacters) break;
            line.Append(rune.ToString());
        }
        return At(Text.Insert(Cursor, line.ToString()), Cursor + line.Length);
    }

    private Prompt At(string text, int cursor) => this with { Text = text, Cursor = cursor, Problem = null };

    private int Before() => Cursor == 0 ? 0 : Cursor - (Cursor > 1 && char.IsSurrogatePair(Text[Cursor - 2], Text[Cursor - 1]) ? 2 : 1);

    private int After() => Cursor == Text.Length ? Cursor : Cursor + (Cursor + 1 < Text.Length && char.IsSurrogatePair(Text[Cursor], Text[Cursor + 1]) ? 2 : 1);
}
