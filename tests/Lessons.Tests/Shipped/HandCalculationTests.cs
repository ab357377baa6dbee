namespace Lessons.Tests;

/// <summary>What the lessons show, worked out here once more with pencil-and-paper formulas.</summary>
public class HandCalculationTests
{
    private static IRunValues At(string lesson, string position, string? variant = null)
    {
        var run = LessonRuns.Start(ShippedBook.Book.Find(lesson)!).Runs!.Of(variant);
        var arrival = run.Go(Position.Parse(position).OrThrow());
        Assert.True(arrival.Ok, arrival.Message);
        return run.Values;
    }

    private static double Number(IRunValues run, string expression) => Expression.Parse(expression).OrThrow().Number(run).OrThrow();

    private static void Near(double expected, IRunValues run, string expression) => Assert.Equal(expected, Number(run, expression), 1e-5 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void The_first_melon()
    {
        double[] x = [0.8, 0.6, 0.9], w = [0.31, -0.2, 0.1];
        var z = w[0] * x[0] + w[1] * x[1] + w[2] * x[2] + 0.05;
        var a = 1 / (1 + Math.Exp(-z));
        var run = At("watermelon", "1");
        Near(z, run, "layer1.z[0,0]");
        Near(-Math.Log(a), run, "loss");
        for (var j = 0; j < 3; j++) Near(w[j] - 0.5 * (a - 1) * x[j], run, $"layer1.weight[0,{j}]");
        Near(0.05 - 0.5 * (a - 1), run, "layer1.bias[0]");
    }

    [Theory]
    [InlineData("slow", 0.05)]
    [InlineData("damped", 0.9)]
    [InlineData("beyond", 1.1)]
    public void The_weight_in_the_bowl(string variant, double learningRate) =>
        Near(2 - 2 * Math.Pow(1 - 2 * learningRate, 10), At("learning-rate", "10", variant), "layer1.weight[0,0]");

    [Theory]
    [InlineData("valley", 0.1111)]
    [InlineData("valley-best", 0.2)]
    [InlineData("valley-close", 0.22)]
    public void The_two_weights_in_the_valley(string variant, double learningRate)
    {
        var run = At("learning-rate", "20", variant);
        Near(1 - 5 * Math.Pow(1 - learningRate, 20), run, "layer1.weight[0,0]");
        Near(1 + Math.Pow(1 - 9 * learningRate, 20), run, "layer1.weight[0,1]");
    }

    [Fact]
    public void The_way_back_through_xor()
    {
        double[][] x = [[0, 0], [0, 1], [1, 0], [1, 1]], w = [[0.5, -0.4], [-0.3, 0.6], [0.8, 0.7], [-0.6, -0.5]];
        double[] y = [0, 1, 1, 0], b = [0.1, 0, -0.2, 0], v = [0.6, -0.5, -0.7, 0.4];
        double[,] first = new double[4, 2];
        double[] last = new double[4];
        for (var s = 0; s < 4; s++)
        {
            double[] h = [.. Enumerable.Range(0, 4).Select(j => Math.Tanh(w[j][0] * x[s][0] + w[j][1] * x[s][1] + b[j]))];
            var dz = (1 / (1 + Math.Exp(-h.Zip(v).Sum(pair => pair.First * pair.Second))) - y[s]) / 4;
            for (var j = 0; j < 4; j++)
            {
                last[j] += dz * h[j];
                for (var i = 0; i < 2; i++) first[j, i] += dz * v[j] * (1 - h[j] * h[j]) * x[s][i];
            }
        }
        var run = At("xor", "1");
        for (var j = 0; j < 4; j++)
        {
            Near(last[j], run, $"layer2.weight.grad[0,{j}]");
            for (var i = 0; i < 2; i++) Near(first[j, i], run, $"layer1.weight.grad[{j},{i}]");
        }
    }

    [Fact]
    public void The_chain_of_ten_sigmoids()
    {
        var a = new double[11];
        a[0] = 1;
        for (var layer = 1; layer <= 10; layer++) a[layer] = 1 / (1 + Math.Exp(-a[layer - 1]));
        var share = 1.0;
        for (var layer = 1; layer <= 9; layer++) share *= a[layer] * (1 - a[layer]);
        Assert.Equal(1, Number(At("vanishing-gradient", "1"), "layer1.dz[0,0] / layer10.dz[0,0]") / share, 1e-4);
    }

    [Fact]
    public void Weight_decay_of_a_dead_unit_is_a_geometric_series() =>
        Near(-3 * Math.Pow(1 - 0.05 * 0.1, 600), At("dead-relu", "600", "decay"), "layer1.bias[3]");
}
