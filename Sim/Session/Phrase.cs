using Lessons;

namespace Sim;

/// <summary>A text of the interface in both languages; <c>{0}</c> … are filled in by <see cref="With"/>.</summary>
internal sealed record Phrase(string En, string Zh)
{
    public static Phrase Empty { get; } = new("", "");

    /// <summary>What plain mode says instead, where the text speaks of keys or of places on a screen.</summary>
    public Phrase? Spoken { get; init; }

    public bool IsEmpty => En.Length == 0 && Zh.Length == 0;

    public string In(Language language) => language == Language.Chinese ? Zh : En;

    /// <summary>The same text with its places filled, in each language.</summary>
    public Phrase With(params object[] values) => new(
        string.Format(System.Globalization.CultureInfo.InvariantCulture, En, [.. values.Select(value => In(value, Language.English))]),
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Zh, [.. values.Select(value => In(value, Language.Chinese))]))
    {
        Spoken = Spoken?.With(values),
    };

    /// <summary>A text that is the same in both: names, numbers, messages of the engine.</summary>
    public static Phrase Same(string text) => new(text, text);

    public static Phrase Of(Lessons.Text text) => new(text.In(Language.English), text.In(Language.Chinese));

    private static object In(object value, Language language) => value is Phrase phrase ? phrase.In(language) : value;
}
