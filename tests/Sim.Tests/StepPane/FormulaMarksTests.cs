using Core;

namespace Sim.Tests;

public class FormulaMarksTests
{
    private static StepPaneData Pane(string json, long update, string step, params int[] element) =>
        StepPaneData.From(Runs.Of(json).At(update, step), [.. element], ViewSettings.Default);

    [Fact]
    public void Every_operand_of_a_short_formula_is_marked_in_both_lines()
    {
        var data = Pane(Runs.Melon, 1, "layer1.z", 0, 0);
        Assert.Equal(["w₁₁", "x₁", "w₁₂", "x₂", "w₁₃", "x₃", "b₁"], data.SymbolMarks.Select(mark => data.Explanation!.Symbols!.Substring(mark.Start, mark.Length)));
        Assert.Equal(["0.31", "0.8", "−0.2", "0.6", "0.1", "0.9", "0.05"], data.NumberMarks.Select(mark => data.Explanation!.Numbers!.Substring(mark.Start, mark.Length)));
        Assert.Equal("layer1.bias", data.NumberMarks[^1].Name);
    }

    [Fact]
    public void Terms_left_out_are_not_marked()
    {
        var data = Pane(Runs.Digits, 1, "layer1.z", 0, 0);
        Assert.Equal([0, 1, 2, 3, 783], data.SymbolMarks.Where(mark => mark.Name == "layer1.weight").Select(mark => mark.Index[1]));
        Assert.Equal([0, 1, 2, 3], data.NumberMarks.Where(mark => mark.Name == "layer1.weight").Select(mark => mark.Index[1]));
    }

    [Fact]
    public void Marks_of_all_steps_stand_on_the_operands_own_text()
    {
        var runs = Runs.Of(Runs.Xor);
        foreach (string name in runs.At(2).Steps.Select(step => step.Name).ToArray())
        {
            var data = StepPaneData.From(runs.At(2, name), [1, 1], ViewSettings.Default);
            foreach (var mark in data.NumberMarks)
            {
                var operand = data.Explanation!.Operands.Single(mark.IsOf);
                Assert.Equal(NumberText.Of(operand.Value), data.Explanation.Numbers!.Substring(mark.Start, mark.Length));
            }
            foreach (var mark in data.SymbolMarks)
                Assert.Equal(data.SymbolOf(data.Explanation!.Operands.IndexOf(data.Explanation.Operands.Single(mark.IsOf))), data.Explanation.Symbols!.Substring(mark.Start, mark.Length));
        }
    }
}
