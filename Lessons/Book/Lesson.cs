using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>One lesson: a run of the engine, and the scenes a learner is led through.</summary>
public sealed record Lesson
{
    /// <summary>Name in addresses and on the command line.</summary>
    public required string Id { get; init; }

    /// <summary>Title in the menu.</summary>
    public required Text Title { get; init; }

    /// <summary>One or two sentences for the menu.</summary>
    public required Text Summary { get; init; }

    /// <summary>How long it takes.</summary>
    public required int Minutes { get; init; }

    /// <summary>Words to find it by.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Ids of lessons to be done before.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Ids of glossary terms it introduces.</summary>
    public ImmutableArray<string> Terms { get; init; } = [];

    /// <summary>The experiment as written, for overrides and forks.</summary>
    public required JsonValue Source { get; init; }

    /// <summary>The experiment of the lesson itself.</summary>
    public required Experiment Experiment { get; init; }

    /// <summary>The experiment with changes, by name.</summary>
    public ImmutableArray<Variant> Variants { get; init; } = [];

    /// <summary>What is shown, in order.</summary>
    public required ImmutableArray<Scene> Scenes { get; init; }

    /// <summary>Facts the run must show.</summary>
    public ImmutableArray<Claim> Claims { get; init; } = [];

    /// <summary>The sentence a learner leaves with.</summary>
    public required Text Takeaway { get; init; }

    /// <summary>What to try alone afterwards; empty: nothing said.</summary>
    public Text Sandbox { get; init; } = Text.None;

    /// <summary>Where it was written.</summary>
    public required Core.Place Place { get; init; }

    /// <summary>The variant of an id, or null.</summary>
    public Variant? Variant(string id) => Variants.FirstOrDefault(variant => variant.Id == id);
}

/// <summary>The lesson's experiment with some fields changed.</summary>
/// <param name="Id">Name in scenes, expressions and addresses.</param>
/// <param name="Title">What it is called on the screen.</param>
/// <param name="Set">Changed fields: keys as in <see cref="Override"/>, values as JSON.</param>
/// <param name="Experiment">The experiment that results.</param>
public sealed record Variant(string Id, Text Title, ImmutableArray<KeyValuePair<string, JsonValue>> Set, Experiment Experiment);

/// <summary>A fact that <c>sim check</c> tries on the run.</summary>
/// <param name="Text">The fact in words.</param>
/// <param name="Holds">The fact as a condition.</param>
/// <param name="Variant">On which variant; null: the lesson's own run.</param>
/// <param name="At">At which moment.</param>
public sealed record Claim(Text Text, Placed<Expression> Holds, string? Variant, Placed<Position> At);
