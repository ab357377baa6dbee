using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>How tightly a printed part holds together: a looser part in a tighter place needs parentheses.</summary>
internal enum Tightness
{
    Sum,
    Signed,
    Product,
    Atom,
}

/// <summary>A printed part.</summary>
internal readonly record struct FormulaPart(string Text, Tightness Tightness)
{
    public string Within(Tightness place) => Tightness < place ? $"({Text})" : Text;
}

/// <summary>Prints one formula.</summary>
internal sealed class FormulaPrinter<T>(Notation notation, FormulaMode mode, bool showsSamples)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly string times = mode == FormulaMode.Symbols ? "·" : "×";

    /// <summary>Conditions of the branches printed.</summary>
    public List<string> Conditions { get; } = [];

    public FormulaPart Print(Formula<T> formula) => formula switch
    {
        Formula<T>.Operand operand => mode == FormulaMode.Symbols ? Symbol(operand) : Number(operand.Value),
        Formula<T>.Number number => mode == FormulaMode.Symbols && number.Symbol is { } letters ? Letters(letters) : Number(number.Value),
        Formula<T>.Binary binary => Binary(binary),
        Formula<T>.Unary unary => Unary(unary),
        Formula<T>.Choice choice => Choice(choice),
        Formula<T>.Chain chain => Chain(chain.Terms),
        Formula<T>.Largest largest => Largest(largest.Terms),
        Formula<T>.Comparison comparison => new(Condition(comparison), Tightness.Sum),
        _ => throw new InvalidOperationException($"No text for {formula.GetType().Name}."),
    };

    private FormulaPart Symbol(Formula<T>.Operand operand) =>
        new(OperandSymbol.Of(operand.Name, operand.Index.AsSpan(), notation, showsSamples), Tightness.Atom);

    private static FormulaPart Letters(string letters) =>
        new(letters, letters[0] != '(' && letters.Contains('/') ? Tightness.Product : Tightness.Atom);

    private FormulaPart Number(T value)
    {
        var text = notation.Number(double.CreateTruncating(value));
        return new(text, text[0] == '−' ? Tightness.Signed : Tightness.Atom);
    }

    private FormulaPart Binary(Formula<T>.Binary binary)
    {
        if (binary.Kind == BinaryKind.Multiply && ReferenceEquals(binary.Left, binary.Right))
        {
            var whole = Print(binary.Left);
            return new((whole.Text.Contains('∂') && whole.Tightness == Tightness.Atom ? $"({whole.Text})" : whole.Within(Tightness.Atom)) + "²", Tightness.Atom);
        }


        var (left, right) = (Print(binary.Left), Print(binary.Right));
        return binary.Kind switch
        {
            BinaryKind.Add => Plus(left.Text, right),
            BinaryKind.Subtract => new($"{left.Text} − {right.Within(Tightness.Product)}", Tightness.Sum),
            BinaryKind.Multiply => new($"{left.Within(Tightness.Product)}{times}{right.Within(Tightness.Atom)}", Tightness.Product),
            _ => new($"{left.Within(Tightness.Product)}/{right.Within(Tightness.Atom)}", Tightness.Product),
        };
    }

    private FormulaPart Plus(string left, FormulaPart right) => mode == FormulaMode.Terms && right is { Tightness: Tightness.Signed, Text: ['−', ..] }
        ? new($"{left} − {right.Text[1..]}", Tightness.Sum)
        : new($"{left} + {right.Within(Tightness.Product)}", Tightness.Sum);

    private FormulaPart Unary(Formula<T>.Unary unary)
    {
        var argument = Print(unary.Argument);
        return unary.Kind switch
        {
            UnaryKind.Flush => argument,
            UnaryKind.Negate => new("−" + argument.Within(Tightness.Product), Tightness.Signed),
            UnaryKind.Abs => new($"|{argument.Text}|", Tightness.Atom),
            UnaryKind.Sqrt => new("√" + (argument.Text.All(c => !char.IsWhiteSpace(c)) ? argument.Within(Tightness.Atom) : $"({argument.Text})"), Tightness.Atom),
            UnaryKind.Exp => new($"e^{(argument.Text.Length == 1 ? argument.Text : $"({argument.Text})")}", Tightness.Atom),
            UnaryKind.Expm1 => new($"(e^({argument.Text}) − 1)", Tightness.Atom),
            UnaryKind.Log => new($"ln({argument.Text})", Tightness.Atom),
            UnaryKind.Log1p => new($"ln(1 + {argument.Text})", Tightness.Atom),
            UnaryKind.Tanh => new($"tanh({argument.Text})", Tightness.Atom),
            UnaryKind.Sigmoid => new($"σ({argument.Text})", Tightness.Atom),
            UnaryKind.Softplus => new($"ln(1 + e^({argument.Text}))", Tightness.Atom),
            UnaryKind.Erf => new($"erf({argument.Text})", Tightness.Atom),
            _ => throw new InvalidOperationException($"No text for {unary.Kind}."),
        };
    }

    private FormulaPart Choice(Formula<T>.Choice choice)
    {
        var condition = Condition(choice.Condition);
        if (condition.Length > 0) Conditions.Add(condition);
        return Print(choice.Condition.Holds() ? choice.Yes : choice.No);
    }

    private FormulaPart Chain(ImmutableArray<Formula<T>> terms)
    {
        if (terms.IsEmpty) return Number(T.Zero);
        if (terms.Length == 1) return Print(terms[0]);
        var shown = terms.Length <= notation.MostTerms ? terms.Length : Math.Max(1, notation.MostTerms / 2);
        var first = Print(terms[0]);
        var sum = new FormulaPart(first.Within(Tightness.Signed), Tightness.Sum);
        for (var k = 1; k < shown; k++) sum = Plus(sum.Text, Print(terms[k]));
        if (shown == terms.Length) return sum;
        if (mode == FormulaMode.Symbols) return Plus($"{sum.Text} + …", Print(terms[^1]));
        double left = 0;
        foreach (var term in terms.AsSpan()[shown..]) left += double.CreateTruncating(term.Evaluate());
        return new($"{sum.Text} + ({notation.Left(terms.Length - shown, left)})", Tightness.Sum);
    }

    private FormulaPart Largest(ImmutableArray<Formula<T>> terms)
    {
        var shown = terms.Length <= notation.MostTerms ? terms.Length : Math.Max(1, notation.MostTerms / 2);
        var parts = terms.Take(shown).Select(term => Print(term).Text);
        if (shown < terms.Length) parts = parts.Append("…").Append(Print(terms[^1]).Text);
        return new($"max({string.Join(", ", parts)})", Tightness.Atom);
    }

    // A comparison as it came out, the number side last: z₁ = 0.3 > 0.
    private string Condition(Formula<T>.Comparison comparison)
    {
        var (left, right, sign) = (comparison.Left, comparison.Right, Sign(comparison.Kind, comparison.Holds()));
        if (IsConstant(left) && !IsConstant(right)) (left, right, sign) = (right, left, Turned(sign));
        if (T.IsNaN(left.Evaluate()) || T.IsNaN(right.Evaluate())) sign = "?";
        return IsConstant(left) && IsConstant(right) ? "" : $"{WithValue(left)} {sign} {WithValue(right)}";
    }

    private string WithValue(Formula<T> side)
    {
        var value = Number(side.Evaluate()).Text;
        var symbols = new FormulaPrinter<T>(notation, FormulaMode.Symbols, showsSamples).Print(side).Text;
        return symbols == value ? value : $"{symbols} = {value}";
    }

    private static bool IsConstant(Formula<T> side) => side is Formula<T>.Number || side is Formula<T>.Unary { Argument: Formula<T>.Number };

    private static string Sign(ComparisonKind kind, bool holds) => (kind, holds) switch
    {
        (ComparisonKind.Less, true) => "<",
        (ComparisonKind.Less, false) => "≥",
        (ComparisonKind.LessOrEqual, true) => "≤",
        (ComparisonKind.LessOrEqual, false) => ">",
        (_, true) => "=",
        _ => "≠",
    };

    private static string Turned(string sign) => sign switch { "<" => ">", ">" => "<", "≤" => "≥", "≥" => "≤", _ => sign };
}
