namespace Sim;

/// <summary>A sign for each class: they stay apart without colour, and as ASCII.</summary>
internal static class ClassGlyphs
{
    private const string Signs = "○●×◇▲□▼★", Ascii = "o#x+A%V@";

    /// <summary>No class: a number is wanted.</summary>
    public const int None = -1;

    public static string Of(int number, ViewSettings settings) =>
        number < 0 ? "•" : (settings.Ascii ? Ascii : Signs).Substring(number % Signs.Length, 1);

    public static Role RoleOf(int number) => (Math.Max(0, number) % 6) switch
    {
        0 => Role.Negative,
        1 => Role.Positive,
        2 => Role.Validation,
        3 => Role.Accent,
        4 => Role.Good,
        _ => Role.Warning,
    };

    /// <summary>The data's name of a class, or its number.</summary>
    public static string NameOf(int number, IReadOnlyList<string> names) =>
        number < names.Count ? names[number] : number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
