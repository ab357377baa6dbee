namespace Core;

/// <summary>Row-major matrices as flat arrays.</summary>
internal static class Matrix
{
    /// <summary>Turns <paramref name="values"/> [rows, columns] into [columns, rows].</summary>
    public static T[] Transpose<T>(ReadOnlySpan<T> values, int rows, int columns)
    {
        var turned = new T[rows * columns];
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
                turned[c * rows + r] = values[r * columns + c];
        return turned;
    }
}
