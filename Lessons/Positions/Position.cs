namespace Lessons;

/// <summary>A moment of a run: <c>0</c>, <c>K</c>, <c>K:NAME</c>, <c>epoch E</c>, <c>end</c> or <c>until EXPR</c>. Prints the text it parses from.</summary>
public abstract record Position
{
    /// <summary>The state before the first update.</summary>
    public static readonly Position Start = new UpdatePosition(0);

    /// <summary>Reads a position.</summary>
    public static TextResult<Position> Parse(string text) => TextException.Catch(() => PositionReader.Read(text));

    /// <summary>What does not fit the run: an unknown value name, or an <c>until</c> that is no condition on it; null if all is well.</summary>
    public virtual TextError? Check(IRunNames names) => null;

    /// <summary>The position's text.</summary>
    public sealed override string ToString() => Text;

    private protected abstract string Text { get; }
}

/// <summary><c>K</c>: after update K; 0 is the initial state.</summary>
public sealed record UpdatePosition(long Update) : Position
{
    private protected override string Text => FormattableString.Invariant($"{Update}");
}

/// <summary><c>K:NAME</c>: just after NAME was written in update K ≥ 1.</summary>
public sealed record ValuePosition(long Update, string Name) : Position
{
    private protected override string Text => FormattableString.Invariant($"{Update}:{Name}");

    /// <inheritdoc/>
    public override TextError? Check(IRunNames names) => names.TryShape(Name, out _)
        ? null
        : new($"unknown name `{TextError.Cut(Name)}`{NearNames.Hint(Name, names.Names)}", Text, new(Text.Length - Name.Length, Text.Length));
}

/// <summary><c>epoch E</c>: after the last update and the evaluation of epoch E ≥ 1.</summary>
public sealed record EpochPosition(long Epoch) : Position
{
    private protected override string Text => FormattableString.Invariant($"epoch {Epoch}");
}

/// <summary><c>end</c>: after the last update and the last evaluation.</summary>
public sealed record EndPosition : Position
{
    private protected override string Text => "end";
}

/// <summary><c>until EXPR</c>: the first moment, from here on, at which the condition holds.</summary>
public sealed record UntilPosition(Expression Condition) : Position
{
    private protected override string Text => $"until {Condition}";

    /// <inheritdoc/>
    public override TextError? Check(IRunNames names) => Condition.CheckCondition(names).Error;
}
