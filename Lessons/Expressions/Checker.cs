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
        CallSyntax call => Function.Named(call.Function).Type(rules, call, [.. call.Arguments.Select(argument => Check(argument, names))]),
        UnitsSyntax units => Units(units, names),
        PreviousSyntax previous => Check(previous.Of, names),
        AtSyntax at => At(at, names),
        VariantSyntax variant => Check(variant.Of, names.Variant(variant.Variant.Name) ?? throw NoVariant(variant, names)),
        _ => throw new InvalidOperationException(syntax.GetType().Name),
    };

    private ExpressionType Name(NameSyntax name, IRunNames names)
    {
        if (Expression.Everywhere.Contains(name.Name)) return ExpressionType.Number;
        return names.TryShape(name.Name, out var shape) ? new(ElementKind.Number, shape) : throw Unknown(name, names);
    }

    private ExpressionType Index(IndexSyntax index, IRunNames names)
    {
        var of = Check(index.Of, names);
        var type = rules.Index(index, of);
        for (var axis = 0; axis < index.Indices.Length; axis++)
        {
            var syntax = index.Indices[axis];
            rules.NeedSingle(ElementKind.Number, Check(syntax, names), "as an index", syntax.Place);
            if (syntax is NumberSyntax literal) rules.IndexOn(index, of.Shape, axis, literal.Value);
            if (syntax is UnarySyntax { Of: NumberSyntax negative }) rules.IndexOn(index, of.Shape, axis, -negative.Value);
        }
        return type;
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
