using System.Numerics;

namespace Core;

/// <summary>
/// The loss of all training samples (penalties included, dropout off) as a function of one or two trainable parameters, in double precision;
/// the others keep the values they have when it is made. Runs on a program of its own.
/// </summary>
public sealed class LossSurface : IDisposable
{
    private readonly ProgramObjective objective;
    private readonly double[] values;
    private readonly int[] places;

    private LossSurface(ProgramObjective objective, double[] values, int[] places) => (this.objective, this.values, this.places) = (objective, values, places);

    /// <summary>The parameters that vary, e.g. <c>layer1.weight[0,2]</c>.</summary>
    public IReadOnlyList<string> Names => [.. places.Select(place => objective.Names[place])];

    /// <summary>Trainable parameters, n.</summary>
    public int Size => objective.Size;

    /// <summary>Names of all trainable parameters in order, shape <c>[n]</c>.</summary>
    public static IReadOnlyList<string> NamesOf<T>(TrainingProgram<T> program)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. program.Network.Trainable.SelectMany(buffer => Enumerable.Range(0, buffer.Capacity).Select(place => $"{buffer.Name}[{string.Join(',', buffer.IndexAt(place))}]"))];

    /// <summary>The parameters of a program in the order of <see cref="NamesOf"/>, shape <c>[n]</c>.</summary>
    public static double[] ValuesOf<T>(TrainingProgram<T> program)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ProgramObjective.ParametersOf(program);

    /// <summary>The surface around the parameters that <paramref name="program"/> has now; the program stays as it is.</summary>
    /// <param name="program">Whose network, data and parameters.</param>
    /// <param name="places">Which parameters vary: places in <see cref="NamesOf"/>.</param>
    /// <exception cref="ArgumentException">A place is outside the parameters.</exception>
    public static LossSurface Of<T>(TrainingProgram<T> program, params ReadOnlySpan<int> places)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var objective = ProgramObjective.OfAllSamples(program.Experiment, program.Data);
        foreach (var place in places)
            if (place < 0 || place >= objective.Size)
            {
                objective.Dispose();
                throw new ArgumentException($"parameter {place} is given, but there are {objective.Size}, counted from 0", nameof(places));
            }
        objective.TakeFrozen(program);
        return new LossSurface(objective, ProgramObjective.ParametersOf(program), places.ToArray());
    }

    /// <summary>Takes over the parameters that <paramref name="program"/> has now.</summary>
    public void Hold<T>(TrainingProgram<T> program)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        objective.TakeFrozen(program);
        ProgramObjective.ParametersOf(program).CopyTo(values, 0);
    }

    /// <summary>The loss with the varying parameters at <paramref name="at"/>, shape <c>[varying]</c>.</summary>
    public double Loss(params ReadOnlySpan<double> at)
    {
        for (var k = 0; k < places.Length; k++) values[places[k]] = at[k];
        return objective.Loss(values);
    }

    /// <inheritdoc/>
    public void Dispose() => objective.Dispose();
}
