using Features;

namespace Core.Tests;

public class FormulaTextTests
{
    private static readonly Notation Plain = new();

    private static Formula<double> X(double value, string name = "layer1.z", params int[] index) => new Formula<double>.Operand(name, [.. index], value);

    private static Formula<double> N(double value, string? symbol = null) => new Formula<double>.Number(value, symbol);

    private static Formula<double> Of(BinaryKind kind, Formula<double> left, Formula<double> right) => new Formula<double>.Binary(kind, left, right);

    private static Formula<double> Times(Formula<double> left, Formula<double> right) => Of(BinaryKind.Multiply, left, right);

    private static Formula<double> Sum(params Formula<double>[] terms) => new Formula<double>.Chain([.. terms]);

    [Fact]
    public void A_weighted_sum_reads_as_in_a_textbook()
    {
        var z = Of(
            BinaryKind.Add,
            Sum(
                Times(X(0.31, "layer1.weight", 0, 0), X(0.8, "batch.x", 0, 0)),
                Times(X(-0.2, "layer1.weight", 0, 1), X(0.6, "batch.x", 0, 1))),
            X(0.05, "layer1.bias", 0));
        Assert.Equal("w₁₁·x₁ + w₁₂·x₂ + b₁", FormulaText.Symbols(z, Plain).Text);
        Assert.Equal("0.31×0.8 + (−0.2)×0.6 + 0.05", FormulaText.Numbers(z, Plain).Text);
        Assert.Equal("0.248 − 0.12 + 0.05", FormulaText.Terms(z, Plain)!.Text);
    }

    [Fact]
    public void Layers_and_samples_are_shown_where_they_are_needed()
    {
        var many = Plain with { ShowsLayers = true };
        var gradient = Sum(
            Times(X(1, "layer1.a", 0, 2), X(2, "layer2.dz", 0, 0)),
            Times(X(3, "layer1.a", 1, 2), X(4, "layer2.dz", 1, 0)));
        Assert.Equal("a₁₃⁽¹⁾·∂L/∂z₁₁⁽²⁾ + a₂₃⁽¹⁾·∂L/∂z₂₁⁽²⁾", FormulaText.Symbols(gradient, many).Text);
        Assert.Equal("a₃·∂L/∂z₁", FormulaText.Symbols(Times(X(1, "layer1.a", 4, 2), X(2, "layer2.dz", 4, 0)), Plain).Text);
        Assert.Equal("w₁₂,₇₈₄", OperandSymbol.Of("layer1.weight", [11, 783], Plain));
    }

    [Fact]
    public void A_long_chain_says_what_it_leaves_out()
    {
        var chain = Sum([.. Enumerable.Range(0, 784).Select(k => Times(X(1, "layer1.weight", 0, k), X(k, "batch.x", 0, k)))]);
        Assert.Equal("w₁₁·x₁ + w₁₂·x₂ + w₁₃·x₃ + … + w₁,₇₈₄·x₇₈₄", FormulaText.Symbols(chain, Plain).Text);
        Assert.Equal("1×0 + 1×1 + 1×2 + (… 781 more terms, sum 306933)", FormulaText.Numbers(chain, Plain).Text);
    }

    [Fact]
    public void A_choice_is_the_branch_taken_and_its_condition()
    {
        Formula<double> Relu(double z) => new Formula<double>.Choice(new(ComparisonKind.LessOrEqual, X(z, "layer1.z", 0, 0), N(0)), N(0), X(z, "layer1.z", 0, 0));
        var positive = FormulaText.Symbols(Relu(0.3), Plain);
        Assert.Equal("z₁", positive.Text);
        Assert.Equal(["z₁ = 0.3 > 0"], positive.Conditions);
        var negative = FormulaText.Symbols(Relu(-2), Plain);
        Assert.Equal("0", negative.Text);
        Assert.Equal(["z₁ = −2 ≤ 0"], negative.Conditions);
    }

    [Fact]
    public void Ascii_notation_has_no_other_signs()
    {
        foreach (var line in Lines(Plain with { IsAscii = true, ShowsLayers = true })) Assert.True(System.Text.Ascii.IsValid(line), line);
    }

    [Fact]
    public void Printed_numbers_calculated_by_school_rules_give_the_formulas_value()
    {
        var exact = Plain with { Digits = 17, MostTerms = int.MaxValue };
        var checkedSteps = 0;
        foreach (var step in FeatureExperiments.All().SelectMany(Steps))
            foreach (var index in Corners(step.Output.Shape))
            {
                var formula = step.Explain(index);
                var printed = FormulaText.Numbers(formula, exact).Text;
                var expected = formula.Check();
                var read = FormulaReader.Value(printed);
                Assert.True(Math.Abs(read - expected) <= 1e-9 * Math.Max(1, Math.Abs(expected)), $"{step.Name}: {printed} is {read}, not {expected}");
                if (FormulaText.Terms(formula, exact) is { } terms) Assert.True(Math.Abs(FormulaReader.Value(terms.Text) - expected) <= 1e-5 * Math.Max(1, Math.Abs(expected)), terms.Text);
                checkedSteps++;
            }

        Assert.True(checkedSteps > 1000, $"{checkedSteps}");
    }

    [Fact]
    public void Every_explanation_is_confirmed_in_double_precision_and_a_wrong_result_is_not()
    {
        foreach (var step in FeatureExperiments.All().SelectMany(Steps))
            foreach (var index in Corners(step.Output.Shape))
            {
                var explanation = Explanation.Of(step, index, Plain);
                Assert.True(explanation.IsConfirmed, $"{step.Name}[{string.Join(',', index)}]: {explanation.Numbers} = {explanation.Result}, check {explanation.Check}");
                if (explanation.Check is not { } check || Math.Abs(explanation.Result) < 1e-3) continue;
                var isLoose = check.Bound > Math.Abs(explanation.Result) * 0.01;
                Assert.True(isLoose || !(explanation with { Result = explanation.Result * 1.02 }).IsConfirmed, step.Name);
            }
    }

    private static IEnumerable<string> Lines(Notation notation) =>
        from experiment in FeatureExperiments.All()
        from step in Steps(experiment)
        let explanation = Explanation.Of(step, Corners(step.Output.Shape).First(), notation)
        from line in new[] { explanation.Symbol, explanation.Rule, explanation.Symbols, explanation.Numbers, explanation.Terms, explanation.ResultText }.Concat(explanation.Conditions)
        where line is not null
        select line;

    private static IEnumerable<Step<float>> Steps(Experiment experiment)
    {
        var program = Compiler.Compile<float>(experiment, DataLoader.WithoutFiles.Load(experiment));
        return Trace.Steps(new Timeline<float>(program), 1, 2);
    }

    private static IEnumerable<int[]> Corners(IReadOnlyList<int> shape)
    {
        yield return new int[shape.Count];
        if (shape.Any(size => size > 1)) yield return [.. shape.Select(size => size - 1)];
    }
}
