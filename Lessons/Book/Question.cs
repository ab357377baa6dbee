using System.Collections.Immutable;

namespace Lessons;

/// <summary>A question asked at a scene. Its answer is evaluated on the run at the scene's moment, so it cannot become stale.</summary>
public abstract record Question
{
    /// <summary>What is asked.</summary>
    public required Text Prompt { get; init; }

    /// <summary>Up to three, each giving away more.</summary>
    public ImmutableArray<Text> Hints { get; init; } = [];

    /// <summary>Why the answer is what it is; shown once it is answered. Empty: nothing.</summary>
    public Text Explain { get; init; } = Text.None;

    /// <summary>Where it was written.</summary>
    public required Core.Place Place { get; init; }
}

/// <summary>One of several choices.</summary>
public sealed record ChoiceQuestion : Question
{
    /// <summary>The choices in the order shown.</summary>
    public required ImmutableArray<Choice> Choices { get; init; }
}

/// <summary>One choice.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Right">A condition on the run; <c>true</c> and <c>false</c> are conditions too.</param>
/// <param name="Feedback">What is said when it is chosen.</param>
/// <param name="Place">Where it was written.</param>
public sealed record Choice(Text Text, Placed<Expression> Right, Text Feedback, Core.Place Place);

/// <summary>A number to be worked out.</summary>
public sealed record NumberQuestion : Question
{
    /// <summary>The right answer.</summary>
    public required Placed<Expression> Answer { get; init; }

    /// <summary>How far off is still right.</summary>
    public required Tolerance Tolerance { get; init; }

    /// <summary>Usual mistakes.</summary>
    public ImmutableArray<Slip> Slips { get; init; } = [];
}

/// <summary>The value that a name or an element of it will have when it is written next.</summary>
public sealed record PredictQuestion : Question
{
    /// <summary>Which value.</summary>
    public required Focus Value { get; init; }

    /// <summary>How far off is still right.</summary>
    public required Tolerance Tolerance { get; init; }

    /// <summary>Usual mistakes besides those the program knows by itself.</summary>
    public ImmutableArray<Slip> Slips { get; init; } = [];
}

/// <summary>A usual mistake: what it leads to, and what to say about it.</summary>
/// <param name="Name">A word for it, e.g. <c>no-bias</c>.</param>
/// <param name="Value">The number somebody gets who makes it.</param>
/// <param name="Feedback">What is said.</param>
public sealed record Slip(string Name, Placed<Expression> Value, Text Feedback);

/// <summary>Right is |given − answer| ≤ max(absolute, relative·|answer|).</summary>
/// <param name="Absolute">In units of the answer.</param>
/// <param name="Relative">As a share of the answer.</param>
public sealed record Tolerance(double Absolute = 0, double Relative = Tolerance.Usual)
{
    /// <summary>The share where nothing is stated: 1 %.</summary>
    public const double Usual = 0.01;

    /// <summary>Whether a number is near enough; infinities and NaN only meet themselves.</summary>
    public bool Accepts(double given, double answer) =>
        given.Equals(answer) || double.IsFinite(answer) && Math.Abs(given - answer) <= Math.Max(Absolute, Relative * Math.Abs(answer));
}
