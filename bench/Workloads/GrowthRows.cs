using System.Text;
using Core;

namespace Bench;

/// <summary>How the time of an update grows with the batch, the width and the depth of a network, beside plain scalar loops.</summary>
internal static class GrowthRows
{
    public static void Run(Table table)
    {
        foreach (int batch in new[] { 1, 4, 32, 256 }) Row(table, 784, [128], batch);
        foreach (int width in new[] { 8, 32, 512 }) Row(table, 784, [width], 32);
        foreach (int depth in new[] { 1, 2, 4, 8 }) Row(table, 64, [.. Enumerable.Repeat(64, depth)], 32);
    }

    private static void Row(Table table, int inputs, int[] hidden, int batch)
    {
        int[] widths = [inputs, .. hidden, 10];
        Experiment experiment = ExperimentReader.Read(Encoding.UTF8.GetBytes(Text(inputs, hidden, batch))).Experiment!;
        RunData data = DataLoader.WithoutFiles.Load(experiment);
        using TrainingProgram<float> program = Compiler.Compile<float>(experiment, data);
        double[] ns = Measure.InTurns(program.Train, new PlainTraining(experiment, data).Train);
        double products = MultiplyAdds(widths, batch);
        table.Add(new($"{string.Join('-', hidden.Length > 2 ? [inputs, $"{hidden.Length}×{hidden[0]}", 10] : widths.Cast<object>())}, batch {batch}", ns[0] / 1000, "µs")
        {
            Baselines = [new("plain scalar loops", ns[1] / 1000)],
            Check = $"{Figure.Text(products)} multiply-adds, {Figure.Text(2 * products / ns[0])} GFLOP/s",
        });
    }

    // Of all products: forward, ∂L/∂W, and ∂L/∂x but for the first layer.
    private static double MultiplyAdds(int[] widths, int batch)
    {
        double sum = 0;
        for (int k = 0; k + 1 < widths.Length; k++) sum += (k == 0 ? 2d : 3d) * batch * widths[k] * widths[k + 1];
        return sum;
    }

    private static string Text(int inputs, int[] hidden, int batch) => $$"""
        {
          "data": {"type": "noise", "n": 512, "shape": [{{inputs}}], "classes": 10},
          "layers": [{{string.Concat(hidden.Select(width => $"{{\"units\": {width}, \"activation\": \"relu\"}}, "))}}{"units": 10, "activation": "softmax"}],
          "loss": "softmax_ce", "optimizer": "adam", "batches": {"size": {{batch}}, "shuffle": true},
          "length": {"updates": 100000000}, "evaluation": {"sets": []}
        }
        """;
}
