using System.Collections.Immutable;

namespace Core;

/// <summary>
/// Inputs kept packed: a table of hundreds of megabytes is held once, in less room than its text, and standardised row by row when it is read, which
/// gives the same bits as standardising everything beforehand.
/// </summary>
/// <param name="table">All rows.</param>
/// <param name="count">Rows.</param>
/// <param name="rows">Which of them, in which order; null: all.</param>
internal sealed class PackedInputs(PackedTable table, int count, int[]? rows = null) : InputTable
{
    // Below, a table of numbers is quicker and takes nothing that matters.
    private const int FewValues = 1 << 20;

    private int Width => table.Width;

    /// <summary>No number of the table is greater, whatever its sign.</summary>
    internal double Largest => table.Largest;

    /// <summary>What stands where nothing was given, for each input; null: 0.</summary>
    internal ImmutableArray<double>? Gaps { get; init; }

    /// <summary>How they are scaled, or nothing.</summary>
    internal Standardisation? Scale { get; init; }

    /// <inheritdoc/>
    public override int Length => count * Width;

    /// <inheritdoc/>
    public override double this[int place] => Row(place / Width, Width)[place % Width];

    /// <inheritdoc/>
    public override void CopyTo(int place, Span<double> target)
    {
        var one = new double[Width];
        for (var done = 0; done < target.Length;)
        {
            var (row, first) = Math.DivRem(place + done, Width);
            var length = Math.Min(Width - first, target.Length - done);
            if (length == Width) Read(row, target.Slice(done, length));
            else
            {
                Read(row, one);
                one.AsSpan(first, length).CopyTo(target[done..]);
            }
            done += length;
        }
    }

    /// <summary>The inputs of a row as they were given; NaN where nothing was.</summary>
    internal void ReadGiven(int row, Span<double> inputs) => table.Read(rows is null ? row : rows[row], inputs);

    /// <summary>The inputs of a row, filled and scaled.</summary>
    internal void Read(int row, Span<double> inputs)
    {
        ReadGiven(row, inputs);
        for (var k = 0; k < inputs.Length; k++)
            if (double.IsNaN(inputs[k])) inputs[k] = Gaps is { } gaps ? gaps[k] : 0;
        Scale?.Apply(inputs);
    }

    internal override ReadOnlySpan<double> Row(int row, int width)
    {
        var inputs = new double[width];
        Read(row, inputs);
        return inputs;
    }

    internal override InputTable Take(ReadOnlySpan<int> chosen, int width)
    {
        var taken = chosen.ToArray();
        if (rows is not null)
            for (var k = 0; k < taken.Length; k++) taken[k] = rows[taken[k]];
        return new PackedInputs(table, taken.Length, taken) { Gaps = Gaps, Scale = Scale };
    }

    /// <summary>With something in the places where nothing was given.</summary>
    internal PackedInputs Filled(double[]? values) => new(table, count, rows) { Gaps = values is null ? null : [.. values], Scale = Scale };

    /// <summary>Scaled when they are read.</summary>
    internal PackedInputs Scaled(Standardisation scale) => new(table, count, rows) { Gaps = Gaps, Scale = scale };

    internal override Rows<T> AsRows<T>(int width)
    {
        if (Length > FewValues) return new(count, width, this, Convert);
        var values = ToArray();
        return new(count, width, place => values[place]);

        void Convert(int row, Span<T> target)
        {
            Span<double> inputs = width <= 256 ? stackalloc double[width] : new double[width];
            Read(row, inputs);
            for (var k = 0; k < inputs.Length; k++) target[k] = T.CreateTruncating(inputs[k]);
        }
    }
}
