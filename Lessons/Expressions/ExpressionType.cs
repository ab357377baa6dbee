using System.Collections.Immutable;

namespace Lessons;

/// <summary>What the elements of a value are.</summary>
public enum ElementKind
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>True or false; stored as 1 and 0.</summary>
    Bool,
}

/// <summary>Kind and shape of an expression; a length of −1 is known only when the run has it (the rows of a batch).</summary>
public sealed class ExpressionType(ElementKind kind, ImmutableArray<int> shape)
{
    internal static readonly ExpressionType Number = new(ElementKind.Number, []);
    internal static readonly ExpressionType Bool = new(ElementKind.Bool, []);

    /// <summary>Numbers or truth values.</summary>
    public ElementKind Kind { get; } = kind;

    /// <summary>The length of each axis; empty for a single one.</summary>
    public ImmutableArray<int> Shape { get; } = shape;

    /// <summary>True for shape <c>[]</c>.</summary>
    public bool IsSingle => Shape.IsEmpty;

    /// <summary>Words for errors: <c>a number</c>, <c>a bool</c>, <c>a tensor [4,2]</c>, <c>a tensor of bools [4,2]</c>.</summary>
    public override string ToString() => (Kind, IsSingle) switch
    {
        (ElementKind.Number, true) => "a number",
        (ElementKind.Bool, true) => "a bool",
        (ElementKind.Number, false) => $"a tensor {Tensor.Show(Shape)}",
        _ => $"a tensor of bools {Tensor.Show(Shape)}",
    };
}

/// <summary>A value with its kind; bools are 1 and 0.</summary>
public sealed record ExpressionValue(ElementKind Kind, Tensor Tensor)
{
    internal static ExpressionValue Of(double number) => new(ElementKind.Number, Tensor.Of(number));

    internal static ExpressionValue Of(bool truth) => new(ElementKind.Bool, Tensor.Of(truth ? 1 : 0));

    /// <summary>Kind and shape.</summary>
    public ExpressionType Type => new(Kind, Tensor.Shape);

    /// <summary>Shortest digits, <c>true</c> or <c>false</c>, nested brackets for tensors.</summary>
    public override string ToString() => Kind == ElementKind.Number ? Tensor.ToString() : Tensor.Format(Word);

    internal static string Word(double truth) => truth != 0 ? "true" : "false";
}
