namespace Core.Tests;

/// <summary>
/// The 2-2-2 sigmoid network worked by hand by M. Mazur, "A Step by Step Backpropagation Example" (2015): the weights learn, the biases stay.
/// </summary>
public class WorkedExampleTests
{
    private static readonly ActivationSettings Sigmoid = new(ActivationKind.Sigmoid);

    private static Experiment Example { get; } = new()
    {
        Data = new(new GivenSettings(GivenValues.Matrix([0.05, 0.10]), GivenValues.Matrix([0.01, 0.99]))),
        Layers =
        [
            Layer([0.15, 0.20], [0.25, 0.30], 0.35),
            Layer([0.40, 0.45], [0.50, 0.55], 0.60),
        ],
        Loss = new(LossKind.MseHalf),
        Optimizer = new SgdSettings { LearningRate = 0.5 },
        Length = new(Updates: 10_000),
    };

    [Fact]
    public void Forward_pass_and_error_are_the_published_ones()
    {
        using var program = Example.Compile<double>();
        program.Walk();
        Near(program, "layer1.z", 0.3775, 0.3925);
        Near(program, "layer1.a", 0.593269992, 0.596884378);
        Near(program, "layer2.z", 1.105905967, 1.2249214041);
        Near(program, "layer2.a", 0.75136507, 0.772928465);
        Near(program, "loss", 0.298371109);
    }

    [Fact]
    public void Gradients_and_new_weights_are_the_published_ones()
    {
        using var program = Example.Compile<double>();
        program.Walk();
        Assert.Equal(0.74136507, program.Values("layer2.da")[0], 5e-9);
        Assert.Equal(0.138498562, program.Values("layer2.dz")[0], 5e-9);
        Assert.Equal(0.082167041, program.Values("layer2.weight.grad")[0], 5e-9);
        Assert.Equal(0.036350306, program.Values("layer1.da")[0], 5e-9);
        Assert.Equal(0.000438568, program.Values("layer1.weight.grad")[0], 5e-9);
        Near(program, "layer2.weight", 0.35891648, 0.408666186, 0.511301270, 0.561370121);
        Near(program, "layer1.weight", 0.149780716, 0.19956143, 0.24975114, 0.29950229);
    }

    [Fact]
    public void Ten_thousand_updates_with_fixed_biases_reach_the_published_error()
    {
        // The page keeps the biases; a trainable bias would end elsewhere. Its last error: 0.0000351085.
        using var program = Example.Compile<double>();
        var biases = program.Parameters.Where(parameter => parameter.Name.EndsWith("bias")).Select(bias => (bias, bias.ToArray(0))).ToArray();
        for (var k = 0; k < 10_000; k++)
        {
            program.Train();
            foreach (var (bias, values) in biases) bias.Fill(values);
        }

        program.Evaluate();
        // One more or less of ten thousand rounds makes 0.0000000035.
        Assert.Equal(0.0000351085, program.Scalar("eval.train.loss"), 1e-8);
    }

    private static DenseSettings Layer(double[] first, double[] second, double bias) => new(2, Sigmoid)
    {
        InitialWeights = new GivenInitialiser(GivenValues.Matrix(first, second)),
        InitialBias = new ConstantInitialiser(bias),
    };

    private static void Near(TrainingProgram<double> program, string name, params double[] expected)
    {
        var actual = program.Values(name);
        for (var k = 0; k < expected.Length; k++) Assert.Equal(expected[k], actual[k], 5e-9);
    }
}
