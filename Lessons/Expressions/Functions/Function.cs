using System.Collections.Immutable;

namespace Lessons;

/// <summary>A function of values: its types and its arithmetic. Words that need the run itself have only a usage (<see cref="RunWords"/>).</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Usage">How it is called, for errors.</param>
/// <param name="Least">Fewest arguments.</param>
/// <param name="Most">Most arguments.</param>
internal abstract record Function(string Name, string Usage, int Least, int Most)
{
    /// <summary>Elements of a value at most: what a text can still hold in memory.</summary>
    public const int MostElements = 1_000_000;

    private static readonly Dictionary<string, Function> ByName = FunctionTable.All.ToDictionary(function => function.Name);

    public static IEnumerable<string> Names => ByName.Keys.Concat(RunWords.Names);

    public static Function Named(string name) => ByName[name];

    public static string? UsageOf(string name) => ByName.TryGetValue(name, out var function) ? function.Usage : RunWords.UsageOf(name);

    public static (int Least, int Most) Arity(string name) =>
        ByName.TryGetValue(name, out var function) ? (function.Least, function.Most) : (RunWords.Arity(name), RunWords.Arity(name));

    /// <summary>The type of the result, or the error of the argument that does not fit.</summary>
    public abstract ExpressionType Type(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments);

    /// <summary>The result, for arguments that passed <see cref="Type"/>; or the error of an argument whose value does not fit.</summary>
    public abstract Tensor Apply(TypeRules rules, CallSyntax call, ImmutableArray<Tensor> arguments);

    protected void Need(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments, ElementKind kind = ElementKind.Number)
    {
        for (var i = 0; i < arguments.Length; i++) rules.Need(kind, arguments[i], $"in `{Name}`", call.Arguments[i].Place);
    }

    /// <summary>All arguments of the kind of the first, which may be bools.</summary>
    protected void NeedOneKind(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments)
    {
        for (var i = 1; i < arguments.Length; i++) rules.Need(arguments[0].Kind, arguments[i], $"in `{Name}`", call.Arguments[i].Place);
    }

    protected void NeedSingle(TypeRules rules, CallSyntax call, ImmutableArray<ExpressionType> arguments, int index) =>
        rules.NeedSingle(ElementKind.Number, arguments[index], $"in `{Name}`", call.Arguments[index].Place);

    /// <summary>The whole number from <paramref name="least"/> to <paramref name="most"/> that an argument must be.</summary>
    protected int Whole(TypeRules rules, CallSyntax call, int index, double value, int least, int most) =>
        value >= least && value <= most && value == Math.Floor(value) ? (int)value
        : throw rules.Wrong($"`{Name}` got {Lessons.Number.Shortest(value)}; expected a whole number from {least} to {most}", call.Arguments[index].Place);

    /// <summary>The length a literal argument says, else −1.</summary>
    protected static int Literal(CallSyntax call, int index) =>
        call.Arguments[index] is NumberSyntax { Value: >= 0 and <= MostElements } number && number.Value == Math.Floor(number.Value) ? (int)number.Value : -1;
}
