namespace Lessons;

/// <summary>The languages every text is written in.</summary>
public enum Language
{
    /// <summary><c>en</c></summary>
    English,

    /// <summary><c>zh</c></summary>
    Chinese,
}

/// <summary>Languages by their tags in files and on the command line.</summary>
public static class Languages
{
    /// <summary><c>en</c> or <c>zh</c>.</summary>
    public static string Tag(this Language language) => language == Language.English ? "en" : "zh";

    /// <summary>The other one.</summary>
    public static Language Other(this Language language) => language == Language.English ? Language.Chinese : Language.English;

    /// <summary>The language of a tag such as <c>en</c>, <c>zh</c>, <c>zh_CN.UTF-8</c>; null if it is neither.</summary>
    public static Language? Of(string tag) =>
        tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English
        : tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese
        : null;
}
