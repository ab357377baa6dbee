using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>One result of a calculation, to be printed as a trace record of update 0.</summary>
/// <param name="Name">The item's id, a dot and what it is: <c>mine.gradient</c>.</param>
/// <param name="Phase">The part of an update that computes such a value.</param>
/// <param name="Shape">Empty: one number.</param>
/// <param name="Values">Row-major; with <see cref="Precision.Single"/> each is exactly a float32.</param>
/// <param name="Precision">Arithmetic the values were computed in.</param>
public sealed record CalcRecord(string Name, Phase Phase, ImmutableArray<int> Shape, ImmutableArray<double> Values, Precision Precision)
{
    /// <summary>The same as a record of a trace, of update 0.</summary>
    /// <param name="step">Its place among the records, counted from 1.</param>
    /// <typeparam name="T">The type of <see cref="Precision"/>.</typeparam>
    public TraceRecord<T> Trace<T>(int step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(0, step, Phase, Name, Shape, [.. Values.Select(T.CreateTruncating)]);

    /// <summary><c>mine.gradient = [[0.5, 0], [1, 0.1]]</c>, in the fewest digits that read back to the same numbers in their precision.</summary>
    public override string ToString()
    {
        string[] digits = [.. Values.Select(value => Precision == Precision.Single ? TraceDigits.Of((float)value) : TraceDigits.Of(value))];
        return $"{Name} = {Nested(digits, Shape.AsSpan())}";
    }

    private static string Nested(ReadOnlySpan<string> digits, ReadOnlySpan<int> shape)
    {
        if (shape.IsEmpty) return digits[0];
        var parts = new string[shape[0]];
        for (var k = 0; k < parts.Length; k++) parts[k] = Nested(digits.Slice(k * digits.Length / parts.Length, digits.Length / parts.Length), shape[1..]);
        return $"[{string.Join(", ", parts)}]";
    }
}
