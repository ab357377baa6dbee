using System.Collections.Immutable;

namespace Sim;

internal enum CursorMove { Left, Right, Up, Down, PageUp, PageDown, Home, End }

/// <summary>The chosen element of a tensor, moved by keys: left and right along the last index, up and down along the one before, pages along the first.</summary>
internal static class ElementCursor
{
    public static ImmutableArray<int> First(ImmutableArray<int> shape) => [.. shape.Select(_ => 0)];

    /// <summary>The element nearest to the wished one: as many indices as the shape has, each inside it.</summary>
    /// <remarks>From one step to the next the last indices are kept, so that [sample, unit] of z stays [sample, unit] of a, and [unit] of a bias its unit.</remarks>
    public static ImmutableArray<int> Clamp(ImmutableArray<int> shape, ImmutableArray<int> wished)
    {
        var element = ImmutableArray.CreateBuilder<int>(shape.Length);
        for (int d = 0; d < shape.Length; d++)
        {
            int from = wished.Length - shape.Length + d;
            element.Add(Math.Clamp(from >= 0 ? wished[from] : 0, 0, Math.Max(0, shape[d] - 1)));
        }
        return element.MoveToImmutable();
    }

    /// <summary>The element after a key. Past the end of a row the next row begins; past the last element the first one.</summary>
    public static ImmutableArray<int> Move(ImmutableArray<int> shape, ImmutableArray<int> element, CursorMove move)
    {
        element = Clamp(shape, element);
        if (shape.IsEmpty || shape.Contains(0)) return element;
        int last = shape.Length - 1;
        return move switch
        {
            CursorMove.Left => Step(shape, element, last, -1),
            CursorMove.Right => Step(shape, element, last, 1),
            CursorMove.Up => Step(shape, element, Math.Max(0, last - 1), -1),
            CursorMove.Down => Step(shape, element, Math.Max(0, last - 1), 1),
            CursorMove.PageUp => Step(shape, element, 0, -1),
            CursorMove.PageDown => Step(shape, element, 0, 1),
            CursorMove.Home => element.SetItem(last, 0),
            _ => element.SetItem(last, shape[last] - 1),
        };
    }

    // One index changes; when it leaves its range it comes in again at the other end and the index before it follows.
    private static ImmutableArray<int> Step(ImmutableArray<int> shape, ImmutableArray<int> element, int dimension, int by)
    {
        for (int d = dimension; d >= 0; d--)
        {
            int next = element[d] + by;
            if (next >= 0 && next < shape[d]) return element.SetItem(d, next);
            element = element.SetItem(d, by > 0 ? 0 : shape[d] - 1);
        }
        return element;
    }
}
