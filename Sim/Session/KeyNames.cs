namespace Sim;

/// <summary>Keys as the table names them and as the screen shows them.</summary>
internal static class KeyNames
{
    public static Key Parse(string name) =>
        Key.TryParse(name, out var key) ? key : throw new ArgumentException($"'{name}' is no key; keys are named like a, Space, Shift+Left.");

    public static string Shown(string name) => name
        .Replace("Shift+", "⇧", StringComparison.Ordinal).Replace("Ctrl+", "^", StringComparison.Ordinal)
        .Replace("Right", "→", StringComparison.Ordinal).Replace("Left", "←", StringComparison.Ordinal)
        .Replace("PageDown", "PgDn", StringComparison.Ordinal).Replace("PageUp", "PgUp", StringComparison.Ordinal)
        .Replace("Down", "↓", StringComparison.Ordinal).Replace("Up", "↑", StringComparison.Ordinal)
        .Replace("PgDn", "PgDn", StringComparison.Ordinal).Replace("Pg↑", "PgUp", StringComparison.Ordinal).Replace("Pg↓", "PgDn", StringComparison.Ordinal)
        .Replace("Escape", "Esc", StringComparison.Ordinal).Replace("Backspace", "⌫", StringComparison.Ordinal).Replace("Delete", "Del", StringComparison.Ordinal);
}
