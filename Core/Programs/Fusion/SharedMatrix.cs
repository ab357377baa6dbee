using System.Numerics;

namespace Core;

/// <summary>The matrix among parameters side by side that threads share by rows as stored, its inputs; it is most of the parameters.</summary>
/// <param name="First">Its first element, counted from the first parameter.</param>
/// <param name="Rows">Its inputs.</param>
/// <param name="Columns">Its outputs.</param>
internal readonly record struct SharedMatrix(int First, int Rows, int Columns)
{
    /// <summary>Parts begin at multiples of this many rows.</summary>
    public const int Unit = 4;

    private const int Register = 16, FewestRows = 32;

    /// <summary>Whether threads can share a matrix by rows: a row must be whole registers, or it would reach into a row of another thread.</summary>
    public static bool CanSplit(int rows, int columns) => rows >= FewestRows && columns % Register == 0;

    /// <summary>The largest of the parameters, if it is most of them and can be shared.</summary>
    public static unsafe SharedMatrix? In<T>(IReadOnlyList<Buffer<T>> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var largest = parameters.MaxBy(parameter => parameter.Capacity)!;
        if (!largest.IsTransposed || 2L * largest.Capacity <= parameters.Sum(parameter => (long)parameter.Capacity)) return null;
        var (rows, columns) = (largest.Shape[1], largest.Shape[0]);
        return CanSplit(rows, columns) ? new((int)(largest.Pointer - parameters[0].Pointer), rows, columns) : null;
    }
}
