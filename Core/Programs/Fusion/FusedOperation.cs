using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>
/// Several operations of the list run as one. Not a step that is ever shown: it explains nothing, and leaves the bits that its parts leave.
/// </summary>
internal abstract class FusedOperation<T>(params ImmutableArray<Operation<T>> parts)
    : Operation<T>(parts[^1].Phase, string.Join("; ", parts.Select(part => part.Rule)), parts[^1].Output, [.. parts.SelectMany(part => part.Inputs)])
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        throw new NotSupportedException($"{Output.Name}: a fused operation is never shown. Ask the operation of the list.");
}
