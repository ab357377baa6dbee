using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>
/// How one number was made, as a small tree. The tree is recorded by running an operation's own code on symbols, so it cannot differ from
/// what trained the network: evaluated in <typeparamref name="T"/> it gives the operation's bits.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public abstract record Formula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private Formula()
    {
    }

    /// <summary>An element of a buffer that the operation read.</summary>
    /// <param name="Name">The buffer, e.g. <c>layer1.weight</c>.</param>
    /// <param name="Index">The element as shown, counted from 0; empty for a scalar.</param>
    /// <param name="Value">The value it had.</param>
    public sealed record Operand(string Name, ImmutableArray<int> Index, T Value) : Formula<T>;

    /// <summary>A number that is no buffer element.</summary>
    /// <param name="Value">Its value.</param>
    /// <param name="Symbol">Its letter, e.g. η; <see langword="null"/>: written as a number everywhere.</param>
    public sealed record Number(T Value, string? Symbol) : Formula<T>;

    /// <summary>Two parts joined by an operator.</summary>
    public sealed record Binary(BinaryKind Kind, Formula<T> Left, Formula<T> Right) : Formula<T>;

    /// <summary>A function of one part.</summary>
    public sealed record Unary(UnaryKind Kind, Formula<T> Argument) : Formula<T>;

    /// <summary>A comparison, the condition of a <see cref="Choice"/>.</summary>
    public sealed record Comparison(ComparisonKind Kind, Formula<T> Left, Formula<T> Right) : Formula<T>;

    /// <summary>One of two parts, by a condition.</summary>
    public sealed record Choice(Comparison Condition, Formula<T> Yes, Formula<T> No) : Formula<T>;

    /// <summary>The terms added up from the first to the last, starting at 0.</summary>
    public sealed record Chain(ImmutableArray<Formula<T>> Terms) : Formula<T>;

    /// <summary>The largest of the terms.</summary>
    public sealed record Largest(ImmutableArray<Formula<T>> Terms) : Formula<T>;
}

/// <summary>Operators of a <see cref="Formula{T}.Binary"/>.</summary>
public enum BinaryKind
{
    /// <summary>left + right</summary>
    Add,

    /// <summary>left − right</summary>
    Subtract,

    /// <summary>left × right</summary>
    Multiply,

    /// <summary>left ÷ right</summary>
    Divide,
}

/// <summary>Functions of a <see cref="Formula{T}.Unary"/>.</summary>
public enum UnaryKind
{
    /// <summary>−x</summary>
    Negate,

    /// <summary>|x|</summary>
    Abs,

    /// <summary>√x</summary>
    Sqrt,

    /// <summary>e^x</summary>
    Exp,

    /// <summary>e^x − 1</summary>
    Expm1,

    /// <summary>ln x</summary>
    Log,

    /// <summary>ln(1 + x)</summary>
    Log1p,

    /// <summary>tanh x</summary>
    Tanh,

    /// <summary>σ(x) = 1/(1 + e^−x)</summary>
    Sigmoid,

    /// <summary>ln(1 + e^x)</summary>
    Softplus,

    /// <summary>erf x</summary>
    Erf,

    /// <summary>x itself, but 0 where |x| is below the smallest normal number; formulas are written without it.</summary>
    Flush,
}

/// <summary>Comparisons of a <see cref="Formula{T}.Comparison"/>.</summary>
public enum ComparisonKind
{
    /// <summary>left &lt; right</summary>
    Less,

    /// <summary>left ≤ right</summary>
    LessOrEqual,

    /// <summary>left = right</summary>
    Equal,
}
