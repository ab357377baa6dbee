namespace Core;

/// <summary>A moment of a run: after <paramref name="Step"/> steps of update <paramref name="Update"/>. The initial state is (0, 0).</summary>
/// <param name="Update">Update, counted from 1; 0 before the first.</param>
/// <param name="Step">Steps of this update already done, at least 1; 0 only in the initial state.</param>
public readonly record struct Moment(long Update, int Step) : IComparable<Moment>
{
    /// <summary>Before the first update.</summary>
    public static Moment Start => default;

    /// <inheritdoc/>
    public int CompareTo(Moment other) => Update != other.Update ? Update.CompareTo(other.Update) : Step.CompareTo(other.Step);

    /// <summary>update:step</summary>
    public override string ToString() => $"{Update}:{Step}";
}
