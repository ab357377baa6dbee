using System.Collections.Immutable;

namespace Core;

/// <summary>Numbers given to an item: one number (shape empty), a list, or lists of any depth.</summary>
/// <param name="Shape">Empty: one number.</param>
/// <param name="Values">Row-major.</param>
internal sealed record CalcNumbers(ImmutableArray<int> Shape, double[] Values)
{
    /// <summary>Size of the last index; 1 for one number.</summary>
    public int Width => Shape.IsEmpty ? 1 : Shape[^1];

    /// <summary>Rows of the last index.</summary>
    public int Rows => Values.Length / Width;

    /// <summary>For messages: <c>one number</c>, <c>shape [2, 3]</c>.</summary>
    public string Shown => Shape.IsEmpty ? "one number" : $"shape [{string.Join(", ", Shape)}]";

    public bool HasShapeOf(CalcNumbers other) => Shape.AsSpan().SequenceEqual(other.Shape.AsSpan());

    /// <summary>What a field may be: a number, or lists of the given ranks.</summary>
    public static Spec OneOrMany(int maxRank, string what) => Spec.Either(Spec.Number(), Spec.Numbers(1, maxRank, what));

    /// <summary>The numbers of a checked value; null when absent or malformed.</summary>
    public static CalcNumbers? Read(JsonValue? value)
    {
        if (value is { Kind: JsonKind.Number }) return new([], [value.Number]);
        return Numbers.Read(value, 1, 8) is { } given ? new([.. given.Shape], given.ToArray<double>()) : null;
    }

    /// <summary>The same in the form the operations take masks.</summary>
    public GivenValues ToGiven() => GivenValues.List(Values);
}
