namespace Core;

/// <summary>
/// The 32-bit linear congruential generator of Numerical Recipes, for experiments that other programs must be able to repeat number by number:
/// s ← s·1664525 + 1013904223 (mod 2³²), u = ⌊s/2⁸⌋ / 2²⁴. Every u is exact in single precision and 0 ≤ u &lt; 1.
/// A sequence, not a function of a place: use it for data and start weights only, never inside a run.
/// </summary>
/// <param name="seed">The first s; nothing is drawn from it before the first step.</param>
public struct Lcg(uint seed)
{
    private uint state = seed;

    /// <summary>The next u in [0, 1).</summary>
    public double Next()
    {
        state = unchecked(state * 1664525u + 1013904223u);
        return (state >> 8) / 16777216.0;
    }

    /// <summary>Fisher–Yates from the end: for i = n − 1 … 1, j = ⌊u·(i + 1)⌋, swap i and j.</summary>
    public void Shuffle<E>(Span<E> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = (int)(Next() * (i + 1));
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>The numbers 0 … n − 1 in the order that <see cref="Shuffle"/> gives.</summary>
    public static int[] Order(int n, uint seed)
    {
        var order = Enumerable.Range(0, n).ToArray();
        new Lcg(seed).Shuffle<int>(order);
        return order;
    }
}
