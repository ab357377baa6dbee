using System.Numerics;

namespace Core;

/// <summary>
/// Copies of a program's state at the ends of updates, every so many of them; when their memory is full, every second one is dropped and the
/// distance doubled. Any moment is then the nearest copy before it, run forward.
/// </summary>
internal sealed class Checkpoints<T>(int stateLength, long memory)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SortedList<long, T[]> copies = [];

    // Copies that are dropped serve again: the memory of a long run does not grow by what it has forgotten.
    private readonly Stack<T[]> spare = [];
    private readonly int most = CheckpointPlan.Most(stateLength * (long)System.Runtime.CompilerServices.Unsafe.SizeOf<T>(), memory);

    /// <summary>Updates between copies.</summary>
    public long Distance { get; private set; } = 1;

    /// <summary>Bytes held.</summary>
    public long Bytes => copies.Count * (long)stateLength * System.Runtime.CompilerServices.Unsafe.SizeOf<T>();

    /// <summary>Keeps the state after <paramref name="update"/>, if it is one of those that are kept.</summary>
    public void Offer(long update, ReadOnlySpan<T> state)
    {
        if (update % Distance != 0 || copies.ContainsKey(update)) return;
        if (copies.Count >= most) Thin();
        if (update % Distance != 0) return;
        var copy = spare.TryPop(out var used) ? used : new T[stateLength];
        state.CopyTo(copy);
        copies.Add(update, copy);
    }

    /// <summary>The last copy at or before <paramref name="update"/>, or nothing.</summary>
    public (long Update, T[] State)? Before(long update)
    {
        int low = 0, high = copies.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (copies.Keys[middle] <= update) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? null : (copies.Keys[low - 1], copies.Values[low - 1]);
    }

    /// <summary>Forgets everything after <paramref name="update"/>.</summary>
    public void ForgetAfter(long update)
    {
        while (copies.Count > 0 && copies.Keys[^1] > update) Drop(copies.Count - 1);
    }

    private void Thin()
    {
        Distance *= 2;
        for (var k = copies.Count - 1; k >= 0; k--)
            if (copies.Keys[k] % Distance != 0)
                Drop(k);
    }

    private void Drop(int place)
    {
        spare.Push(copies.Values[place]);
        copies.RemoveAt(place);
    }
}
