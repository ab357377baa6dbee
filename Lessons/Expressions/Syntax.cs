using System.Collections.Immutable;

namespace Lessons;

/// <summary>A node of an expression. Two trees are equal if they mean the same text, wherever it stood.</summary>
/// <param name="Place">The characters it was read from.</param>
/// <param name="Height">Longest way down to a leaf; the parser limits it, so every walk may recurse.</param>
public abstract record Syntax(Place Place, int Height)
{
    /// <summary>Text that parses back to this tree, with only the parentheses it needs.</summary>
    public sealed override string ToString() => SyntaxPrinter.Print(this);
}

/// <summary>A number ≥ 0, <c>inf</c> or <c>nan</c>.</summary>
public sealed record NumberSyntax(Place Place, double Value) : Syntax(Place, 0);

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record TruthSyntax(Place Place, bool Value) : Syntax(Place, 0);

/// <summary>A value of the run, e.g. <c>layer1.weight</c>, <c>update</c> or <c>critical_lr</c>.</summary>
public sealed record NameSyntax(Place Place, string Name) : Syntax(Place, 0);

/// <summary><c>of[i,j]</c>; fewer indices than axes leave a tensor.</summary>
public sealed record IndexSyntax(Place Place, Syntax Of, ImmutableArray<Syntax> Indices)
    : Syntax(Place, 1 + Math.Max(Of.Height, Indices.Max(index => index.Height)))
{
    /// <inheritdoc/>
    public bool Equals(IndexSyntax? other) => other is not null && Of == other.Of && Indices.SequenceEqual(other.Indices);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Of, Indices.Length);
}

/// <summary><c>from:to</c> inside an index: the places from <c>from</c> to before <c>to</c>; left out: from the first, to the last.</summary>
public sealed record SliceSyntax(Place Place, Syntax? From, Syntax? To) : Syntax(Place, 1 + Math.Max(From?.Height ?? 0, To?.Height ?? 0));

/// <summary><c>[1, 2, 3]</c>: values of one shape, one behind the other along a new first axis.</summary>
public sealed record ListSyntax(Place Place, ImmutableArray<Syntax> Items) : Syntax(Place, 1 + Items.Max(item => item.Height))
{
    /// <inheritdoc/>
    public bool Equals(ListSyntax? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(ListSyntax), Items.Length);
}

/// <summary><c>-x</c> or <c>not x</c>.</summary>
public sealed record UnarySyntax(Place Place, UnaryOperator Operator, Syntax Of) : Syntax(Place, 1 + Of.Height);

/// <summary><c>left operator right</c></summary>
public sealed record BinarySyntax(Place Place, BinaryOperator Operator, Syntax Left, Syntax Right)
    : Syntax(Place, 1 + Math.Max(Left.Height, Right.Height));

/// <summary>A function of values, e.g. <c>max(layer1.a)</c>.</summary>
public sealed record CallSyntax(Place Place, string Function, ImmutableArray<Syntax> Arguments)
    : Syntax(Place, 1 + Arguments.Max(argument => argument.Height))
{
    /// <inheritdoc/>
    public bool Equals(CallSyntax? other) =>
        other is not null && Function == other.Function && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Function, Arguments.Length);
}

/// <summary><c>dead(layer1)</c> or <c>saturated(layer1)</c>: counts units of a layer.</summary>
public sealed record UnitsSyntax(Place Place, string Function, NameSyntax Layer) : Syntax(Place, 1);

/// <summary><c>prev(x)</c>: x one update earlier.</summary>
public sealed record PreviousSyntax(Place Place, Syntax Of) : Syntax(Place, 1 + Of.Height);

/// <summary><c>at(x, update)</c>: x after that update.</summary>
public sealed record AtSyntax(Place Place, Syntax Of, Syntax Update) : Syntax(Place, 1 + Math.Max(Of.Height, Update.Height));

/// <summary><c>history(x)</c>: x after every finished update, from 0; <c>min_so_far(x)</c>: the smallest of them.</summary>
public sealed record HistorySyntax(Place Place, string Function, Syntax Of) : Syntax(Place, 1 + Of.Height);

/// <summary><c>variant(name, x)</c>: x in another variant of the lesson, at the same moment.</summary>
public sealed record VariantSyntax(Place Place, NameSyntax Variant, Syntax Of) : Syntax(Place, 1 + Of.Height);
