using System.Globalization;
using System.Text;

namespace Sim;

/// <summary>What the sequences of xterm, rxvt, the Linux console and kitty mean.</summary>
internal static class KeySequences
{
    /// <summary>A byte below 0x80.</summary>
    public static Key Control(byte value) => value switch
    {
        0x0D or 0x0A => new Key(KeyCode.Enter),
        0x09 => new Key(KeyCode.Tab),
        0x7F or 0x08 => new Key(KeyCode.Backspace),
        0x00 => new Key(' ', Modifiers.Ctrl),
        < 0x1B => new Key((char)(value + 'a' - 1), Modifiers.Ctrl),
        < 0x20 => new Key((char)(value + 0x40), Modifiers.Ctrl),
        _ => new Key((char)value),
    };

    /// <summary>The letter after ESC O; null if it is no key.</summary>
    public static KeyEvent? Ss3(char final) => final switch
    {
        'M' => new KeyEvent(new Key(KeyCode.Enter)),
        >= 'a' and <= 'd' => new KeyEvent(new Key(Letter(char.ToUpperInvariant(final))!.Value, Modifiers.Ctrl)),
        _ => Letter(final) is { } code ? new KeyEvent(new Key(code)) : null,
    };

    /// <summary>What follows ESC [, with its final byte; null if it means nothing here.</summary>
    public static TerminalEvent? Csi(string body)
    {
        char final = body[^1];
        if (body is "I" or "O") return new FocusEvent(body == "I");
        if (body[0] == '<' && final is 'M' or 'm') return Mouse(body[1..^1].Split(';'), final == 'M');
        if (body[0] == '[') return body[1] is >= 'A' and <= 'E' ? new KeyEvent(new Key(KeyCode.F1 + (body[1] - 'A'))) : null;
        if (!Numbers(body[..^1], out int[] numbers)) return null;
        var modifiers = numbers.Length > 1 ? ModifiersOf(numbers[1]) : Modifiers.None;
        return final switch
        {
            '~' when numbers[0] == 27 && numbers.Length > 2 => Coded(numbers[2], modifiers),
            '~' => Tilde(numbers[0]) is { } code ? new KeyEvent(new Key(code, modifiers)) : null,
            '^' => Tilde(numbers[0]) is { } code ? new KeyEvent(new Key(code, Modifiers.Ctrl)) : null,
            'u' => Coded(numbers[0], modifiers),
            'Z' => new KeyEvent(new Key(KeyCode.Tab, modifiers | Modifiers.Shift)),
            >= 'a' and <= 'd' => new KeyEvent(new Key(Letter(char.ToUpperInvariant(final))!.Value, Modifiers.Shift)),
            // The number before a letter is always 1; anything else is a report, such as the cursor's place.
            _ => numbers[0] == 1 && Letter(final) is { } code ? new KeyEvent(new Key(code, modifiers)) : null,
        };
    }

    private static KeyCode? Letter(char final) => final switch
    {
        'A' => KeyCode.Up,
        'B' => KeyCode.Down,
        'C' => KeyCode.Right,
        'D' => KeyCode.Left,
        'H' => KeyCode.Home,
        'F' => KeyCode.End,
        >= 'P' and <= 'S' => KeyCode.F1 + (final - 'P'),
        _ => null,
    };

    private static KeyCode? Tilde(int number) => number switch
    {
        1 or 7 => KeyCode.Home,
        2 => KeyCode.Insert,
        3 => KeyCode.Delete,
        4 or 8 => KeyCode.End,
        5 => KeyCode.PageUp,
        6 => KeyCode.PageDown,
        >= 11 and <= 15 => KeyCode.F1 + (number - 11),
        >= 17 and <= 21 => KeyCode.F6 + (number - 17),
        23 or 24 => KeyCode.F11 + (number - 23),
        _ => null,
    };

    // xterm: 1 + shift 1, alt 2, ctrl 4, meta 8.
    private static Modifiers ModifiersOf(int number)
    {
        int bits = Math.Max(0, number - 1);
        return (Modifiers)(bits & 7) | ((bits & 8) != 0 ? Modifiers.Alt : Modifiers.None);
    }

    private static KeyEvent? Coded(int code, Modifiers modifiers)
    {
        if (code == 27) return new KeyEvent(new Key(KeyCode.Escape, modifiers));
        if (!Rune.IsValid(code)) return null;
        var key = code < 0x80 ? Control((byte)code) : new Key(KeyCode.Rune, new Rune(code));
        return new KeyEvent(key with { Modifiers = key.Modifiers | modifiers });
    }

    private static MouseEvent? Mouse(string[] parts, bool pressed)
    {
        if (parts.Length != 3 || !Number(parts[0], out int code) || !Number(parts[1], out int x) || !Number(parts[2], out int y)) return null;
        var modifiers = (code & 4) != 0 ? Modifiers.Shift : Modifiers.None;
        if ((code & 8) != 0) modifiers |= Modifiers.Alt;
        if ((code & 16) != 0) modifiers |= Modifiers.Ctrl;
        var action = (code & 64) != 0 ? (code & 1) == 0 ? MouseAction.WheelUp : MouseAction.WheelDown
            : (code & 32) != 0 ? MouseAction.Move
            : pressed ? MouseAction.Press : MouseAction.Release;
        return new MouseEvent(action, code & 3, x - 1, y - 1, modifiers);
    }

    // "1;5" and "97:65;5" (kitty's alternatives after a colon are not needed); an absent number is 1.
    private static bool Numbers(string text, out int[] numbers)
    {
        string[] parts = text.Split(';');
        numbers = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            string part = parts[i].Split(':')[0];
            if (part.Length == 0) numbers[i] = 1;
            else if (!Number(part, out numbers[i])) return false;
        }
        return true;
    }

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
