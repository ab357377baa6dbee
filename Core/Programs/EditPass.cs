using System.Numerics;

namespace Core;

/// <summary>Parameters set by hand: at the start, and behind everything else of their update.</summary>
internal static class EditPass
{
    public static void Add<T>(ProgramBuilder<T> program, Experiment experiment, Network<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (var edits in experiment.Edits.Where(edit => edit.After > 0).GroupBy(edit => edit.Name))
            program.Add(new HandEdit<T>(Parameter(network, edits.Key, edits), [.. edits]) { IsHidden = true });
    }

    /// <summary>Edits of the start weights.</summary>
    public static void Write<T>(Experiment experiment, Network<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (var edit in experiment.Edits.Where(edit => edit.After == 0)) HandEdit<T>.Write(Parameter(network, edit.Name, [edit]), edit);
    }

    private static Buffer<T> Parameter<T>(Network<T> network, string name, IEnumerable<EditSettings> edits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var parameters = network.Dense.SelectMany(layer => layer.Parameters).ToArray();
        var parameter = parameters.FirstOrDefault(parameter => parameter.Name == name)
            ?? throw new RunException($"edits: there is no {name} to set. Give one of {string.Join(", ", parameters.Select(each => each.Name))}.");
        foreach (var edit in edits)
            if (edit.Index.Length != parameter.Shape.Length || edit.Index.Zip(parameter.Shape).Any(pair => pair.First >= pair.Second))
                throw new RunException($"edits: {edit} is no element of {name}, which has the shape [{string.Join(", ", parameter.Shape)}].");
        return parameter;
    }
}
