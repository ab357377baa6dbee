using System.Numerics;

namespace Core;

/// <summary>
/// Values changed by hand: the whole state behind each change, by the moment it was made (at the end of an update: step MaxValue).
/// A run that comes over such a moment takes its state over.
/// </summary>
internal sealed class Changes<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SortedList<Moment, T[]> states = [];

    /// <summary>Keeps the state at a moment and forgets the changes behind it.</summary>
    public void Keep(Moment moment, ReadOnlySpan<T> state)
    {
        while (states.Count > 0 && states.Keys[^1].CompareTo(moment) > 0) states.RemoveAt(states.Count - 1);
        states[moment] = state.ToArray();
    }

    /// <summary>Writes the state that a change left at this moment, if there was one.</summary>
    public void Apply(Moment moment, Span<T> state)
    {
        if (states.TryGetValue(moment, out var changed)) changed.CopyTo(state);
    }

    /// <summary>Whether something was changed within an update or at its end.</summary>
    public bool IsIn(long update)
    {
        foreach (var moment in states.Keys)
            if (moment.Update == update)
                return true;
        return false;
    }
}
