using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Core;

/// <summary>
/// A text that holds its own labels: sample i is the window of <paramref name="Context"/> characters from character i on, its class the character
/// behind it. Inputs are one-hot, [context · characters], the oldest character first.
/// </summary>
/// <param name="Text">The text; a character is a code point.</param>
/// <param name="Context">Characters the network sees, from 1.</param>
/// <param name="Characters">The classes in order of their numbers; holds every character of the text once.</param>
public sealed record TextSettings(string Text, int Context, ImmutableArray<Rune> Characters) : DataSourceSettings
{
    /// <summary>Characters − context.</summary>
    public int Samples => Text.EnumerateRunes().Count() - Context;

    /// <summary>Inputs of one sample.</summary>
    public int Width => Context * Characters.Length;

    /// <summary>The different characters of a text in the order of their code points.</summary>
    public static ImmutableArray<Rune> CharactersOf(string text) => [.. text.EnumerateRunes().Distinct().Order()];

    /// <summary>How a character is written where a blank would not be seen: ␣ for a blank, ↵ for the end of a line.</summary>
    public static string NameOf(Rune character) => character.Value switch
    {
        ' ' => "␣",
        '\n' => "↵",
        '\t' => "⇥",
        _ when Rune.IsControl(character) || Rune.IsWhiteSpace(character) => string.Create(CultureInfo.InvariantCulture, $"U+{character.Value:X4}"),
        _ => character.ToString(),
    };

    /// <summary>The characters that one row of inputs, [context · characters], stands for.</summary>
    public ImmutableArray<int> Window(ReadOnlySpan<double> row)
    {
        var window = ImmutableArray.CreateBuilder<int>(Context);
        for (int place = 0; place < Context; place++) window.Add(row.Slice(place * Characters.Length, Characters.Length).IndexOf(1.0));
        return window.MoveToImmutable();
    }
}
