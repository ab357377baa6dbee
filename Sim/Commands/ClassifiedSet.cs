using System.Numerics;
using Core;

namespace Sim;

/// <summary>What a network says of every sample of a set, beside what is wanted.</summary>
/// <param name="Name">test, validation or train.</param>
/// <param name="Data">The samples.</param>
/// <param name="Given">The class of the greatest output, by sample.</param>
/// <param name="Share">That output, by sample.</param>
internal sealed record ClassifiedSet(string Name, DataSet Data, int[] Given, double[] Share)
{
    /// <summary>Classes.</summary>
    public int Classes => Data.Targets.ClassCount;

    /// <summary>Samples by class that was wanted and class that was given.</summary>
    public int[,] Confusion
    {
        get
        {
            var counts = new int[Classes, Classes];
            for (int row = 0; row < Given.Length; row++) counts[Data.Targets.ClassOf(row), Given[row]]++;
            return counts;
        }
    }

    /// <summary>Samples of which the network was most sure and wrong, the surest first.</summary>
    public IEnumerable<int> WorstMistakes => Enumerable.Range(0, Given.Length).Where(row => Given[row] != Data.Targets.ClassOf(row)).OrderByDescending(row => Share[row]);

    /// <summary>The set evaluated last, test before validation before training; nothing where outputs are no classes.</summary>
    public static ClassifiedSet? Of<T>(TrainingProgram<T> program)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (var (name, data) in program.Data.Sets.Reverse())
            if (data.Targets.Kind is TargetKind.Classes or TargetKind.OneHot && program.Find($"eval.{name}.a") is { } outputs && outputs.Shape[1] == data.Targets.ClassCount)
                return From(name, data, outputs.ToArray(1), data.Targets.ClassCount);
        return null;
    }

    private static ClassifiedSet From<T>(string name, DataSet data, T[] outputs, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (given, share) = (new int[data.Rows], new double[data.Rows]);
        for (int row = 0; row < data.Rows; row++)
        {
            for (int k = 1; k < classes; k++)
                if (outputs[row * classes + k] > outputs[row * classes + given[row]]) given[row] = k;
            share[row] = double.CreateTruncating(outputs[row * classes + given[row]]);
        }

        return new(name, data, given, share);
    }
}
