using System.Numerics;

namespace Core;

/// <summary>The matrix among parameters side by side that threads share by columns: it begins <paramref name="First"/> elements behind the first parameter.</summary>
/// <param name="First">Its first element.</param>
/// <param name="Rows">Rows as stored.</param>
/// <param name="Columns">Columns as stored, a multiple of 16: no register reaches into a column of another thread.</param>
internal readonly record struct SharedMatrix(int First, int Rows, int Columns)
{
    private const int Unit = 16, FewestColumns = 32;

    /// <summary>The largest of the parameters, if it is wide enough and most of all elements are its.</summary>
    public static unsafe SharedMatrix? In<T>(IReadOnlyList<Buffer<T>> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var largest = parameters.MaxBy(parameter => parameter.Capacity)!;
        if (!largest.IsTransposed || 2L * largest.Capacity <= parameters.Sum(parameter => (long)parameter.Capacity)) return null;
        var (rows, columns) = (largest.Shape[1], largest.Shape[0]);
        return columns >= FewestColumns && columns % Unit == 0 ? new((int)(largest.Pointer - parameters[0].Pointer), rows, columns) : null;
    }
}
