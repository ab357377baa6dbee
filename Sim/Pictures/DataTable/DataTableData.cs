using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>One training sample.</summary>
/// <param name="Row">Its number from 0.</param>
/// <param name="Name">May be empty.</param>
/// <param name="Inputs">One for each column that is shown: a number, or a word.</param>
/// <param name="Targets">Wanted outputs; one for class numbers.</param>
/// <param name="Outputs">What the network gives.</param>
/// <param name="Target">Its class, or <see cref="ClassGlyphs.None"/>.</param>
/// <param name="Predicted">The class the network gives it.</param>
/// <param name="Sure">The output of that class.</param>
/// <param name="IsInBatch">Whether the current batch holds it.</param>
internal sealed record SampleRow(int Row, string Name, ImmutableArray<(double Number, string? Word)> Inputs, ImmutableArray<double> Targets, ImmutableArray<double> Outputs, int Target, int Predicted, double Sure, bool IsInBatch);

/// <summary>Training samples with targets and predictions: those around the current batch.</summary>
/// <param name="InputNames">Of the columns that are shown.</param>
/// <param name="Inputs">Columns of a sample.</param>
/// <param name="ClassNames">May be empty.</param>
/// <param name="Samples">In the order of the data.</param>
/// <param name="AllRows">Training samples.</param>
/// <param name="HasBatch">Whether a batch has been taken.</param>
internal sealed record DataTableData(ImmutableArray<string> InputNames, int Inputs, ImmutableArray<string> ClassNames, ImmutableArray<SampleRow> Samples, int AllRows, bool HasBatch)
{
    private const int MostInputs = 12, MostOutputs = 6, Before = 50, MostRows = 400;

    public static DataTableData From(RunView view, TrainingProgram<float> program)
    {
        var train = program.Data.Train;
        var (batch, classes) = (CurrentRows.InOrder(view).ToHashSet(), new SampleClasses(train.Targets));
        int count = Math.Min(train.Rows, Math.Min(MostRows, NetworkProbe.Affordable(program, MostRows)));
        int first = Math.Clamp(batch.Count == 0 ? 0 : batch.Min() - Before, 0, train.Rows - count);
        float[] inputs = [.. train.Inputs.ToArray(first * train.Width, count * train.Width).Select(value => (float)value)];
        float[] outputs = new NetworkProbe(program, count).Outputs(inputs);
        int width = outputs.Length / count;
        InputColumn[] all = [.. InputColumn.Of(train.Width, view.Network.InputName)], columns = all[..Math.Min(all.Length, MostInputs)];
        return new DataTableData([.. columns.Select(column => column.Name)], all.Length, view.Network.ClassNames,
            [.. Enumerable.Range(0, count).Select(k => new SampleRow(first + k, first + k < view.Network.SampleNames.Length ? view.Network.SampleNames[first + k] : "",
                Shown(train.Row(first + k), columns),
                [.. Enumerable.Range(0, Math.Min(MostOutputs, train.Targets.Width)).Select(column => train.Targets[first + k, column])],
                [.. outputs.AsSpan(k * width, Math.Min(MostOutputs, width)).ToArray().Select(value => (double)value)],
                classes.Target(first + k), classes.Predicted(outputs, k, width), outputs.AsSpan(k * width, width).ToArray().Max(), batch.Contains(first + k)))],
            train.Rows, batch.Count > 0);
    }

    private static ImmutableArray<(double, string?)> Shown(ReadOnlySpan<double> inputs, InputColumn[] columns)
    {
        var shown = ImmutableArray.CreateBuilder<(double, string?)>(columns.Length);
        foreach (var column in columns) shown.Add((inputs[column.First], column.Word(inputs)));
        return shown.MoveToImmutable();
    }

    /// <summary>The first sample of the batch among those shown; 0 if there is none.</summary>
    public int FirstInBatch => Math.Max(0, Samples.Select((sample, at) => (sample, at)).Where(pair => pair.sample.IsInBatch).Select(pair => pair.at).DefaultIfEmpty(0).First());
}
