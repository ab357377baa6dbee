using MathNet.Numerics;

namespace Core.Tests;

/// <summary>Forward values, losses and gradients of a network against plain loops with the library's functions.</summary>
public class ForwardReferenceTests
{
    public static TheoryData<string> Names => [.. Small.All.Keys.Where(name => name.Split(' ')[0] is "base" or "activation" or "loss" or "without" or "wide" or "one" or "flatten")];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_forward_pass_follows_the_plain_loops(string name)
    {
        var experiment = Small.All[name] with { Layers = [.. Small.All[name].Layers.Where(layer => layer is not DropoutSettings)] };
        using var program = experiment.Compile<double>();
        for (var update = 1; update <= Math.Min(4, program.LastUpdate); update++)
        {
            var weights = program.Parameters.ToDictionary(parameter => parameter.Name, parameter => program.Values(parameter.Name));
            program.Walk();
            var rows = program.Run.Rows;
            Assert.Equal(program.Data.Train.Rows == 1 ? 1 : update % 3 == 0 ? 1 : 3, rows);
            var a = Split(program.Values("batch.x"), rows);
            double[][] z = a;
            var number = 0;
            foreach (var layer in experiment.Layers.OfType<DenseSettings>())
            {
                var prefix = $"layer{++number}";
                var (w, b) = (weights[$"{prefix}.weight"], weights.GetValueOrDefault($"{prefix}.bias"));
                z = [.. a.Select(x => Enumerable.Range(0, layer.Units).Select(o => x.Select((value, i) => value * w[o * x.Length + i]).Sum() + (b?[o] ?? 0)).ToArray())];
                a = [.. z.Select(row => Activate(layer.Function, row))];
                Close(z, program.Values($"{prefix}.z"));
                Close(a, program.Values($"{prefix}.a"));
            }

            var targets = (program.Find("batch.y.one_hot") ?? program.Find("batch.y")!).Name;
            Assert.Equal(Loss(experiment.Loss, z, a, Split(program.Values(targets), rows)), program.Scalar("data_loss"), 1e-12);
        }
    }

    [Theory]
    [InlineData(LossKind.SoftmaxCe, ActivationKind.Softmax)]
    [InlineData(LossKind.SigmoidBce, ActivationKind.Sigmoid)]
    public void A_fused_loss_has_the_gradient_of_the_unfused_one(LossKind fused, ActivationKind activation)
    {
        var unfused = fused == LossKind.SoftmaxCe ? LossKind.CrossEntropy : LossKind.Bce;
        var experiment = Small.Base with { Data = Small.Soft(3, 4), Layers = [Small.Dense(3, ActivationKind.Tanh, 1), Small.Dense(4, activation, 2)], Loss = new(fused) };
        using var a = experiment.Compile<double>();
        using var b = (experiment with { Loss = new(unfused) }).Compile<double>();
        for (var k = 0; k < 9; k++)
        {
            a.Walk();
            b.Walk();
            foreach (var name in new[] { "data_loss", "layer2.dz", "layer1.weight.grad", "layer2.bias.grad" })
                Assert.All(a.Values(name).Zip(b.Values(name)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }

        Assert.Null(a.Find("layer2.da"));
        Assert.NotNull(b.Find("layer2.da"));
    }

    [Fact]
    public void One_class_number_costs_minus_the_logarithm_of_its_probability()
    {
        var experiment = Small.Base with
        {
            Data = new(new GivenSettings(GivenValues.Matrix([1.0]), Labels: [0], Classes: 2)),
            Layers = [new DenseSettings(2, new(ActivationKind.Softmax)) { InitialWeights = new GivenInitialiser(GivenValues.Matrix([Math.Log(0.8)], [Math.Log(0.2)])) }],
            Loss = new(LossKind.SoftmaxCe),
        };
        using var program = experiment.Compile<float>();
        program.Walk();
        Assert.Equal(0.2231, program.Scalar("loss"), 5e-5);
    }

    private static double[] Activate(ActivationSettings f, double[] z)
    {
        if (f.Kind == ActivationKind.Softmax)
        {
            var sum = z.Sum(Math.Exp);
            return [.. z.Select(x => Math.Exp(x) / sum)];
        }

        return [.. z.Select(x => f.Kind switch
        {
            ActivationKind.Identity => x,
            ActivationKind.Sigmoid => 1 / (1 + Math.Exp(-x)),
            ActivationKind.Tanh => Math.Tanh(x),
            ActivationKind.Relu => Math.Max(0, x),
            ActivationKind.LeakyRelu => x > 0 ? x : f.Parameter * x,
            ActivationKind.Elu => x > 0 ? x : f.Parameter * (Math.Exp(x) - 1),
            ActivationKind.Swish => x / (1 + Math.Exp(-f.Parameter * x)),
            ActivationKind.Gelu => x / 2 * (1 + SpecialFunctions.Erf(x / Math.Sqrt(2))),
            ActivationKind.GeluTanh => x / 2 * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))),
            _ => Math.Log(1 + Math.Exp(x)),
        })];
    }

    private static double Loss(LossSettings loss, double[][] z, double[][] a, double[][] y)
    {
        double sum = 0;
        for (var r = 0; r < a.Length; r++)
            for (var c = 0; c < a[r].Length; c++)
            {
                var d = a[r][c] - y[r][c];
                sum += loss.Kind switch
                {
                    LossKind.Mse => d * d / a[r].Length,
                    LossKind.MseHalf => d * d / 2,
                    LossKind.Mae => Math.Abs(d) / a[r].Length,
                    LossKind.Huber => (Math.Abs(d) <= loss.Delta ? d * d / 2 : loss.Delta * (Math.Abs(d) - loss.Delta / 2)) / a[r].Length,
                    LossKind.Bce or LossKind.SigmoidBce => -(y[r][c] * Math.Log(a[r][c]) + (1 - y[r][c]) * Math.Log(1 - a[r][c])) / a[r].Length,
                    _ => -y[r][c] * Math.Log(Math.Exp(z[r][c]) / z[r].Sum(Math.Exp)),
                };
            }

        return sum / a.Length;
    }

    private static double[][] Split(double[] values, int rows) => [.. values.Chunk(values.Length / rows)];

    private static void Close(double[][] expected, double[] actual) =>
        Assert.All(expected.SelectMany(row => row).Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
}
