using System.Collections.Immutable;

namespace Lessons;

/// <summary>Pratt parser: one loop over binding strengths. Names are not looked up here; functions and their arity are.</summary>
internal sealed class Parser
{
    public const int MaxLength = 10_000, MaxDepth = 200;

    private readonly Lexer lexer;
    private Token current;
    private int depth;

    /// <summary>Reads the window [start, end) of a text; places count from the start of the whole text.</summary>
    public static Syntax Parse(string source, int start, int end)
    {
        var lexer = new Lexer(source, start, end);
        if (end - start > MaxLength)
            throw lexer.Wrong($"expression of {end - start} characters; at most {MaxLength} are read", new(start, start));
        return new Parser(lexer).Whole();
    }

    private Parser(Lexer lexer)
    {
        this.lexer = lexer;
        current = lexer.Next();
    }

    private Syntax Whole()
    {
        var whole = Read(Operators.Or);
        if (current.Kind == TokenKind.End) return whole;
        throw Wrong(current.Text is ")" or "]" ? $"{current.Shown} closes nothing" : $"expected an operator or the end, found {current.Shown}");
    }

    /// <summary>Reads operators that bind at least as tightly as <paramref name="least"/>.</summary>
    private Syntax Read(int least)
    {
        if (++depth > MaxDepth) throw TooDeep(current.Place);
        var left = Prefix(least);
        while (Operators.Find(current.Text) is { } binary && binary.Binding() >= least)
        {
            var symbol = current;
            Advance();
            if (binary == BinaryOperator.Power) left = Join(binary, left, Read(Operators.Negate));
            else left = Join(binary, left, Read(binary.Binding() + 1));
            if (binary.IsComparison() && Operators.Find(current.Text) is { } again && again.IsComparison())
                throw Wrong($"comparisons do not chain; join two with and, as in a {symbol.Text} b and b {current.Text} c");
        }
        depth--;
        return left;
    }

    private Syntax Join(BinaryOperator binary, Syntax left, Syntax right) =>
        Grown(new BinarySyntax(left.Place.To(right.Place), binary, left, right));

    private Syntax Prefix(int least)
    {
        var first = current;
        if (first.Text == "not")
        {
            if (least > Operators.Not) throw Wrong("`not` binds more loosely than the operator before it; write (not …)");
            Advance();
            var of = Read(Operators.Not);
            return Grown(new UnarySyntax(first.Place.To(of.Place), UnaryOperator.Not, of));
        }
        if (first.Text == "-")
        {
            Advance();
            var of = Read(Operators.Negate);
            return Grown(new UnarySyntax(first.Place.To(of.Place), UnaryOperator.Negate, of));
        }
        return Postfix();
    }

    private Syntax Postfix()
    {
        var of = Value();
        while (current.Text == "[")
        {
            var open = current.Place;
            Advance();
            var indices = List("]", open, OnAxis);
            of = Grown(new IndexSyntax(of.Place.To(indices.Close), of, indices.Items));
        }
        return of;
    }

    private Syntax Value()
    {
        var token = current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Advance();
                return new NumberSyntax(token.Place, token.Number);
            case TokenKind.Name when token.Text is not ("and" or "or" or "not"):
                return Named(token);
            case TokenKind.Symbol when token.Text == "(":
                Advance();
                var inside = Read(Operators.Or);
                Close(")", token.Place);
                return inside;
            case TokenKind.Symbol when token.Text == "[":
                Advance();
                var (items, close) = List("]", token.Place, () => Read(Operators.Or));
                return Grown(new ListSyntax(token.Place.To(close), items));
            default:
                throw Wrong($"expected a value (number, name or function), found {token.Shown}");
        }
    }

    private Syntax Named(Token token)
    {
        Advance();
        if (current.Text == "(") return Call(token);
        return token.Text switch
        {
            "true" or "false" => new TruthSyntax(token.Place, token.Text == "true"),
            "nan" => new NumberSyntax(token.Place, double.NaN),
            "inf" => new NumberSyntax(token.Place, double.PositiveInfinity),
            _ when Function.UsageOf(token.Text) is { } usage => throw lexer.Wrong($"`{token.Text}` is a function; write {usage}", token.Place),
            _ => new NameSyntax(token.Place, token.Text),
        };
    }

    private Syntax Call(Token name)
    {
        var usage = Function.UsageOf(name.Text)
            ?? throw lexer.Wrong($"unknown function {name.Shown}{RunWords.Known(name.Text) ?? NearNames.Hint(name.Text, Function.Names)}", name.Place);
        var open = current.Place;
        Token? word = null;
        if (name.Text == "variant")
        {
            current = lexer.VariantName();
            word = Word("the name of a variant");
            if (current.Text == ",") Advance();
            else throw Arity(name, usage, 1, new(word.Value.Place.Start, current.Place.End));
        }
        else Advance();
        var (items, close) = List(")", open, () => Read(Operators.Or));
        var place = name.Place.To(close);
        var (least, most) = Function.Arity(name.Text);
        var given = items.Length + (word is null ? 0 : 1);
        if (given < least || given > most) throw Arity(name, usage, given, place);
        return Grown(Built(place, name.Text, word, items));
    }

    private Syntax Built(Place place, string function, Token? word, ImmutableArray<Syntax> items) => function switch
    {
        "prev" => new PreviousSyntax(place, items[0]),
        "at" => new AtSyntax(place, items[0], items[1]),
        "history" or "min_so_far" => new HistorySyntax(place, function, items[0]),
        "variant" => new VariantSyntax(place, new(word!.Value.Place, word.Value.Text), items[0]),
        "dead" or "saturated" => items[0] is NameSyntax layer
            ? new UnitsSyntax(place, function, layer)
            : throw lexer.Wrong($"`{function}` takes the name of a layer; write {function}(layer1)", items[0].Place),
        _ => new CallSyntax(place, function, items),
    };

    private TextException Arity(Token name, string usage, int given, Place place) =>
        lexer.Wrong($"`{name.Text}` got {given} argument{(given == 1 ? "" : "s")}; write {usage}", place);

    private Token Word(string expected)
    {
        var word = current;
        if (word.Kind != TokenKind.Name) throw Wrong($"expected {expected}, found {word.Shown}");
        Advance();
        return word;
    }

    /// <summary>An index, or a slice <c>from:to</c>.</summary>
    private Syntax OnAxis()
    {
        var from = current.Text == ":" ? null : Read(Operators.Or);
        if (current.Text != ":") return from!;
        var place = (from?.Place ?? current.Place).To(current.Place);
        Advance();
        if (current.Text is "]" or ",") return Grown(new SliceSyntax(place, from, null));
        var to = Read(Operators.Or);
        return Grown(new SliceSyntax(place.To(to.Place), from, to));
    }

    /// <summary>Comma-separated values up to the closing bracket; none only in a call, where arity says what is missing.</summary>
    private (ImmutableArray<Syntax> Items, Place Close) List(string bracket, Place open, Func<Syntax> read)
    {
        var items = ImmutableArray.CreateBuilder<Syntax>();
        if (bracket != ")" || current.Text != ")")
        {
            items.Add(read());
            while (current.Text == ",")
            {
                Advance();
                items.Add(read());
            }
        }
        return (items.ToImmutable(), Close(bracket, open));
    }

    private Place Close(string bracket, Place open)
    {
        var close = current;
        if (close.Text == bracket)
        {
            Advance();
            return close.Place;
        }
        if (close.Kind == TokenKind.End) throw lexer.Wrong($"this bracket is never closed; expected `{bracket}`", open);
        throw Wrong($"expected `{bracket}`, found {close.Shown}");
    }

    private void Advance() => current = lexer.Next();

    private Syntax Grown(Syntax syntax) => syntax.Height <= MaxDepth ? syntax : throw TooDeep(syntax.Place);

    private TextException TooDeep(Place place) => lexer.Wrong($"nested more than {MaxDepth} levels deep; split it into shorter expressions", place);

    private TextException Wrong(string message) => lexer.Wrong(message, current.Place);
}
