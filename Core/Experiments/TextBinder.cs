using System.Collections.Immutable;
using System.Text;

namespace Core;

/// <summary>Tree to a text as data, with what is wrong with it.</summary>
internal static class TextBinder
{
    /// <param name="fields">The data.</param>
    /// <param name="training">The training text, for validation and test: theirs are its characters and context.</param>
    /// <param name="problems">What is wrong.</param>
    internal static TextSettings? Source(FieldReader fields, TextSettings? training, Problems problems)
    {
        if (fields["text"] is not { } given) return null;
        string text = given.Kind == JsonKind.Array ? string.Concat(given.Items.Where(part => part.Kind == JsonKind.String).Select(part => part.Text)) : given.Text;
        int context = fields.IntegerOrNull("context") ?? training?.Context ?? 1;
        var characters = Characters(fields, problems) ?? training?.Characters ?? TextSettings.CharactersOf(text);
        int length = text.EnumerateRunes().Count();
        if (length <= context)
            problems.Add(given, $"a text of {length} characters", $"more than {context}, the context", "give a longer text or a smaller context");
        if (Unknown(text, characters) is var (position, rune))
            problems.Add(given, $"the character {Shown(rune)} at {position}", $"one of {string.Concat(characters.Select(TextSettings.NameOf))}", "state all characters in \"characters\" of the training text, or leave it out");
        else if (length > context) return new(text, context, characters);
        return null;
    }

    private static ImmutableArray<Rune>? Characters(FieldReader fields, Problems problems)
    {
        if (fields["characters"] is not { } given) return null;
        ImmutableArray<Rune> characters = [.. given.Text.EnumerateRunes()];
        if (characters.GroupBy(rune => rune).FirstOrDefault(group => group.Count() > 1) is { } twice)
            problems.Add(given, $"the character {Shown(twice.Key)} a second time", "every character once", "remove one of them");
        return [.. characters.Distinct()];
    }

    private static (int Position, Rune Rune)? Unknown(string text, ImmutableArray<Rune> characters)
    {
        var known = characters.ToHashSet();
        int position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!known.Contains(rune)) return (position, rune);
            position++;
        }
        return null;
    }

    private static string Shown(Rune rune) => $"'{TextSettings.NameOf(rune)}'";
}
