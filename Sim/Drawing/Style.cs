namespace Sim;

/// <summary>What a piece of the screen means. Views name roles; only <see cref="Theme"/> knows colours.</summary>
internal enum Role : byte
{
    Text, Dim, Title, Frame, Input, Weight, Positive, Negative, Gradient, Active, Good, Bad, Warning,
    Key, Selected, Focus, Loss, Validation, Accent,

    /// <summary>A value on the perceptual ramp from shade 1 (least) to 8 (most); bold where its glyph is to be read.</summary>
    Ramp,
}

[Flags]
internal enum Attributes : byte { None = 0, Bold = 1, Underline = 2, Reverse = 4 }

/// <summary>
/// How a cell looks: the role's colour, attributes, and a shade. Shade 0 colours the glyph;
/// 1 (faint) … 8 (full) tints the background with the role's colour instead, for heat maps.
/// </summary>
internal readonly record struct Style(Role Role, Attributes Attributes = Attributes.None, byte Shade = 0)
{
    public const int MaxShade = 8;

    public Style Bold => this with { Attributes = Attributes | Attributes.Bold };
    public Style Underline => this with { Attributes = Attributes | Attributes.Underline };
    public Style Reverse => this with { Attributes = Attributes | Attributes.Reverse };
    public Style Shaded(int shade) => this with { Shade = (byte)Math.Clamp(shade, 0, MaxShade) };

    public static implicit operator Style(Role role) => new(role);
}

/// <summary>A piece of text in one style.</summary>
internal readonly record struct Span(string Text, Style Style)
{
    public static implicit operator Span(string text) => new(text, Role.Text);
}
