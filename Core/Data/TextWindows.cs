using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Core;

/// <summary>Every window of a text with the character behind it.</summary>
internal static class TextWindows
{
    /// <summary>Inputs [n, context · characters], one 1 a place; classes are characters.</summary>
    public static DataSet Of(TextSettings settings)
    {
        var number = settings.Characters.Select((character, k) => (character, k)).ToDictionary(pair => pair.character, pair => pair.k);
        int[] text = [.. settings.Text.EnumerateRunes().Select(rune => number[rune])];
        int samples = text.Length - settings.Context, characters = settings.Characters.Length;
        var inputs = new double[(long)samples * settings.Width];
        for (int row = 0; row < samples; row++)
            for (int place = 0; place < settings.Context; place++)
                inputs[(long)row * settings.Width + place * characters + text[row + place]] = 1;
        ImmutableArray<string> names = [.. settings.Characters.Select(TextSettings.NameOf)];
        return DataSet.Create(inputs, [settings.Width], Targets.Classes(text[settings.Context..], characters), InputNames(names, settings.Context), names);
    }

    // e₋₂: e two places before the character that is to be said.
    private static ImmutableArray<string> InputNames(ImmutableArray<string> characters, int context) => context == 1 ? characters
        : [.. from place in Enumerable.Range(0, context) from character in characters select character + "₋" + Subscript(context - place)];

    private static string Subscript(int number)
    {
        var text = new StringBuilder();
        foreach (char digit in number.ToString(CultureInfo.InvariantCulture)) text.Append((char)('₀' + digit - '0'));
        return text.ToString();
    }
}
