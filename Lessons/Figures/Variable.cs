using System.Collections.Immutable;

namespace Lessons;

/// <summary>The names of a run and one more: a row of numbers that a figure defines.</summary>
internal sealed class NamesWith(IRunNames names, string variable) : IRunNames
{
    public IEnumerable<string> Names => names.Names.Append(variable);

    public IEnumerable<string> Layers => names.Layers;

    public IEnumerable<string> Variants => names.Variants;

    public bool TryShape(string name, out ImmutableArray<int> shape)
    {
        if (name != variable) return names.TryShape(name, out shape);
        shape = [-1];
        return true;
    }

    public IRunNames? Variant(string name) => names.Variant(name) is { } other ? new NamesWith(other, variable) : null;
}

/// <summary>The values of a run and the figure's own row; it is the same at every moment and in every variant.</summary>
internal sealed class ValuesWith(IRunValues run, string variable, Tensor row) : IRunValues
{
    public IRunNames Names => new NamesWith(run.Names, variable);

    public long Update => run.Update;

    public long Epoch => run.Epoch;

    public bool TryGet(string name, out Tensor value)
    {
        if (name != variable) return run.TryGet(name, out value);
        value = row;
        return true;
    }

    public IRunValues? At(long update) => run.At(update) is { } at ? new ValuesWith(at, variable, row) : null;

    public IRunValues? Variant(string name) => run.Variant(name) is { } other ? new ValuesWith(other, variable, row) : null;

    // A history that uses the row belongs to this figure alone: it is not remembered under its text.
    public ImmutableArray<double>? History(Syntax of, Func<IRunValues, double> value) =>
        Watched.By(of).Names.Contains(variable)
            ? run.History(new VariantSyntax(of.Place, new(of.Place, $"{variable}={row}"), of), moment => value(new ValuesWith(moment, variable, row)))
            : run.History(of, value);

    public Tensor? Theory(string name) => run.Theory(name);

    public Tensor? LargestSlopes(string layer) => run.LargestSlopes(layer);
}
