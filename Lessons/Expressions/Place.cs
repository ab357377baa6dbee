namespace Lessons;

/// <summary>Where something stands in a text: UTF-16 offsets, end exclusive. All places are equal, so that trees compare by meaning.</summary>
public readonly struct Place(int start, int end) : IEquatable<Place>
{
    /// <summary>Offset of the first character.</summary>
    public int Start { get; } = start;

    /// <summary>Offset after the last character.</summary>
    public int End { get; } = end;

    /// <summary>From the start of this place to the end of <paramref name="last"/>.</summary>
    public Place To(Place last) => new(Start, last.End);

    /// <summary>Always true: a tree is the same tree wherever it was written.</summary>
    public bool Equals(Place other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is Place;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
