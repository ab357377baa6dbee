using System.Text;

namespace Core.Tests;

/// <summary>The optimizer <c>newton</c>: one step on a quadratic, damping, flat directions, and what it refuses.</summary>
public class NewtonOptimizerTests
{
    private const string Bowl = """{"data": {"type": "bowl", "curvatures": [1, 9], "minimum": [3, -2]}, "layers": [{"units": 1, "bias": false, "initialWeights": [[-4, 2]]}], "loss": "mse", "optimizer": NEWTON, "length": {"updates": 4}}""";

    [Fact]
    public void One_step_reaches_the_minimum_of_a_quadratic()
    {
        using var program = After(1, Bowl, "\"newton\"");
        Assert.Equal([1, 0, 0, 9], program.Find("newton.hessian")!.ToArray(0).Select(value => Math.Round(value, 5)));
        Assert.Equal([1, 0, 0, 1.0 / 9], program.Find("newton.inverse")!.ToArray(0).Select(value => (double)value), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal([-7, 4], program.Find("newton.step")!.ToArray(0).Select(value => (double)value), (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal([3, -2], program.Find("layer1.weight")!.ToArray(0).Select(value => (double)value), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void The_learning_rate_takes_a_share_of_the_step()
    {
        using var program = After(1, Bowl, """{"type": "newton", "learningRate": 0.5}""");
        Assert.Equal([-0.5, 0], program.Find("layer1.weight")!.ToArray(0).Select(value => (double)value), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void Damping_is_added_to_every_curvature()
    {
        // w − g/(λ + μ): −4 + 7/(1 + 3), 2 − 36/(9 + 3).
        using var program = After(1, Bowl, """{"type": "newton", "damping": 3}""");
        Assert.Equal([-2.25, -1], program.Find("layer1.weight")!.ToArray(0).Select(value => (double)value), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void Weights_and_biases_of_several_outputs_end_where_least_squares_does()
    {
        const string Line = """{"data": {"inputs": [[0, 1], [1, 0], [2, 2], [3, 1]], "targets": [[1, 0], [2, 1], [2, 5], [7, 3]]}, "layers": [{"units": 2}], "loss": "mse", "optimizer": NEWTON, "length": {"updates": 4}}""";
        using var program = After(1, Line, "\"newton\"");
        double[][] rows = [[0, 1, 1], [1, 0, 1], [2, 2, 1], [3, 1, 1]];
        var design = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowArrays(rows);
        var targets = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowArrays([1, 0], [2, 1], [2, 5], [7, 3]);
        var best = design.QR().Solve(targets);
        Assert.Equal([best[0, 0], best[1, 0], best[0, 1], best[1, 1]], program.Find("layer1.weight")!.ToArray(0).Select(value => (double)value), (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal([best[2, 0], best[2, 1]], program.Find("layer1.bias")!.ToArray(0).Select(value => (double)value), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void A_flat_direction_is_left_alone()
    {
        // Both inputs are always equal: only w₁ + w₂ matters, which should be 2, and w₁ − w₂ stays.
        const string Twins = """{"data": {"inputs": [[1, 1], [2, 2]], "targets": [2, 4]}, "layers": [{"units": 1, "bias": false, "initialWeights": [[0.5, -0.5]]}], "loss": "mse", "optimizer": NEWTON, "length": {"updates": 4}}""";
        using var program = After(1, Twins, "\"newton\"");
        Assert.Equal([1.5, 0.5], program.Find("layer1.weight")!.ToArray(0).Select(value => (double)value), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void Every_element_of_every_step_explains_itself_with_its_bits()
    {
        var timeline = new Timeline<float>(Compiled(Small.All["newton"]));
        foreach (var name in new[] { "newton.hessian", "newton.inverse", "newton.step", "layer1.weight", "layer2.bias" })
        {
            Assert.True(timeline.Seek(2, name));
            var step = timeline.Current!;
            for (var place = 0; place < step.Output.Values.Length; place++)
            {
                var index = IndexAt(step.Output.Shape, place);
                Assert.Equal(BitConverter.SingleToInt32Bits(step.Output.Values[place]), BitConverter.SingleToInt32Bits(step.Explain(index).Evaluate()));
            }
        }
    }

    [Theory]
    [InlineData("""[{"units": 20}, {"units": 10}]""", "given newton for 250 weights and biases, so 62500 second derivatives, expected at most 200 parameters; use a smaller network or another optimizer")]
    [InlineData("""[{"type": "dropout", "rate": 0.5}, {"units": 10}]""", "given newton with dropout, expected the same network in every update; remove the layer")]
    [InlineData("""[{"units": 2, "trainable": false}, {"units": 10}]""", "given newton with a frozen layer, expected layers that are all trained; remove trainable")]
    public void What_it_cannot_do_is_said(string layers, string problem)
    {
        var json = $$$"""{"data": {"type": "noise", "n": 10, "shape": [1]}, "layers": {{{layers}}}, "loss": "mse", "optimizer": "newton", "length": {"updates": 1}}""";
        Assert.Contains(problem, string.Join('\n', ExperimentReader.Read(Encoding.UTF8.GetBytes(json)).Problems), StringComparison.Ordinal);
    }

    private static TrainingProgram<float> After(int updates, string json, string newton)
    {
        var read = ExperimentReader.Read(Encoding.UTF8.GetBytes(json.Replace("NEWTON", newton, StringComparison.Ordinal)));
        Assert.Empty(read.Problems);
        var program = Compiled(read.Experiment!);
        for (var k = 0; k < updates; k++) program.Train();
        return program;
    }

    private static TrainingProgram<float> Compiled(Experiment experiment) => Compiler.Compile<float>(experiment, DataLoader.WithoutFiles.Load(experiment));

    private static int[] IndexAt(IReadOnlyList<int> shape, int place)
    {
        var index = new int[shape.Count];
        for (var d = shape.Count - 1; d >= 0; d--) (place, index[d]) = Math.DivRem(place, shape[d]);
        return index;
    }
}
