using FsCheck;
using FsCheck.Fluent;

namespace Lessons.Tests;

/// <summary>Random trees; well typed ones come with their value, computed directly in C#.</summary>
internal static class RandomSyntax
{
    private static readonly Place Nowhere = new(0, 0);

    /// <summary>Any tree the parser can build, typed or not.</summary>
    public static Gen<Syntax> Any(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Elements(0, 1, 0.1, 1e-7, 1e21, 5e-324, 1.7976931348623157e308, double.PositiveInfinity, double.NaN)
                .Select(value => (Syntax)new NumberSyntax(Nowhere, value)),
            Gen.Elements("loss", "layer1.weight", "_x", "a.b2.c_3", "e5", "inf2").Select(name => (Syntax)new NameSyntax(Nowhere, name)),
            Gen.Elements(true, false).Select(truth => (Syntax)new TruthSyntax(Nowhere, truth)),
            Gen.Elements("dead", "saturated").Select(name => (Syntax)new UnitsSyntax(Nowhere, name, new(Nowhere, "layer1"))));
        if (depth == 0) return leaf;
        var below = Any(depth - 1);
        var two = Gen.Two(below);
        return Gen.OneOf(
            leaf,
            two.SelectMany(_ => Gen.Elements(Enum.GetValues<BinaryOperator>()), (pair, o) => (Syntax)new BinarySyntax(Nowhere, o, pair.Item1, pair.Item2)),
            two.SelectMany(_ => Gen.Elements(Enum.GetValues<BinaryOperator>()), (pair, o) => (Syntax)new BinarySyntax(Nowhere, o, pair.Item1, pair.Item2)),
            below.SelectMany(_ => Gen.Elements(Enum.GetValues<UnaryOperator>()), (of, o) => (Syntax)new UnarySyntax(Nowhere, o, of)),
            two.Select(pair => (Syntax)new IndexSyntax(Nowhere, pair.Item1, [pair.Item2, pair.Item2])),
            two.Select(pair => (Syntax)new IndexSyntax(Nowhere, pair.Item1, [new SliceSyntax(Nowhere, pair.Item2, null), new SliceSyntax(Nowhere, null, pair.Item2)])),
            two.Select(pair => (Syntax)new ListSyntax(Nowhere, [pair.Item1, pair.Item2])),
            below.SelectMany(_ => Gen.Elements("history", "min_so_far"), (of, name) => (Syntax)new HistorySyntax(Nowhere, name, of)),
            two.Select(pair => (Syntax)new CallSyntax(Nowhere, "max", [pair.Item1, pair.Item2])),
            below.Select(of => (Syntax)new CallSyntax(Nowhere, "abs", [of])),
            below.Select(of => (Syntax)new PreviousSyntax(Nowhere, of)),
            two.Select(pair => (Syntax)new AtSyntax(Nowhere, pair.Item1, pair.Item2)),
            below.SelectMany(_ => Gen.Elements("edge", "large-rate", "0.5", "a_b"), (of, name) => (Syntax)new VariantSyntax(Nowhere, new(Nowhere, name), of)));
    }

    /// <summary>Numbers, with their value by C#'s own operators.</summary>
    public static Gen<(Syntax Tree, double Value)> Numbers(int depth)
    {
        var leaf = Gen.Choose(0, 64).Select(n => ((Syntax)new NumberSyntax(Nowhere, n / 8.0), n / 8.0));
        if (depth == 0) return leaf;
        var two = Gen.Two(Numbers(depth - 1));
        return Gen.OneOf(
            leaf,
            two.Select(p => (Join(BinaryOperator.Add, p), p.Item1.Value + p.Item2.Value)),
            two.Select(p => (Join(BinaryOperator.Subtract, p), p.Item1.Value - p.Item2.Value)),
            two.Select(p => (Join(BinaryOperator.Multiply, p), p.Item1.Value * p.Item2.Value)),
            two.Select(p => (Join(BinaryOperator.Divide, p), p.Item1.Value / p.Item2.Value)),
            Numbers(depth - 1).Select(p => ((Syntax)new UnarySyntax(Nowhere, UnaryOperator.Negate, p.Tree), -p.Value)),
            Numbers(depth - 1).Select(p => ((Syntax)new BinarySyntax(Nowhere, BinaryOperator.Power, p.Tree, new NumberSyntax(Nowhere, 2)), p.Value * p.Value)),
            Numbers(depth - 1).Select(p => ((Syntax)new CallSyntax(Nowhere, "abs", [p.Tree]), Math.Abs(p.Value))),
            two.Select(p => ((Syntax)new CallSyntax(Nowhere, "max", [p.Item1.Tree, p.Item2.Tree]), Math.Max(p.Item1.Value, p.Item2.Value))));
    }

    /// <summary>Conditions, with their truth by C#'s own operators.</summary>
    public static Gen<(Syntax Tree, bool Truth)> Conditions(int depth)
    {
        var comparison = Gen.Two(Numbers(2)).SelectMany(_ => Gen.Choose(0, 5), (p, which) => which switch
        {
            0 => (Join(BinaryOperator.Less, p), p.Item1.Value < p.Item2.Value),
            1 => (Join(BinaryOperator.LessOrEqual, p), p.Item1.Value <= p.Item2.Value),
            2 => (Join(BinaryOperator.Greater, p), p.Item1.Value > p.Item2.Value),
            3 => (Join(BinaryOperator.GreaterOrEqual, p), p.Item1.Value >= p.Item2.Value),
            4 => (Join(BinaryOperator.Equal, p), p.Item1.Value == p.Item2.Value),
            _ => (Join(BinaryOperator.NotEqual, p), p.Item1.Value != p.Item2.Value),
        });
        if (depth == 0) return comparison;
        var two = Gen.Two(Conditions(depth - 1));
        return Gen.OneOf(
            comparison,
            two.Select(p => ((Syntax)new BinarySyntax(Nowhere, BinaryOperator.And, p.Item1.Tree, p.Item2.Tree), p.Item1.Truth && p.Item2.Truth)),
            two.Select(p => ((Syntax)new BinarySyntax(Nowhere, BinaryOperator.Or, p.Item1.Tree, p.Item2.Tree), p.Item1.Truth || p.Item2.Truth)),
            two.Select(p => ((Syntax)new BinarySyntax(Nowhere, BinaryOperator.Equal, p.Item1.Tree, p.Item2.Tree), p.Item1.Truth == p.Item2.Truth)),
            Conditions(depth - 1).Select(p => ((Syntax)new UnarySyntax(Nowhere, UnaryOperator.Not, p.Tree), !p.Truth)));
    }

    private static Syntax Join(BinaryOperator binary, ((Syntax Tree, double) Left, (Syntax Tree, double) Right) pair) =>
        new BinarySyntax(Nowhere, binary, pair.Left.Tree, pair.Right.Tree);
}
