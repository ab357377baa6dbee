namespace Lessons;

/// <summary>A text in both languages.</summary>
/// <param name="En">English.</param>
/// <param name="Zh">Chinese.</param>
public sealed record Bilingual(string En, string Zh)
{
    /// <summary>The text in one language.</summary>
    public string this[Language language] => language == Language.Chinese ? Zh : En;
}
