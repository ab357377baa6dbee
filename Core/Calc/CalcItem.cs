using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>One checked item of a calculation file.</summary>
public sealed class CalcItem
{
    private readonly ICalculation calculation;
    private readonly CalcKind kind;

    internal CalcItem(string id, CalcKind kind, Precision precision, ICalculation calculation) =>
        (Id, this.kind, Precision, this.calculation) = (id, kind, precision, calculation);

    /// <summary>What its records' names begin with.</summary>
    public string Id { get; }

    /// <summary>The <c>type</c> in the file, for example <c>activation</c>.</summary>
    public string Kind => kind.Name;

    /// <summary>Arithmetic of the operations; metrics, splits and standardisation are in double whatever it says, as in a run.</summary>
    public Precision Precision { get; }

    /// <summary>Computes the item.</summary>
    public IReadOnlyList<CalcRecord> Run() => Precision == Precision.Single ? Run<float>() : Run<double>();

    private IReadOnlyList<CalcRecord> Run<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. calculation.Run<T>().Select(value => new CalcRecord($"{Id}.{value.Name}", value.Phase ?? kind.Phase, value.Shape, [.. value.Values], value.IsDouble ? Precision.Double : Precision))];
}

/// <summary>A rule with its numbers.</summary>
internal interface ICalculation
{
    /// <summary>Computes it in <typeparamref name="T"/>.</summary>
    IEnumerable<CalcValue> Run<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>One result before the item's id is put in front.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Shape">Empty: one number.</param>
/// <param name="Values">Row-major.</param>
/// <param name="IsDouble">Computed in double precision also when the item is not.</param>
/// <param name="Phase">Part of an update it would belong to; null = that of its item's kind.</param>
internal sealed record CalcValue(string Name, ImmutableArray<int> Shape, double[] Values, bool IsDouble, Phase? Phase)
{
    /// <summary>A result in the item's precision.</summary>
    public static CalcValue Of<T>(string name, ImmutableArray<int> shape, IEnumerable<T> values, Phase? phase = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(name, shape, [.. values.Select(double.CreateTruncating)], false, phase);

    /// <summary>A result that is always in double precision.</summary>
    public static CalcValue Double(string name, ImmutableArray<int> shape, params double[] values) => new(name, shape, values, true, null);
}
