using System.Text.Json.Nodes;

namespace Core;

/// <summary>
/// What a JSON value may be, stated once: checks a tree (all problems at once), gives the JSON Schema and the words for the documentation.
/// Built by the static functions here; immutable.
/// </summary>
public abstract class Spec
{
    /// <summary>What is expected, as in "expected <em>a whole number of at least 1</em>".</summary>
    public abstract string Expected { get; }

    /// <summary>Reports everything about <paramref name="value"/> that differs from this.</summary>
    public abstract void Check(JsonValue value, Problems problems);

    /// <summary>The same as JSON Schema (draft 2020-12), without <c>$schema</c>.</summary>
    public abstract JsonObject Schema();

    /// <summary>What member <paramref name="key"/> of <paramref name="value"/> may be (null value: of a value still to be made); null when there is no such member.</summary>
    public virtual Spec? Member(JsonValue? value, string key) => null;

    /// <summary>Names that <see cref="Member"/> knows.</summary>
    public virtual IReadOnlyList<string> Names(JsonValue? value) => [];

    /// <summary>What elements of a list may be; null when this is no list.</summary>
    public virtual Spec? Element => null;

    /// <summary>The value written out: a shorthand such as <c>"adam"</c> or <c>32</c> as the object it stands for; other values unchanged.</summary>
    public virtual JsonValue Expand(JsonValue value) => value;

    /// <summary>Specs inside this one that the documentation describes in their own section.</summary>
    internal virtual IEnumerable<Spec> Parts => Element is { } element ? [element] : [];

    /// <summary>The words of the documentation's type column; sections are linked.</summary>
    internal virtual string Markdown => Expected;

    /// <summary>A number; bounds included unless <paramref name="above"/> or <paramref name="below"/> is stated instead.</summary>
    public static Spec Number(double? min = null, double? max = null, double? above = null, double? below = null) => new NumberSpec(min, max, above, below);

    /// <summary>A whole number, bounds included.</summary>
    public static Spec Integer(long min = int.MinValue, long max = int.MaxValue) => new IntegerSpec(min, max);

    /// <summary>true or false.</summary>
    public static Spec Boolean() => new BooleanSpec();

    /// <summary>Text; <paramref name="pattern"/> is a regular expression the whole text must match, <paramref name="what"/> says it in words.</summary>
    public static Spec Text(string what = "text", int minLength = 0, int maxLength = int.MaxValue, string? pattern = null) =>
        new TextSpec(what, minLength, maxLength, pattern);

    /// <summary>One of the given words.</summary>
    public static Spec Choice(params string[] words) => new ChoiceSpec(words);

    /// <summary>A list; <paramref name="what"/> names its elements in the plural.</summary>
    public static Spec List(Spec element, string what, int min = 0, int max = int.MaxValue) => new ListSpec(element, what, min, max);

    /// <summary>Numbers in rectangular nested lists; rank 1 is a plain list.</summary>
    public static Spec Numbers(int minRank, int maxRank, string what) => new NumbersSpec(minRank, maxRank, what);

    /// <summary>An object of exactly these fields. <paramref name="name"/> heads its section in the documentation.</summary>
    public static ObjectSpec Object(string name, string doc, params Field[] fields) => new(name, doc, fields);

    /// <summary>Text in both languages: <c>{"en": "…", "zh": "…"}</c>, none of them empty.</summary>
    public static ObjectSpec Bilingual() => Object("text in two languages", "Every text a person reads exists in both languages.",
        Field.Required("en", Text("text in English", 1), "English."), Field.Required("zh", Text("text in Chinese", 1), "Chinese."));

    /// <summary>The first alternative that takes the value's kind; alternatives must not share a kind.</summary>
    public static Spec Either(params Spec[] alternatives) => new EitherSpec(alternatives);

    /// <summary>Anything.</summary>
    public static Spec Any(string what) => new AnySpec(what);

    internal abstract bool Takes(JsonKind kind);

    private protected bool CheckKind(JsonValue value, Problems problems)
    {
        if (Takes(value.Kind)) return true;
        problems.Add(value, value.Shown, Expected, KindAdvice(value));
        return false;
    }

    private string? KindAdvice(JsonValue value)
    {
        if (value.Kind == JsonKind.Null) return "leave the field out";
        if (value.Kind != JsonKind.String || !Takes(JsonKind.Number)) return null;
        return value.Text is "NaN" or "Infinity" or "-Infinity" ? "only finite numbers can be given" : "numbers stand without quotes";
    }
}

/// <summary>One field of an object.</summary>
/// <param name="Name">As written in the file.</param>
/// <param name="Spec">What it may be.</param>
/// <param name="Doc">One sentence or more for the documentation.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Default">JSON of the value an absent field has; null when absence means "none".</param>
public sealed record Field(string Name, Spec Spec, string Doc, bool IsRequired, string? Default)
{
    private JsonValue? _defaultValue;

    /// <summary><see cref="Default"/> as a tree; null when there is none.</summary>
    public JsonValue? DefaultValue => Default is null ? null
        : _defaultValue ??= JsonValue.Parse(System.Text.Encoding.UTF8.GetBytes(Default), [], source: "default")
            ?? throw new ArgumentException($"the default of {Name} is {Default}, expected JSON");

    /// <summary>A field that must be there.</summary>
    public static Field Required(string name, Spec spec, string doc) => new(name, spec, doc, true, null);

    /// <summary>A field that may be left out; <paramref name="default"/> is JSON.</summary>
    public static Field Optional(string name, Spec spec, string doc, string? @default = null) => new(name, spec, doc, false, @default);
}
