namespace Lessons;

/// <summary>Operators before a value.</summary>
public enum UnaryOperator
{
    /// <summary><c>not</c></summary>
    Not,

    /// <summary><c>-</c></summary>
    Negate,
}

/// <summary>Operators between two values, loosest first.</summary>
public enum BinaryOperator
{
    /// <summary><c>or</c></summary>
    Or,

    /// <summary><c>and</c></summary>
    And,

    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>^</c></summary>
    Power,
}

/// <summary>How tightly each operator binds; the one table behind parser and printer.</summary>
internal static class Operators
{
    public const int Or = 1, And = 2, Not = 3, Comparison = 4, Sum = 5, Product = 6, Negate = 7, Power = 8, Postfix = 9;

    private static readonly (BinaryOperator Operator, string Symbol, int Binding)[] Table =
    [
        (BinaryOperator.Or, "or", Or), (BinaryOperator.And, "and", And),
        (BinaryOperator.Equal, "==", Comparison), (BinaryOperator.NotEqual, "!=", Comparison),
        (BinaryOperator.Less, "<", Comparison), (BinaryOperator.LessOrEqual, "<=", Comparison),
        (BinaryOperator.Greater, ">", Comparison), (BinaryOperator.GreaterOrEqual, ">=", Comparison),
        (BinaryOperator.Add, "+", Sum), (BinaryOperator.Subtract, "-", Sum),
        (BinaryOperator.Multiply, "*", Product), (BinaryOperator.Divide, "/", Product),
        (BinaryOperator.Power, "^", Power),
    ];

    private static readonly Dictionary<string, BinaryOperator> BySymbol = Table.ToDictionary(row => row.Symbol, row => row.Operator);

    public static BinaryOperator? Find(string symbol) => BySymbol.TryGetValue(symbol, out var found) ? found : null;

    public static string Symbol(this BinaryOperator binary) => Table[(int)binary].Symbol;

    public static int Binding(this BinaryOperator binary) => Table[(int)binary].Binding;

    public static bool IsComparison(this BinaryOperator binary) => binary.Binding() == Comparison;

    public static bool IsLogical(this BinaryOperator binary) => binary.Binding() <= And;
}
