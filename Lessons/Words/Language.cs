namespace Lessons;

/// <summary>A language of the program.</summary>
public enum Language
{
    /// <summary>English.</summary>
    En,

    /// <summary>Chinese.</summary>
    Zh,
}

/// <summary>A text in both languages.</summary>
/// <param name="En">English.</param>
/// <param name="Zh">Chinese.</param>
public sealed record Bilingual(string En, string Zh)
{
    /// <summary>The text in one language.</summary>
    public string this[Language language] => language == Language.Zh ? Zh : En;
}
