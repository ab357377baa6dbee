using System.Text;

namespace Core.Tests;

public class LossSurfaceTests
{
    private static TrainingProgram<float> Program(string layer) => Compile("""
        {"data": {"inputs": [[1, 0], [0, 3]], "targets": [[1], [3]]}, "layers": [LAYER], "loss": "mse_half", "batches": 1,
         "optimizer": {"type": "sgd", "learningRate": 0.1}, "length": {"updates": 4}}
        """.Replace("LAYER", layer));

    private static TrainingProgram<float> Compile(string json)
    {
        var experiment = ExperimentReader.Read(Encoding.UTF8.GetBytes(json)).Experiment!;
        return Compiler.Compile<float>(experiment, DataLoader.WithoutFiles.Load(experiment));
    }

    [Fact]
    public void The_surface_is_the_loss_over_all_samples_whatever_the_batch()
    {
        using var program = Program("""{"units": 1, "bias": false, "initialWeights": [[-1, 0.5]]}""");
        using var surface = LossSurface.Of(program, 0, 1);
        Assert.Equal(["layer1.weight[0,0]", "layer1.weight[0,1]"], surface.Names);
        // ((w₁ − 1)² + (3w₂ − 3)²)/(2·2)
        foreach (var (w1, w2) in new[] { (-1.0, 0.5), (1, 1), (0, 2) })
            Assert.Equal(((w1 - 1) * (w1 - 1) + 9 * (w2 - 1) * (w2 - 1)) / 4, surface.Loss(w1, w2), 12);
    }

    [Fact]
    public void Other_parameters_keep_the_values_the_program_has_until_they_are_taken_anew()
    {
        using var program = Program("""{"units": 1, "initialWeights": [[0, 0]], "initialBias": [0]}""");
        using var surface = LossSurface.Of(program, 2);
        Assert.Equal((1 + 9) / 4.0, surface.Loss(0), 12);
        Assert.Equal(4 / 4.0, surface.Loss(1), 12); // b = 1: errors 0 and 2.
        program.Train();
        var weights = LossSurface.ValuesOf(program);
        double First(double b) => Math.Pow(weights[0] + b - 1, 2);
        double Second(double b) => Math.Pow(3 * weights[1] + b - 3, 2);
        Assert.Equal((1 + 9) / 4.0, surface.Loss(0), 12);
        surface.Hold(program);
        Assert.Equal((First(0.5) + Second(0.5)) / 4, surface.Loss(0.5), 12);
    }

    [Fact]
    public void Places_outside_the_parameters_are_refused()
    {
        using var program = Program("""{"units": 1, "initialWeights": [[0, 0]]}""");
        Assert.Contains("3", Assert.Throws<ArgumentException>(() => LossSurface.Of(program, 3)).Message);
    }
}
