using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>The value of a formula, recomputed from its operands in its own order.</summary>
public static class FormulaEvaluation
{
    /// <summary>The value in the formula's own precision: the bits that the operation wrote.</summary>
    public static T Evaluate<T>(this Formula<T> formula)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Evaluate<T, T>(formula);

    /// <summary>The value in double precision, from the same operands: the independent check of a single precision result.</summary>
    public static double Check<T>(this Formula<T> formula)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Evaluate<T, double>(formula);

    private static R Evaluate<T, R>(Formula<T> formula)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where R : unmanaged, IBinaryFloatingPointIeee754<R> => formula switch
        {
            Formula<T>.Operand operand => R.CreateTruncating(operand.Value),
            Formula<T>.Number number => R.CreateTruncating(number.Value),
            Formula<T>.Binary binary => Apply(binary.Kind, Evaluate<T, R>(binary.Left), Evaluate<T, R>(binary.Right)),
            Formula<T>.Unary unary => Apply(unary.Kind, Evaluate<T, R>(unary.Argument)),
            Formula<T>.Comparison comparison => Holds<T, R>(comparison) ? R.One : R.Zero,
            Formula<T>.Choice choice => Evaluate<T, R>(Holds<T, R>(choice.Condition) ? choice.Yes : choice.No),
            Formula<T>.Chain chain => Sum<T, R>(chain.Terms),
            Formula<T>.Largest largest => Max<T, R>(largest.Terms),
            _ => throw new InvalidOperationException($"No evaluation for {formula.GetType().Name}."),
        };

    /// <summary>Whether the condition holds; false where a side is not a number.</summary>
    public static bool Holds<T>(this Formula<T>.Comparison comparison)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Holds<T, T>(comparison);

    private static bool Holds<T, R>(Formula<T>.Comparison comparison)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where R : unmanaged, IBinaryFloatingPointIeee754<R>
    {
        var left = Evaluate<T, R>(comparison.Left);
        var right = Evaluate<T, R>(comparison.Right);
        return comparison.Kind switch
        {
            ComparisonKind.Less => left < right,
            ComparisonKind.LessOrEqual => left <= right,
            _ => left == right,
        };
    }

    private static R Sum<T, R>(ImmutableArray<Formula<T>> terms)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where R : unmanaged, IBinaryFloatingPointIeee754<R>
    {
        var sum = R.Zero;
        foreach (var term in terms) sum += Evaluate<T, R>(term);
        return sum;
    }

    private static R Max<T, R>(ImmutableArray<Formula<T>> terms)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where R : unmanaged, IBinaryFloatingPointIeee754<R>
    {
        var max = Evaluate<T, R>(terms[0]);
        foreach (var term in terms.AsSpan()[1..])
        {
            var value = Evaluate<T, R>(term);
            if (max < value) max = value;
        }

        return max;
    }

    private static R Apply<R>(BinaryKind kind, R left, R right)
        where R : unmanaged, IBinaryFloatingPointIeee754<R> => kind switch
        {
            BinaryKind.Add => left + right,
            BinaryKind.Subtract => left - right,
            BinaryKind.Multiply => left * right,
            _ => left / right,
        };

    private static R Apply<R>(UnaryKind kind, R x)
        where R : unmanaged, IBinaryFloatingPointIeee754<R> => kind switch
        {
            UnaryKind.Negate => -x,
            UnaryKind.Abs => R.Abs(x),
            UnaryKind.Sqrt => R.Sqrt(x),
            UnaryKind.Exp => ScalarMath<R>.Exp(x),
            UnaryKind.Expm1 => ScalarMath<R>.Expm1(x),
            UnaryKind.Log => ScalarMath<R>.Log(x),
            UnaryKind.Log1p => ScalarMath<R>.Log1p(x),
            UnaryKind.Tanh => ScalarMath<R>.Tanh(x),
            UnaryKind.Sigmoid => ScalarMath<R>.Sigmoid(x),
            UnaryKind.Softplus => ScalarMath<R>.Softplus(x),
            UnaryKind.Erf => ScalarMath<R>.Erf(x),
            UnaryKind.Flush => Scalar<R>.Flush(new(x)).Value,
            _ => throw new InvalidOperationException($"No evaluation for {kind}."),
        };
}
