using System.Collections.Immutable;
using System.Globalization;
using Core;

namespace Sim;

/// <summary>An index in words: "sample 1 of 4 · unit 2 of 3". Counted from 1, as the subscripts of formulas are.</summary>
internal static class ElementText
{
    private static readonly Lessons.Text Sample = new("sample", "样本"), Unit = new("unit", "单元"), Input = new("input", "输入"),
        Row = new("row", "行"), Column = new("column", "列"), Class = new("class", "类别"), Target = new("target", "目标"), Of = new("of", "/");

    public static string Describe(RunView view, string name, ImmutableArray<int> shape, ImmutableArray<int> element, ViewSettings settings)
    {
        var words = Dimensions(name, shape.Length, shape.Length == 2 && view.Network.ClassNames.Length == shape[1] ? Class : Target);
        var parts = element.Select((index, d) =>
            string.Create(CultureInfo.InvariantCulture, $"{settings.Say(words[d])} {index + 1} {settings.Say(Of)} {shape[d]}") + Name(view, name, words[d], element, index));
        // Of one target there is nothing to say.
        return string.Join(" · ", parts.Where((_, d) => words[d] != Target || shape[d] > 1));
    }

    private static string Name(RunView view, string name, Lessons.Text dimension, ImmutableArray<int> element, int index)
    {
        var network = view.Network;
        string? word = null;
        bool isOverInputs = name.StartsWith("batch.x", StringComparison.Ordinal) || name == "input.grad"
            || (name.StartsWith("layer1.weight", StringComparison.Ordinal) && network.Layers[0].Kind == LayerKind.Dense);
        if (dimension == Input && isOverInputs && index < network.InputNames.Length) word = network.InputNames[index];
        else if (dimension == Unit && network.Output.Units == network.ClassNames.Length && name.StartsWith(network.Output.Name + ".", StringComparison.Ordinal))
            word = network.ClassNames[index];
        else if (dimension == Sample && view.Find("batch.index") is { } rows && index < rows.Values.Length && (int)rows.Values[index] < network.SampleNames.Length)
            word = network.SampleNames[(int)rows.Values[index]];
        return string.IsNullOrEmpty(word) || word == "x" + NetworkInfo.Subscript(index + 1) ? "" : $" ({word})";
    }

    private static Lessons.Text[] Dimensions(string name, int rank, Lessons.Text target)
    {
        bool isBatched = OperandSymbol.IsBatched(name);
        if (name.StartsWith("newton.", StringComparison.Ordinal)) return rank == 1 ? [Row] : [Row, Column];
        bool isInput = name is "batch.x" or "input.grad";
        return (rank, isBatched) switch
        {
            (0, _) => [],
            (1, true) => [Sample],
            (1, false) => [Unit],
            (2, true) => [Sample, isInput ? Input : name.StartsWith("batch.y", StringComparison.Ordinal) ? target : Unit],
            (2, false) => name.StartsWith("eval.", StringComparison.Ordinal) ? [Sample, Unit] : [Unit, Input],
            (3, true) => [Sample, Row, Column],
            _ => [.. Enumerable.Range(0, rank).Select(d => new Lessons.Text($"index {d + 1}", $"第{d + 1}维"))],
        };
    }
}
