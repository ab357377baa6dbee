namespace Lessons;

/// <summary>A text in both languages. Paragraphs are separated by line breaks; numbers of the run stand in <c>{{expression}}</c>.</summary>
/// <param name="En">English; empty if it is missing.</param>
/// <param name="Zh">Chinese; empty if it is missing.</param>
public sealed record Text(string En, string Zh)
{
    /// <summary>No text at all.</summary>
    public static Text None { get; } = new("", "");

    /// <summary>Where it was written.</summary>
    public Core.Place? Place { get; init; }

    /// <summary>Whether there is nothing in any language.</summary>
    public bool IsEmpty => En.Length == 0 && Zh.Length == 0;

    /// <summary>The text in a language; where the translation is missing, the other one.</summary>
    public string In(Language language) => Of(language) is { Length: > 0 } text ? text : Of(language.Other());

    /// <summary>The text with the values of a run at this moment; a value that does not exist now is shown as <c>…</c>.</summary>
    public string In(Language language, IRunValues run)
    {
        var text = In(language);
        return InterpolatedText.Parse(text) is { Ok: true } parsed ? parsed.Value!.Show(run) : text;
    }

    /// <summary>Exactly what was written in a language; empty if it is missing.</summary>
    public string Of(Language language) => language == Language.English ? En : Zh;
}
