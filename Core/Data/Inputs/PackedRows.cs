namespace Core;

/// <summary>Rows of numbers kept small, one behind the other; each column as it needs it in these rows.</summary>
internal sealed class PackedRows
{
    private readonly PackedField[] fields;
    private readonly byte[] bytes;
    private readonly int stride;

    /// <summary>Packs whole rows of so many columns; NaN is a gap.</summary>
    internal PackedRows(ReadOnlySpan<double> cells, int columns)
    {
        fields = new PackedField[columns];
        for (var column = 0; column < columns; column++)
        {
            fields[column] = PackedField.For(cells, column, columns, stride);
            stride += fields[column].Size;
        }
        bytes = new byte[cells.Length / columns * stride];
        for (var k = 0; k < cells.Length; k++)
        {
            fields[k % columns].Write(bytes.AsSpan(k / columns * stride, stride), cells[k]);
            if (Math.Abs(cells[k]) > Largest) Largest = Math.Abs(cells[k]);
        }
    }

    /// <summary>No number is greater, whatever its sign.</summary>
    internal double Largest { get; }

    /// <summary>Bytes held.</summary>
    internal int Bytes => bytes.Length;

    /// <summary>A number, or NaN for a gap.</summary>
    internal double this[int row, int column] => fields[column].Read(bytes.AsSpan(row * stride, stride));
}

/// <summary>Packs numbers that come one by one, row by row, a block of rows at a time.</summary>
internal sealed class RowPacker
{
    private const int CellsOfBlock = 1 << 17, LeastRows = 16;

    private readonly int columns;
    private readonly double[] cells;
    private readonly List<PackedRows> blocks = [];
    private int used;

    internal RowPacker(int columns)
    {
        this.columns = columns;
        BlockRows = Math.Max(LeastRows, CellsOfBlock / columns);
        cells = new double[BlockRows * columns];
    }

    /// <summary>Rows of every block but the last.</summary>
    internal int BlockRows { get; }

    /// <summary>The next number; NaN is a gap.</summary>
    internal void Add(double cell)
    {
        cells[used++] = cell;
        if (used == cells.Length) Close();
    }

    /// <summary>All blocks.</summary>
    internal PackedRows[] Finish()
    {
        if (used > 0) Close();
        return [.. blocks];
    }

    private void Close()
    {
        blocks.Add(new(cells.AsSpan(0, used), columns));
        used = 0;
    }
}
