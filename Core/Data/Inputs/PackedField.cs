using System.Runtime.InteropServices;

namespace Core;

/// <summary>How the numbers of a column are kept.</summary>
internal enum PackedKind : byte
{
    /// <summary>A whole number of one byte over a power of ten.</summary>
    Byte,

    /// <summary>Of two bytes.</summary>
    Short,

    /// <summary>Of four bytes.</summary>
    Whole,

    /// <summary>Single precision, where that is exact.</summary>
    Single,

    /// <summary>Double precision.</summary>
    Double,
}

/// <summary>
/// A column of packed rows: each number as n / 10^digits with a whole n as small as its column allows, else as it is. Nothing is lost: a decimal of at
/// most 15 digits is the correctly rounded quotient of two numbers that double precision holds exactly, which is what division gives.
/// </summary>
/// <param name="Kind">What n is kept as.</param>
/// <param name="Digits">Digits behind the point, 0 to <see cref="MostDigits"/>.</param>
/// <param name="Offset">Its place in a row, in bytes.</param>
internal readonly record struct PackedField(PackedKind Kind, int Digits, int Offset)
{
    internal const int MostDigits = 9;

    private static readonly double[] Tens = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

    /// <summary>Bytes of a number.</summary>
    internal int Size => Kind switch { PackedKind.Byte => 1, PackedKind.Short => 2, PackedKind.Double => 8, _ => 4 };

    /// <summary>The smallest way to keep every <paramref name="stride"/>th of the cells exactly, from one on; NaN is a gap.</summary>
    internal static PackedField For(ReadOnlySpan<double> cells, int first, int stride, int offset)
    {
        var (digits, isSingle, most) = (0, true, 0.0);
        for (var k = first; k < cells.Length; k += stride)
        {
            var cell = cells[k];
            if (double.IsNaN(cell)) continue;
            isSingle &= (float)cell == cell;
            while (digits <= MostDigits && !IsExact(cell, digits)) digits++;
            most = Math.Max(most, Math.Abs(cell));
        }
        // One more than the greatest n that is used: the least whole number of every kind means a gap.
        var n = digits <= MostDigits ? Math.Round(most * Tens[digits]) + 1 : double.PositiveInfinity;
        return n <= sbyte.MaxValue ? new(PackedKind.Byte, digits, offset)
            : n <= short.MaxValue ? new(PackedKind.Short, digits, offset)
            : n <= int.MaxValue ? new(PackedKind.Whole, digits, offset)
            : isSingle ? new(PackedKind.Single, 0, offset)
            : new(PackedKind.Double, 0, offset);
    }

    private static bool IsExact(double cell, int digits) =>
        Math.Round(cell * Tens[digits]) is var n && Math.Abs(n) < int.MaxValue && BitConverter.DoubleToInt64Bits((int)n / Tens[digits]) == BitConverter.DoubleToInt64Bits(cell);

    /// <summary>Writes a number into its row.</summary>
    internal void Write(Span<byte> row, double cell)
    {
        var place = row[Offset..];
        var isGap = double.IsNaN(cell);
        switch (Kind)
        {
            case PackedKind.Byte: place[0] = (byte)(isGap ? sbyte.MinValue : (sbyte)Whole(cell)); break;
            case PackedKind.Short: MemoryMarshal.Write(place, isGap ? short.MinValue : (short)Whole(cell)); break;
            case PackedKind.Whole: MemoryMarshal.Write(place, isGap ? int.MinValue : Whole(cell)); break;
            case PackedKind.Single: MemoryMarshal.Write(place, (float)cell); break;
            default: MemoryMarshal.Write(place, cell); break;
        }
    }

    /// <summary>The number of a row, or NaN for a gap.</summary>
    internal double Read(ReadOnlySpan<byte> row)
    {
        var place = row[Offset..];
        return Kind switch
        {
            PackedKind.Byte => (sbyte)place[0] is var n && n == sbyte.MinValue ? double.NaN : n / Tens[Digits],
            PackedKind.Short => MemoryMarshal.Read<short>(place) is var n && n == short.MinValue ? double.NaN : n / Tens[Digits],
            PackedKind.Whole => MemoryMarshal.Read<int>(place) is var n && n == int.MinValue ? double.NaN : n / Tens[Digits],
            PackedKind.Single => MemoryMarshal.Read<float>(place),
            _ => MemoryMarshal.Read<double>(place),
        };
    }

    private int Whole(double cell) => (int)Math.Round(cell * Tens[Digits]);
}
