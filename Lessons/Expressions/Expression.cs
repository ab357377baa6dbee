using System.Collections.Immutable;

namespace Lessons;

/// <summary>
/// A parsed expression of the lesson language (docs/expressions.md). Two are equal if their trees are; <see cref="ToString"/> parses back to it.
/// </summary>
public sealed class Expression : IEquatable<Expression>
{
    /// <summary>What theory says about the run: single numbers, and the rows of <see cref="TheoryRows"/>.</summary>
    public static readonly ImmutableArray<string> TheoryNames =
        ["critical_lr", "best_lr", "lambda_max", "lambda_min", "condition", "optimum_distance", "eigenvalues", "least_squares"];

    internal static readonly ImmutableArray<string> TheoryRows = ["eigenvalues", "least_squares"];

    internal static readonly ImmutableArray<string> Everywhere = ["update", "epoch", .. TheoryNames];

    private readonly string source;

    private Expression(string source, Syntax root) => (this.source, Root) = (source, root);

    /// <summary>The tree.</summary>
    public Syntax Root { get; }

    /// <summary>Reads an expression. Functions and the number of their arguments are checked, names are not.</summary>
    public static TextResult<Expression> Parse(string text) => Parse(text, 0, text.Length);

    /// <summary>Reads the window [start, end) of a longer text; errors show the place in the whole text.</summary>
    internal static TextResult<Expression> Parse(string text, int start, int end) =>
        TextException.Catch(() => new Expression(text, Parser.Parse(text, start, end)));

    /// <summary>Type against the names of a run: unknown names, kinds, shapes and literal indices.</summary>
    public TextResult<ExpressionType> Check(IRunNames names) => TextException.Catch(() => new Checker(source).Check(Root, names));

    /// <summary>Like <see cref="Check"/>, and the result must be a single bool: for breakpoints, claims, <c>until</c> and <c>expect</c>.</summary>
    public TextResult<ExpressionType> CheckCondition(IRunNames names) => CheckSingle(names, ElementKind.Bool);

    /// <summary>Like <see cref="Check"/>, and the result must be a single number: for answers to questions.</summary>
    public TextResult<ExpressionType> CheckNumber(IRunNames names) => CheckSingle(names, ElementKind.Number);

    /// <summary>The value at this moment of the run.</summary>
    public TextResult<ExpressionValue> Evaluate(IRunValues run) => TextException.Catch(() => new Evaluator(source).Evaluate(Root, run));

    /// <summary>The value of one of its nodes.</summary>
    internal TextResult<ExpressionValue> Evaluate(Syntax part, IRunValues run) => TextException.Catch(() => new Evaluator(source).Evaluate(part, run));

    /// <summary>Whether the condition holds; an error if it is not a single bool.</summary>
    public TextResult<bool> Holds(IRunValues run) => TextException.Catch(() => Single(run, ElementKind.Bool) != 0);

    /// <summary>The number; an error if it is not a single number.</summary>
    public TextResult<double> Number(IRunValues run) => TextException.Catch(() => Single(run, ElementKind.Number));

    private TextResult<ExpressionType> CheckSingle(IRunNames names, ElementKind kind) => TextException.Catch(() =>
    {
        var type = new Checker(source).Check(Root, names);
        new TypeRules(source).NeedSingle(kind, type, "here", Root.Place);
        return type;
    });

    private double Single(IRunValues run, ElementKind kind)
    {
        var evaluator = new Evaluator(source);
        var value = evaluator.Evaluate(Root, run);
        evaluator.NeedSingle(kind, value, Root.Place);
        return value.Tensor.Values[0];
    }

    /// <inheritdoc/>
    public bool Equals(Expression? other) => other is not null && Root == other.Root;

    /// <inheritdoc/>
    public override bool Equals(object? other) => Equals(other as Expression);

    /// <inheritdoc/>
    public override int GetHashCode() => Root.GetHashCode();

    /// <summary>The expression in its canonical spelling.</summary>
    public override string ToString() => Root.ToString();
}
