using System.Diagnostics.CodeAnalysis;

namespace Lessons;

/// <summary>A value, or the error that explains why there is none. Nothing in this language throws for what a person typed.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class TextResult<T> where T : notnull
{
    internal TextResult(T value) => Value = value;

    internal TextResult(TextError error) => Error = error;

    /// <summary>The value, if <see cref="Ok"/>.</summary>
    public T? Value { get; }

    /// <summary>The error, if not <see cref="Ok"/>.</summary>
    public TextError? Error { get; }

    /// <summary>True if there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Ok => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="FormatException">There is none; the message is the whole error. For texts that ship with the program.</exception>
    public T OrThrow() => Ok ? Value : throw new FormatException(Error.ToString());

    /// <summary>The value or the error, for printing.</summary>
    public override string ToString() => Ok ? Value.ToString() ?? "" : Error.ToString();
}

/// <summary>Carries an error out of a recursion; never leaves this project.</summary>
internal sealed class TextException(TextError error) : Exception
{
    public TextError Error { get; } = error;

    public static TextResult<T> Catch<T>(Func<T> read) where T : notnull
    {
        try { return new(read()); }
        catch (TextException wrong) { return new(wrong.Error); }
    }
}
