using System.Numerics;

namespace Core;

/// <summary>A parameter as a matrix [rows, columns] in stored order: weights [in, out], a bias [1, out].</summary>
internal static class Table
{
    public static (int Rows, int Columns) Of<T>(Buffer<T> parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        parameter.IsTransposed ? (parameter.Shape[1], parameter.Shape[0]) : (1, parameter.Capacity);

    /// <summary>The element of a parameter at a place of its table, as a symbol.</summary>
    public static Symbol<T> At<T>(Buffer<T> parameter, Operands<T> operands, int row, int column)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        parameter.IsTransposed ? operands.Symbol(parameter, column, row) : operands.Symbol(parameter, column);
}
