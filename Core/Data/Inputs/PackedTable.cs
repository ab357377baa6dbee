namespace Core;

/// <summary>The input columns of a table, packed: numbers, and texts as codes, each of which is an input of 0 or 1.</summary>
/// <param name="blocks">The rows.</param>
/// <param name="blockRows">Rows of a block.</param>
/// <param name="orders">For each column of texts the place of every code among its inputs; null for numbers.</param>
internal sealed class PackedTable(PackedRows[] blocks, int blockRows, int[]?[] orders)
{
    private readonly int[] firsts = Firsts(orders);

    /// <summary>Inputs of a row.</summary>
    internal int Width { get; } = orders.Sum(order => order?.Length ?? 1);

    /// <summary>No number is greater, whatever its sign.</summary>
    internal double Largest { get; } = blocks.Max(block => block.Largest);

    /// <summary>Bytes held.</summary>
    internal long Bytes => blocks.Sum(block => (long)block.Bytes);

    /// <summary>The inputs of a row [<see cref="Width"/>]; NaN where nothing was given.</summary>
    internal void Read(int row, Span<double> inputs)
    {
        var (block, place) = Math.DivRem(row, blockRows);
        var packed = blocks[block];
        for (var column = 0; column < orders.Length; column++)
        {
            var cell = packed[place, column];
            if (orders[column] is not { } order)
            {
                inputs[firsts[column]] = cell;
                continue;
            }
            var own = inputs.Slice(firsts[column], order.Length);
            own.Fill(double.IsNaN(cell) ? cell : 0);
            if (!double.IsNaN(cell)) own[order[(int)cell]] = 1;
        }
    }

    private static int[] Firsts(int[]?[] orders)
    {
        var firsts = new int[orders.Length];
        for (var column = 1; column < firsts.Length; column++) firsts[column] = firsts[column - 1] + (orders[column - 1]?.Length ?? 1);
        return firsts;
    }
}
