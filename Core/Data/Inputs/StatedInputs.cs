using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Core;

/// <summary>Input values kept as numbers in double precision.</summary>
internal sealed class StatedInputs(ImmutableArray<double> values) : InputTable
{
    /// <inheritdoc/>
    public override int Length => values.Length;

    /// <inheritdoc/>
    public override double this[int place] => values[place];

    /// <inheritdoc/>
    public override void CopyTo(int place, Span<double> target) => values.AsSpan(place, target.Length).CopyTo(target);

    internal override ReadOnlySpan<double> Row(int row, int width) => values.AsSpan(row * width, width);

    internal override InputTable Take(ReadOnlySpan<int> rows, int width) =>
        new StatedInputs(ImmutableCollectionsMarshal.AsImmutableArray(Gather.Rows(values.AsSpan(), width, rows)));

    internal override Rows<T> AsRows<T>(int width) => new(values.Length / width, width, k => values[k]);
}
