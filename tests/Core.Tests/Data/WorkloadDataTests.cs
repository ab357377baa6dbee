namespace Core.Tests;

/// <summary>The published workloads come out at their check values when a plain program is trained on our data.</summary>
public class WorkloadDataTests
{
    [Fact]
    public void LcgBeginsAsItsFormulaSays()
    {
        var lcg = new Lcg(1);
        // s₁ = 1·1664525 + 1013904223 = 1015568748; ⌊s₁/256⌋ = 3967065
        Assert.Equal(3967065 / 16777216.0, lcg.Next());
        Assert.Equal([.. Enumerable.Range(0, 500)], Lcg.Order(500, 7).Order());
    }

    [Fact]
    public void LineWithLcgNoiseLearnsTheCheckedSlope()
    {
        var data = new LineData(Noise: LineNoise.Lcg).Make(0, 100);
        double w = 0, b = 0;
        for (var step = 0; step < 100; step++)
        {
            double dw = 0, db = 0;
            for (var i = 0; i < 100; i++)
            {
                var error = w * data.Inputs[i] + b - data.Targets.Values[i];
                dw += error * data.Inputs[i];
                db += error;
            }
            (w, b) = (w - 0.1 * 2 / 100 * dw, b - 0.1 * 2 / 100 * db);
        }
        Expect.Close(2.99299, w, 5e-6);
    }

    [Fact]
    public void SpiralInLcgOrderLearnsToTheCheckedLoss()
    {
        var data = new SpiralData(Order: RowOrder.Lcg) { Labels = BinaryLabels.PlusMinus }.Make(0, 500);
        var network = new TanhNetwork([2, 8, 8, 1], 2);
        for (var update = 0; update < 500; update++) network.Update(data, update % 50 * 10, 10, 0.03);
        Expect.Close(0.475459, Enumerable.Range(0, 500).Average(row => network.Loss(data, row)), 1e-6);
    }

    /// <summary>A plain tanh network in double precision, loss ½(o − y)², weights and order as the workload says.</summary>
    private sealed class TanhNetwork
    {
        private readonly double[][,] weights, gradients;
        private readonly double[][] activations;

        internal TanhNetwork(int[] sizes, uint seed)
        {
            var lcg = new Lcg(seed);
            activations = [.. sizes.Select(size => new double[size])];
            weights = [.. sizes.Skip(1).Select((size, layer) => new double[size, sizes[layer] + 1])];
            gradients = [.. weights.Select(w => (double[,])w.Clone())];
            foreach (var w in weights)
                for (var o = 0; o < w.GetLength(0); o++)
                    for (var i = 0; i < w.GetLength(1) - 1; i++) w[o, i] = (2 * lcg.Next() - 1) / Math.Sqrt(w.GetLength(1) - 1);
        }

        internal double Loss(DataSet data, int row)
        {
            data.Row(row).CopyTo(activations[0]);
            for (var layer = 0; layer < weights.Length; layer++)
                for (var o = 0; o < activations[layer + 1].Length; o++)
                {
                    var z = weights[layer][o, activations[layer].Length];
                    for (var i = 0; i < activations[layer].Length; i++) z += weights[layer][o, i] * activations[layer][i];
                    activations[layer + 1][o] = Math.Tanh(z);
                }
            var error = activations[^1][0] - data.Targets.Values[row];
            return 0.5 * error * error;
        }

        internal void Update(DataSet data, int first, int count, double rate)
        {
            foreach (var gradient in gradients) Array.Clear(gradient);
            for (var row = first; row < first + count; row++)
            {
                Loss(data, row);
                double[] delta = [activations[^1][0] - data.Targets.Values[row]];
                for (var layer = weights.Length - 1; layer >= 0; layer--) delta = Back(layer, delta);
            }
            for (var layer = 0; layer < weights.Length; layer++)
                for (var o = 0; o < weights[layer].GetLength(0); o++)
                    for (var i = 0; i < weights[layer].GetLength(1); i++) weights[layer][o, i] -= rate * gradients[layer][o, i] / count;
        }

        private double[] Back(int layer, double[] dA)
        {
            var below = new double[activations[layer].Length];
            for (var o = 0; o < dA.Length; o++)
            {
                var dZ = dA[o] * (1 - activations[layer + 1][o] * activations[layer + 1][o]);
                for (var i = 0; i < below.Length; i++)
                {
                    gradients[layer][o, i] += dZ * activations[layer][i];
                    below[i] += dZ * weights[layer][o, i];
                }
                gradients[layer][o, below.Length] += dZ;
            }
            return below;
        }
    }
}
