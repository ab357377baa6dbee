using System.Collections.Immutable;
using System.Globalization;

namespace Core;

/// <summary>One result of a calculation, to be printed as a trace record of update 0.</summary>
/// <param name="Name">The item's id, a dot and what it is: <c>mine.gradient</c>.</param>
/// <param name="Phase">The part of an update that computes such a value.</param>
/// <param name="Shape">Empty: one number.</param>
/// <param name="Values">Row-major; with <see cref="Precision.Single"/> each is exactly a float32.</param>
/// <param name="Precision">Arithmetic the values were computed in.</param>
public sealed record CalcRecord(string Name, Phase Phase, ImmutableArray<int> Shape, ImmutableArray<double> Values, Precision Precision)
{
    /// <summary>The fewest digits that read back to the same number in the record's precision: 0.1, not 0.10000000149011612.</summary>
    public string Shown(int index) => Precision == Precision.Single
        ? ((float)Values[index]).ToString("R", CultureInfo.InvariantCulture)
        : Values[index].ToString("R", CultureInfo.InvariantCulture);
}
