namespace Sim;

internal enum ColorDepth { None, Ansi16, Ansi256, TrueColor }

internal readonly record struct Rgb(byte R, byte G, byte B)
{
    public static Rgb Hex(int code) => new((byte)(code >> 16), (byte)(code >> 8), (byte)code);

    public Rgb Mix(Rgb other, double share) => new(Mix(R, other.R, share), Mix(G, other.G, share), Mix(B, other.B, share));

    // Rec. 709 weights on gamma-coded channels: enough to choose black or white text.
    public double Lightness => (0.2126 * R + 0.7152 * G + 0.0722 * B) / 255;

    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";

    private static byte Mix(byte a, byte b, double share) => (byte)Math.Round(a + (b - a) * share);
}

/// <summary>Colour of a role: for truecolor (and 256, by the nearest), for 16 colours, and the attributes it always has.</summary>
internal readonly record struct Ink(Rgb Color, int Ansi16, Attributes Attributes = Attributes.None);

/// <summary>Maps roles to colours; the only place that knows any.</summary>
internal sealed record Theme(string Name, Rgb Background, IReadOnlyList<Ink> Inks)
{
    private const double Texture = 0.3;

    // Viridis, of even steps in lightness and safe for colour-blind eyes, at eight places; dark is little on a dark screen and much on a light one.
    private static readonly Rgb[] Viridis = [.. new[] { 0x440154, 0x46327e, 0x365c8d, 0x277f8e, 0x1fa187, 0x4ac16d, 0xa0da39, 0xfde725 }.Select(Rgb.Hex)];

    private static readonly int[] ViridisAnsi16 = [5, 4, 12, 6, 2, 10, 3, 11];

    /// <summary>Colours of <see cref="Role.Ramp"/>, shade 1 first.</summary>
    public IReadOnlyList<Rgb> Ramp { get; init; } = Viridis;

    /// <summary>The same of sixteen colours.</summary>
    public IReadOnlyList<int> RampAnsi16 { get; init; } = ViridisAnsi16;

    // Text and background of the terminal itself are left alone unless this is set.
    public bool PaintsBackground { get; init; }

    public Ink this[Role role] => Inks[(int)role];

    /// <summary>Colours as drawn by SVG and truecolor terminals; reverse is already applied.</summary>
    public (Rgb Foreground, Rgb Background) Colors(Style style)
    {
        Rgb ink = this[style.Role].Color, back = Background, front = ink;
        if (style is { Role: Role.Ramp, Shade: > 0 })
        {
            // A glyph that only repeats the colour stays in the background; one that says more stands out.
            back = Ramp[style.Shade - 1];
            front = style.Attributes.HasFlag(Attributes.Bold) ? ReadableOn(back) : back.Mix(ReadableOn(back), Texture);
        }
        else if (style.Shade > 0)
        {
            back = Background.Mix(ink, style.Shade / (double)Style.MaxShade);
            front = ReadableOn(back);
        }
        return AttributesOf(style).HasFlag(Attributes.Reverse) ? (back, front) : (front, back);
    }

    public Attributes AttributesOf(Style style) => style.Attributes | this[style.Role].Attributes;

    public static readonly Theme Dark = Make("dark", 0x14171c, light: false,
        0xd8dee9, 0x8a93a3, 0xeceff4, 0x5c6675, 0x7fc7ff, 0xc3a6ff, 0xff9e64, 0x6cb6ff, 0xf2cc60, 0xffd866, 0x7ee787, 0xff7b72,
        0xf2cc60, 0x9ecbff, 0xd8dee9, 0xffd866, 0xff9e64, 0x56d4dd, 0xd2a8ff, 0x1fa187);

    public static readonly Theme Light = Make("light", 0xfcfcfa, light: true,
        0x24292f, 0x6b7280, 0x0b1220, 0x9aa3af, 0x0550ae, 0x6639ba, 0xb5460f, 0x0969da, 0x8a6100, 0x9a6700, 0x116329, 0xb42318,
        0x8a6100, 0x0550ae, 0x24292f, 0x9a6700, 0xb5460f, 0x0f7b83, 0x8250df, 0x1a7f6b) with
    { Ramp = [.. Viridis.Reverse()], RampAnsi16 = [3, 2, 6, 12, 4, 5, 1, 0] };

    public static readonly Theme HighContrast = Make("high-contrast", 0x000000, light: false,
        0xffffff, 0xd0d0d0, 0xffffff, 0xffffff, 0x80e0ff, 0xe0b0ff, 0xffb000, 0x60c0ff, 0xffff60, 0xffff00, 0x60ff60, 0xff9090,
        0xffff00, 0x80ffff, 0xffffff, 0xffff00, 0xffb000, 0x60ffff, 0xff90ff, 0x60ffc0) with
    { PaintsBackground = true };

    public static IReadOnlyList<Theme> All { get; } = [Dark, Light, HighContrast];

    private static Rgb ReadableOn(Rgb back) => back.Lightness > 0.45 ? new Rgb(0, 0, 0) : new Rgb(255, 255, 255);

    private static Theme Make(string name, int background, bool light, params ReadOnlySpan<int> colors)
    {
        var inks = new Ink[colors.Length];
        for (int i = 0; i < inks.Length; i++)
            inks[i] = new Ink(Rgb.Hex(colors[i]), Ansi16((Role)i, light), Always((Role)i));
        return new Theme(name, Rgb.Hex(background), inks);
    }

    private static Attributes Always(Role role) => role switch
    {
        Role.Title or Role.Active or Role.Bad or Role.Warning or Role.Key => Attributes.Bold,
        Role.Selected => Attributes.Reverse,
        Role.Focus => Attributes.Bold | Attributes.Underline,
        _ => Attributes.None,
    };

    // 0–7 normal, 8–15 bright, -1 the terminal's own colour. Yellow and cyan are unreadable on white.
    private static int Ansi16(Role role, bool light) => role switch
    {
        Role.Text or Role.Title or Role.Selected => -1,
        Role.Dim or Role.Frame => 8,
        Role.Input or Role.Key => light ? 4 : 14,
        Role.Weight or Role.Accent => light ? 5 : 13,
        Role.Positive or Role.Loss => light ? 1 : 11,
        Role.Negative => light ? 4 : 12,
        Role.Gradient or Role.Active or Role.Focus or Role.Warning => light ? 5 : 11,
        Role.Good or Role.Ramp => light ? 2 : 10,
        Role.Bad => light ? 1 : 9,
        Role.Validation => light ? 6 : 14,
        _ => -1,
    };
}
