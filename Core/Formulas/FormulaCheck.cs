using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>
/// A formula calculated again in double precision, with a bound on what rounding may have done to the result in the run's own precision.
/// </summary>
/// <param name="Value">The value in double precision, from the same operands.</param>
/// <param name="Bound">Largest difference that rounding explains; infinite where nothing can be said.</param>
public readonly record struct FormulaCheck(double Value, double Bound)
{
    // Largest error of the project's own elementary functions, in units in the last place.
    private const double FunctionUlps = 4;

    /// <summary>Running error analysis (Wilkinson 1963; Higham, Accuracy and Stability, section 3.3) along the formula.</summary>
    public static FormulaCheck Of<T>(Formula<T> formula)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var bound = Error(formula, double.CreateTruncating(T.BitIncrement(T.One) - T.One)).Bound;
        return new(formula.Check(), bound);
    }

    /// <summary>Whether a result agrees with the check.</summary>
    public bool Agrees(double result) =>
        double.IsNaN(Value) || double.IsInfinity(Value) || double.IsNaN(result) || double.IsInfinity(result)
            ? Value.Equals(result) || Math.Abs(Value) > float.MaxValue || !double.IsFinite(Bound)
            : Math.Abs(Value - result) <= Bound;

    private static FormulaCheck Error<T>(Formula<T> formula, double unit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (formula)
        {
            case Formula<T>.Operand operand: return new(double.CreateTruncating(operand.Value), 0);
            case Formula<T>.Number number: return new(double.CreateTruncating(number.Value), 0);
            case Formula<T>.Binary binary: return Join(binary.Kind, Error(binary.Left, unit), Error(binary.Right, unit), unit);
            case Formula<T>.Unary unary: return Apply(unary, Error(unary.Argument, unit), unit);
            case Formula<T>.Choice choice: return Error(choice.Condition.Holds() ? choice.Yes : choice.No, unit);
            case Formula<T>.Chain chain:
                var sum = new FormulaCheck(0, 0);
                foreach (var term in chain.Terms) sum = Join(BinaryKind.Add, sum, Error(term, unit), unit);
                return sum;
            case Formula<T>.Largest largest:
                ImmutableArray<FormulaCheck> all = [.. largest.Terms.Select(term => Error(term, unit))];
                return new(all.Max(part => part.Value), all.Max(part => part.Bound));
            default: return new(formula.Check(), 0);
        }
    }

    private static FormulaCheck Join(BinaryKind kind, FormulaCheck a, FormulaCheck b, double unit)
    {
        var (value, error) = kind switch
        {
            BinaryKind.Add => (a.Value + b.Value, a.Bound + b.Bound),
            BinaryKind.Subtract => (a.Value - b.Value, a.Bound + b.Bound),
            BinaryKind.Multiply => (a.Value * b.Value, Math.Abs(a.Value) * b.Bound + Math.Abs(b.Value) * a.Bound + a.Bound * b.Bound),
            _ => (a.Value / b.Value, (a.Bound + Math.Abs(a.Value / b.Value) * b.Bound) / Math.Max(0, Math.Abs(b.Value) - b.Bound)),
        };
        return Rounded(value, error, unit);
    }

    private static FormulaCheck Apply<T>(Formula<T>.Unary unary, FormulaCheck a, double unit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var value = (unary with { Argument = new Formula<T>.Number(T.CreateTruncating(a.Value), null) }).Check();
        var slope = unary.Kind switch
        {
            UnaryKind.Exp or UnaryKind.Expm1 => ScalarMath<double>.Exp(a.Value + a.Bound),
            UnaryKind.Log => 1 / Math.Max(0, a.Value - a.Bound),
            UnaryKind.Log1p => 1 / Math.Max(0, 1 + a.Value - a.Bound),
            UnaryKind.Sqrt => a.Bound == 0 ? 0 : 0.5 / Math.Sqrt(Math.Max(0, a.Value - a.Bound)),
            UnaryKind.Erf => 1.2,
            _ => 1,
        };
        var carried = a.Bound == 0 ? 0 : slope * a.Bound;
        // |√(a ± e) − √a| ≤ √e also where the slope has no bound.
        if (unary.Kind == UnaryKind.Sqrt) carried = Math.Min(carried, Math.Sqrt(a.Bound));
        return unary.Kind is UnaryKind.Negate or UnaryKind.Abs ? new(value, carried) : Rounded(value, carried, FunctionUlps * unit);
    }

    // Values below the smallest normal single flush to 0 or lose digits; that much is allowed everywhere.
    private static FormulaCheck Rounded(double value, double error, double unit) => new(value, error + (Math.Abs(value) + error) * unit + 1.2e-38 * (unit > 1e-12 ? 1 : 0));
}
