using System.Collections.Immutable;

namespace Lessons;

/// <summary>One stop of a lesson: a moment of a run, what to look at, what is said and asked.</summary>
public sealed record Scene
{
    /// <summary>Name in addresses and progress; <c>scene-K</c> where none is stated.</summary>
    public required string Id { get; init; }

    /// <summary>Heading; empty if there is none.</summary>
    public Text Title { get; init; } = Text.None;

    /// <summary>What is said.</summary>
    public required Text Text { get; init; }

    /// <summary>Which run; null: the lesson's own.</summary>
    public string? Variant { get; init; }

    /// <summary>The moment; null: where the scene before is.</summary>
    public Placed<Position>? At { get; init; }

    /// <summary>From there on to the first moment at which this holds.</summary>
    public Placed<Expression>? Until { get; init; }

    /// <summary>From there so many steps on; negative: back.</summary>
    public int Steps { get; init; }

    /// <summary>What <see cref="Steps"/> counts.</summary>
    public Ladder Per { get; init; } = Ladder.Operation;

    /// <summary>A variant shown beside it.</summary>
    public string? Compare { get; init; }

    /// <summary>What is lit.</summary>
    public Focus? Focus { get; init; }

    /// <summary>Pictures by name, most important first; empty: the program chooses.</summary>
    public ImmutableArray<string> Panels { get; init; } = [];

    /// <summary>Pictures that the scene defines itself.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>The picture that fills the screen.</summary>
    public string? Zoom { get; init; }

    /// <summary>The two parameters of the picture <c>path</c>; empty: the first two.</summary>
    public ImmutableArray<Placed<Expression>> Path { get; init; } = [];

    /// <summary>The runs of the picture <c>sweep</c>.</summary>
    public Sweep? Sweep { get; init; }

    /// <summary>The question, if one is asked.</summary>
    public Question? Ask { get; init; }

    /// <summary>For the teacher; empty: none.</summary>
    public Text Notes { get; init; } = Text.None;

    /// <summary>Where it was written.</summary>
    public required Core.Place Place { get; init; }
}

/// <summary>The steps of the ladder: what a learner's move moves by.</summary>
public enum Ladder
{
    /// <summary>One operation of the program.</summary>
    Operation,

    /// <summary>To the end of the next part of the update: forward, loss, backward, update.</summary>
    Phase,

    /// <summary>One mini-batch.</summary>
    Update,

    /// <summary>Once through the data.</summary>
    Epoch,
}

/// <summary>An element of a value.</summary>
/// <param name="Step">Name of the value, e.g. <c>layer1.z</c>.</param>
/// <param name="Index">Its element; empty: the whole value.</param>
/// <param name="Place">Where it was written.</param>
public sealed record Focus(string Step, ImmutableArray<int> Index, Core.Place Place);

/// <summary>Many runs that differ in one field, shown as one curve or a few; or in two, shown as a map.</summary>
/// <param name="Over">The field and its values.</param>
/// <param name="By">The second field and its values; null: none.</param>
/// <param name="Shows">What is shown of each run's last moment: one to three curves, one map.</param>
/// <param name="Updates">Length of each run; null: that of the experiment.</param>
/// <param name="Place">Where it was written.</param>
public sealed record Sweep(SweepAxis Over, SweepAxis? By, ImmutableArray<Placed<Expression>> Shows, long? Updates, Core.Place Place)
{
    /// <summary>Most curves of a sweep.</summary>
    public const int MostCurves = 3;
}
