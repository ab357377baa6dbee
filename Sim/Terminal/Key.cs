using System.Text;

namespace Sim;

internal enum KeyCode
{
    Rune, Enter, Tab, Backspace, Escape, Up, Down, Left, Right, Home, End, PageUp, PageDown, Insert, Delete,
    F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12,
}

[Flags]
internal enum Modifiers : byte { None = 0, Shift = 1, Alt = 2, Ctrl = 4 }

/// <summary>A key as a person names it: a, 学, Space, Enter, Shift+Left, Ctrl+c.</summary>
internal readonly record struct Key(KeyCode Code, Rune Rune, Modifiers Modifiers = Modifiers.None)
{
    public Key(KeyCode code, Modifiers modifiers = Modifiers.None) : this(code, default, modifiers) { }
    public Key(char letter, Modifiers modifiers = Modifiers.None) : this(KeyCode.Rune, new Rune(letter), modifiers) { }

    /// <summary>True for a key that types this letter, without Ctrl or Alt.</summary>
    public bool Is(char letter) => Code == KeyCode.Rune && Modifiers == Modifiers.None && Rune.Value == letter;

    public bool Is(KeyCode code, Modifiers modifiers = Modifiers.None) => Code == code && Modifiers == modifiers;

    public override string ToString()
    {
        string name = Code != KeyCode.Rune ? Code.ToString() : Rune.Value == ' ' ? "Space" : Rune.ToString();
        if (Modifiers.HasFlag(Modifiers.Shift)) name = "Shift+" + name;
        if (Modifiers.HasFlag(Modifiers.Alt)) name = "Alt+" + name;
        return Modifiers.HasFlag(Modifiers.Ctrl) ? "Ctrl+" + name : name;
    }

    /// <summary>Reads what <see cref="ToString"/> writes; names in any case, single letters as they are.</summary>
    public static bool TryParse(string text, out Key key)
    {
        key = default;
        var modifiers = Modifiers.None;
        for (int plus; (plus = text.IndexOf('+')) > 0; text = text[(plus + 1)..])
        {
            if (!Enum.TryParse(text[..plus], ignoreCase: true, out Modifiers modifier) || !char.IsLetter(text[0])) return false;
            modifiers |= modifier;
        }
        if (text.Equals("Space", StringComparison.OrdinalIgnoreCase)) key = new Key(' ', modifiers);
        else if (Rune.TryGetRuneAt(text.Length == 0 ? "\0" : text, 0, out var rune) && rune.Utf16SequenceLength == text.Length)
            key = new Key(KeyCode.Rune, rune, modifiers);
        else if (text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out KeyCode code) && code != KeyCode.Rune)
            key = new Key(code, modifiers);
        else return false;
        return true;
    }
}
