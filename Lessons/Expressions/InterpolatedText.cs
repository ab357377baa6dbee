using System.Collections.Immutable;
using System.Text;

namespace Lessons;

/// <summary>
/// A lesson's text with numbers of the run in it: <c>{{loss}}</c>, <c>{{loss:3}}</c>. <c>{{{{</c> and <c>}}}}</c> stand for literal double braces.
/// </summary>
public sealed class InterpolatedText
{
    private readonly ImmutableArray<Part> parts;

    private InterpolatedText(string source, ImmutableArray<Part> parts) => (Source, this.parts) = (source, parts);

    private readonly record struct Part(string Literal, Expression? Expression = null, NumberFormat Format = default);

    /// <summary>The text as written.</summary>
    public string Source { get; }

    /// <summary>The expressions in the text, in order.</summary>
    public IEnumerable<Expression> Expressions => parts.Select(part => part.Expression).OfType<Expression>();

    /// <summary>Reads a text; an error shows its place in the whole text.</summary>
    public static TextResult<InterpolatedText> Parse(string text) => TextException.Catch(() => new InterpolatedText(text, Read(text)));

    /// <summary>Every expression that does not fit the run's names.</summary>
    public ImmutableArray<TextError> Check(IRunNames names) =>
        [.. Expressions.Select(expression => expression.Check(names).Error).OfType<TextError>()];

    /// <summary>The text with the values at this moment of the run.</summary>
    public TextResult<string> Render(IRunValues run)
    {
        TextError? missing = null;
        var text = Render(run, error =>
        {
            missing ??= error;
            return "";
        });
        return missing is null ? new(text) : new(missing);
    }

    /// <summary>The text with the values that exist at this moment of the run, and the others as <c>…</c>.</summary>
    public string Show(IRunValues run) => Render(run, _ => "…");

    private string Render(IRunValues run, Func<TextError, string> instead)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Literal);
            if (part.Expression is null) continue;
            var value = part.Expression.Evaluate(run);
            text.Append(!value.Ok ? instead(value.Error)
                : value.Value.Kind == ElementKind.Bool ? value.Value.ToString()
                : value.Value.Tensor.Format(part.Format.Write));
        }
        return text.ToString();
    }

    private static ImmutableArray<Part> Read(string text)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            if (StartsWith(text, i, "{{{{")) i = Literal(literal, "{{", i);
            else if (StartsWith(text, i, "}}}}")) i = Literal(literal, "}}", i);
            else if (StartsWith(text, i, "}}")) throw Wrong("this `}}` closes nothing; write }}}} for literal braces", text, i, i + 2);
            else if (!StartsWith(text, i, "{{")) literal.Append(text[i++]);
            else
            {
                var end = text.IndexOf("}}", i, StringComparison.Ordinal);
                if (end < 0) throw Wrong("this `{{` is never closed; expected `}}`", text, i, i + 2);
                parts.Add(Hole(text, i + 2, end, literal.ToString()));
                literal.Clear();
                i = end + 2;
            }
        }
        parts.Add(new(literal.ToString()));
        return parts.ToImmutable();
    }

    private static int Literal(StringBuilder literal, string braces, int at)
    {
        literal.Append(braces);
        return at + 2 * braces.Length;
    }

    private static Part Hole(string text, int start, int end, string literal)
    {
        var colon = FormatColon(text, start, end);
        var format = default(NumberFormat);
        if (colon >= 0)
        {
            var given = text[(colon + 1)..end];
            format = NumberFormat.Parse(given.Trim())
                ?? throw Wrong($"unknown format `{TextError.Cut(given)}`; expected {NumberFormat.Expected}", text, colon + 1, end);
        }
        var expression = Expression.Parse(text, start, colon >= 0 ? colon : end);
        return new(literal, expression.Ok ? expression.Value : throw new TextException(expression.Error), format);
    }

    // The colon of a slice stands in brackets.
    private static int FormatColon(string text, int start, int end)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] is '[' or '(') depth++;
            else if (text[i] is ']' or ')') depth--;
            else if (text[i] == ':' && depth <= 0) return i;
        }
        return -1;
    }

    private static bool StartsWith(string text, int at, string part) => string.CompareOrdinal(text, at, part, 0, part.Length) == 0;

    private static TextException Wrong(string message, string text, int start, int end) => new(new TextError(message, text, new(start, end)));

    /// <summary>The text as written.</summary>
    public override string ToString() => Source;
}
