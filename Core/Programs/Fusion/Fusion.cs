using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>
/// The lists that fast training runs: observations left out, neighbours that go together run as one. Every buffer that a fused operation
/// leaves is bit-equal to what the plain list leaves.
/// </summary>
/// <param name="Always">What every update runs, in order.</param>
/// <param name="AtTimes">What follows at some updates only: see <see cref="Operation{T}.IsActive"/>.</param>
internal sealed record Fusion<T>(ImmutableArray<Operation<T>> Always, ImmutableArray<Operation<T>> AtTimes)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Fuses a list whose buffers have their memory.</summary>
    public static Fusion<T> Of(ImmutableArray<Operation<T>> operations)
    {
        var needed = operations.Where(operation => !operation.IsObservation).ToLookup(operation => operation.Phase);
        List<Operation<T>> always = [.. needed[Phase.Batch], .. needed[Phase.Forward], .. needed[Phase.Loss], .. needed[Phase.Backward]];
        FusedOutput<T>.Apply(always);
        FusedDense<T>.Apply(always);
        FusedGradients<T>.Apply(always);
        FusedInputGradient<T>.Apply(always);
        List<Operation<T>> update = [.. needed[Phase.Update]];
        FusedAdam<T>.Apply(update);
        AllParameters<T>.Apply(update);
        return new([.. always, .. update], [.. needed[Phase.Evaluate]]);
    }
}
