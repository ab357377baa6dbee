using System.Numerics;

namespace Core;

/// <summary>
/// A one-lane "register" that holds a <see cref="Formula{T}"/> instead of a number. Kernel code run on symbols writes down what it computes.
/// </summary>
internal readonly unsafe struct Symbol<T>(Formula<T> formula) : IVec<Symbol<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public Formula<T> Formula { get; } = formula;

    public static int Width => 1;

    public static Symbol<T> Create(T value) => new(new Formula<T>.Number(value, null));

    public static Symbol<T> Named(T value, string symbol) => new(new Formula<T>.Number(value, symbol));

    public static Symbol<T> Constant(double value) => Create(T.CreateTruncating(value));

    public static Symbol<T> Load(T* source) => Create(*source);

    public static void Store(Symbol<T> value, T* destination) => *destination = value.Formula.Evaluate();

    public static Symbol<T> operator +(Symbol<T> a, Symbol<T> b) => Join(BinaryKind.Add, a, b);

    public static Symbol<T> operator -(Symbol<T> a, Symbol<T> b) => Join(BinaryKind.Subtract, a, b);

    public static Symbol<T> operator *(Symbol<T> a, Symbol<T> b) => Join(BinaryKind.Multiply, a, b);

    public static Symbol<T> operator /(Symbol<T> a, Symbol<T> b) => Join(BinaryKind.Divide, a, b);

    public static Symbol<T> operator -(Symbol<T> a) => Of(UnaryKind.Negate, a);

    public static Symbol<T> operator &(Symbol<T> a, Symbol<T> b) => throw NotShown("A bit mask");

    public static Symbol<T> operator |(Symbol<T> a, Symbol<T> b) => throw NotShown("A bit mask");

    public static Symbol<T> operator ^(Symbol<T> a, Symbol<T> b) => throw NotShown("A bit mask");

    public static Symbol<T> FirstLanes(int count) => throw NotShown(nameof(FirstLanes));

    public static Symbol<T> Scale(Symbol<T> a, Symbol<T> k) => throw NotShown(nameof(Scale));

    public static Symbol<T> Abs(Symbol<T> a) => Of(UnaryKind.Abs, a);

    public static Symbol<T> Sqrt(Symbol<T> a) => Of(UnaryKind.Sqrt, a);

    public static Symbol<T> Exp(Symbol<T> a) => Of(UnaryKind.Exp, a);

    public static Symbol<T> Expm1(Symbol<T> a) => Of(UnaryKind.Expm1, a);

    public static Symbol<T> Log(Symbol<T> a) => Of(UnaryKind.Log, a);

    public static Symbol<T> Log1p(Symbol<T> a) => Of(UnaryKind.Log1p, a);

    public static Symbol<T> Tanh(Symbol<T> a) => Of(UnaryKind.Tanh, a);

    public static Symbol<T> Sigmoid(Symbol<T> a) => Of(UnaryKind.Sigmoid, a);

    public static Symbol<T> Softplus(Symbol<T> a) => Of(UnaryKind.Softplus, a);

    public static Symbol<T> Erf(Symbol<T> a) => Of(UnaryKind.Erf, a);

    public static Symbol<T> Flush(Symbol<T> a) => Of(UnaryKind.Flush, a);

    public static Symbol<T> Less(Symbol<T> a, Symbol<T> b) => Compare(ComparisonKind.Less, a, b);

    public static Symbol<T> LessOrEqual(Symbol<T> a, Symbol<T> b) => Compare(ComparisonKind.LessOrEqual, a, b);

    public static Symbol<T> Equal(Symbol<T> a, Symbol<T> b) => Compare(ComparisonKind.Equal, a, b);

    public static Symbol<T> Select(Symbol<T> mask, Symbol<T> yes, Symbol<T> no) =>
        new(new Formula<T>.Choice((Formula<T>.Comparison)mask.Formula, yes.Formula, no.Formula));

    public static Symbol<T> Round(Symbol<T> a) => throw NotShown(nameof(Round));

    public static Symbol<T> PowerOfTwo(Symbol<T> k) => throw NotShown(nameof(PowerOfTwo));

    public static Symbol<T> Exponent(Symbol<T> a) => throw NotShown(nameof(Exponent));

    public static Symbol<T> Mantissa(Symbol<T> a) => throw NotShown(nameof(Mantissa));

    private static NotSupportedException NotShown(string part) => new($"{part} is a part of the functions' polynomials, which formulas name but do not expand.");

    private static Symbol<T> Join(BinaryKind kind, Symbol<T> a, Symbol<T> b) => new(new Formula<T>.Binary(kind, a.Formula, b.Formula));

    private static Symbol<T> Of(UnaryKind kind, Symbol<T> a) => new(new Formula<T>.Unary(kind, a.Formula));

    private static Symbol<T> Compare(ComparisonKind kind, Symbol<T> a, Symbol<T> b) => new(new Formula<T>.Comparison(kind, a.Formula, b.Formula));
}
