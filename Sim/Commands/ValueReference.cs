using System.Globalization;
using System.Text.RegularExpressions;
using Core;

namespace Sim;

/// <summary>One number of a run: <c>layer1.weight[0,2]</c>, indices counted from 0 as in a trace.</summary>
internal sealed partial record ValueReference(string Name, int[] Index)
{
    /// <summary>Reads a reference; names may end in brackets themselves (<c>eval.train.precision[1]</c>).</summary>
    public static ValueReference Parse(string text, IReadOnlyCollection<string> names)
    {
        var name = text.Trim();
        var index = new List<int>();
        while (!names.Contains(name) && Bracket().Match(name) is { Success: true } bracket)
        {
            index.InsertRange(0, bracket.Groups["index"].Value.Split(',').Select(i => int.Parse(i, CultureInfo.InvariantCulture)));
            name = name[..bracket.Index].TrimEnd();
        }

        if (names.Contains(name)) return new(name, [.. index]);
        throw new RequestException(
            $"--value {text}: this run has no value {name}; expected NAME or NAME[i,j]{(Nearest.Of(name, names) is { } near ? $"; did you mean {near}?" : "")}\n{OpenedExperiment.Indented("possible here: " + string.Join(", ", names))}");
    }

    /// <summary>The index for a shape: may be left out where there is one element.</summary>
    public int[] For(IReadOnlyList<int> shape)
    {
        if (Index.Length == 0 && shape.Aggregate(1L, (product, size) => product * size) == 1) return new int[shape.Count];
        var fits = Index.Length == shape.Count && !Index.Where((i, d) => i >= shape[d]).Any();
        if (fits) return Index;
        var given = Index.Length == 0 ? "no index" : $"[{string.Join(',', Index)}]";
        throw new RequestException(
            $"--value {Name}: given {given}; expected {(shape.Count == 0 ? "none, for it is a single number" : $"[{string.Join(',', shape.Select(size => size == 1 ? "0" : $"0…{size - 1}"))}], for its shape is [{string.Join(',', shape)}]")}. Indices count from 0.");
    }

    public override string ToString() => Index.Length == 0 ? Name : $"{Name}[{string.Join(',', Index)}]";

    [GeneratedRegex(@"\[\s*(?<index>\d{1,9}(\s*,\s*\d{1,9})*)\s*\]$")]
    private static partial Regex Bracket();
}
