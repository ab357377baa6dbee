using FsCheck;
using FsCheck.Fluent;

namespace Lessons.Tests;

public class ExpressionProperties
{
    private static readonly SampleRun Run = new(2);

    [Fact]
    public void What_is_printed_parses_back_to_the_same_tree() =>
        Prop.ForAll(RandomSyntax.Any(4).ToArbitrary(), tree => Expression.Parse(tree.ToString()).OrThrow().Root == tree)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Printing_is_stable() =>
        Prop.ForAll(RandomSyntax.Any(3).ToArbitrary(), tree => Expression.Parse(tree.ToString()).OrThrow().ToString() == tree.ToString())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Numbers_are_those_of_CSharp_to_the_bit() =>
        Prop.ForAll(RandomSyntax.Numbers(4).ToArbitrary(), sample =>
            Expression.Parse(sample.Tree.ToString()).OrThrow().Number(Run).OrThrow().Equals(sample.Value))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Conditions_are_those_of_CSharp() =>
        Prop.ForAll(RandomSyntax.Conditions(3).ToArbitrary(), sample =>
            Expression.Parse(sample.Tree.ToString()).OrThrow().Holds(Run).OrThrow() == sample.Truth)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_checked_expression_never_fails_for_its_kind_and_has_the_promised_type() =>
        Prop.ForAll(RandomSyntax.Any(3).ToArbitrary(), tree =>
        {
            var expression = Expression.Parse(tree.ToString()).OrThrow();
            var (type, value) = (expression.Check(Run), expression.Evaluate(Run));
            return !type.Ok || !value.Ok || Keeps(type.Value, value.Value.Type);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    // A length that only the run has may be any.
    private static bool Keeps(ExpressionType promised, ExpressionType given) =>
        promised.Kind == given.Kind && promised.Shape.Length == given.Shape.Length && promised.Shape.Zip(given.Shape).All(pair => pair.First < 0 || pair.First == pair.Second);
}
