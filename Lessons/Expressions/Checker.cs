using System.Collections.Immutable;

namespace Lessons;

/// <summary>Types an expression against the names of a run, before the run.</summary>
internal sealed class Checker(string source)
{
    private readonly TypeRules rules = new(source);

    public ExpressionType Check(Syntax syntax, IRunNames names) => syntax switch
    {
        NumberSyntax => ExpressionType.Number,
        TruthSyntax => ExpressionType.Bool,
        NameSyntax name => Name(name, names),
        IndexSyntax index => Index(index, names),
        UnarySyntax unary => rules.Unary(unary, Check(unary.Of, names)),
        BinarySyntax binary => rules.Binary(binary, Check(binary.Left, names), Check(binary.Right, names)),
        ListSyntax list => rules.List(list, [.. list.Items.Select(item => Check(item, names))]),
        CallSyntax call => Function.Named(call.Function).Type(rules, call, [.. call.Arguments.Select(argument => Check(argument, names))]),
        UnitsSyntax units => Units(units, names),
        PreviousSyntax previous => Check(previous.Of, names),
        AtSyntax at => At(at, names),
        HistorySyntax history => History(history, names),
        VariantSyntax variant => Check(variant.Of, names.Variant(variant.Variant.Name) ?? throw NoVariant(variant, names)),
        _ => throw new InvalidOperationException(syntax.GetType().Name),
    };

    private ExpressionType Name(NameSyntax name, IRunNames names)
    {
        if (Expression.TheoryRows.Contains(name.Name)) return new(ElementKind.Number, [-1]);
        if (Expression.Everywhere.Contains(name.Name)) return ExpressionType.Number;
        return names.TryShape(name.Name, out var shape) ? new(ElementKind.Number, shape) : throw Unknown(name, names);
    }

    private ExpressionType Index(IndexSyntax index, IRunNames names)
    {
        var of = Check(index.Of, names);
        rules.Index(index, of);
        var shape = ImmutableArray.CreateBuilder<int>();
        for (var axis = 0; axis < index.Indices.Length; axis++)
        {
            var syntax = index.Indices[axis];
            if (syntax is SliceSyntax slice)
            {
                shape.Add(Slice(index, slice, of.Shape, axis, names));
                continue;
            }
            rules.NeedSingle(ElementKind.Number, Check(syntax, names), "as an index", syntax.Place);
            if (Literal(syntax) is { } literal) rules.IndexOn(index, of.Shape, axis, literal);
        }
        return new(of.Kind, [.. shape, .. of.Shape[index.Indices.Length..]]);
    }

    // The length of the slice, if both ends are written out.
    private int Slice(IndexSyntax index, SliceSyntax slice, ImmutableArray<int> shape, int axis, IRunNames names)
    {
        foreach (var end in new[] { slice.From, slice.To }.OfType<Syntax>())
            rules.NeedSingle(ElementKind.Number, Check(end, names), "as an index", end.Place);
        var from = slice.From is null ? 0 : Literal(slice.From);
        var to = slice.To is null ? shape[axis] < 0 ? null : shape[axis] : Literal(slice.To);
        if (from is null || to is null) return -1;
        var (first, last) = rules.SliceOn(index, shape, axis, from.Value, to.Value);
        return last - first;
    }

    private static double? Literal(Syntax syntax) => syntax switch
    {
        NumberSyntax literal => literal.Value,
        UnarySyntax { Operator: UnaryOperator.Negate, Of: NumberSyntax negative } => -negative.Value,
        _ => null,
    };

    private ExpressionType History(HistorySyntax history, IRunNames names)
    {
        rules.NeedSingle(ElementKind.Number, Check(history.Of, names), $"in `{history.Function}`", history.Of.Place);
        return history.Function == "history" ? new(ElementKind.Number, [-1]) : ExpressionType.Number;
    }

    private ExpressionType Units(UnitsSyntax units, IRunNames names) =>
        names.Layers.Contains(units.Layer.Name) ? ExpressionType.Number : throw NoLayer(units, names);

    private ExpressionType At(AtSyntax at, IRunNames names)
    {
        rules.NeedSingle(ElementKind.Number, Check(at.Update, names), "as the update of `at`", at.Update.Place);
        return Check(at.Of, names);
    }

    public TextException Unknown(NameSyntax name, IRunNames names) =>
        rules.Wrong($"unknown name `{TextError.Cut(name.Name)}`{NearNames.Hint(name.Name, names.Names.Concat(Expression.Everywhere))}", name.Place);

    public TextException NoLayer(UnitsSyntax units, IRunNames names) =>
        rules.Wrong($"unknown layer `{TextError.Cut(units.Layer.Name)}`; this run has {Listed(names.Layers, "no layers")}", units.Layer.Place);

    public TextException NoVariant(VariantSyntax variant, IRunNames names) =>
        rules.Wrong($"unknown variant `{TextError.Cut(variant.Variant.Name)}`; this lesson has {Listed(names.Variants, "no variants")}", variant.Variant.Place);

    private static string Listed(IEnumerable<string> names, string none) => string.Join(", ", names) is { Length: > 0 } list ? list : none;
}
