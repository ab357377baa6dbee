using Core;

namespace Bench;

/// <summary>
/// The baseline: what one writes first, scalar loops over arrays with the library's own functions, doing the same work as an update of
/// the program: batch, forward, loss, backward, update. Not one measured value depends on its numbers.
/// </summary>
internal sealed class PlainTraining
{
    private readonly PlainLayer[] layers;
    private readonly PlainLayer? dropped;
    private readonly LossKind loss;
    private readonly OptimizerSettings optimizer;
    private readonly int batch;
    private readonly bool isShuffled;
    private readonly float[] inputs, targets, x, y, mask, masked;
    private readonly int samples, width, outputs;
    private uint random = 12345;
    private int next;
    private int updates;

    public PlainTraining(Experiment experiment, RunData data)
    {
        (samples, width, loss, optimizer) = (data.Train.Rows, data.Train.Width, experiment.Loss.Kind, experiment.Optimizer);
        var batches = (MiniBatchSettings)experiment.Batches;
        (batch, isShuffled) = (batches.Size ?? samples, batches.Shuffle);
        var dense = experiment.Layers.OfType<DenseSettings>().ToArray();
        layers = new PlainLayer[dense.Length];
        for (int k = 0, below = width; k < dense.Length; below = dense[k++].Units)
            layers[k] = new PlainLayer(below, dense[k].Units, Of(dense[k].Function.Kind), batch);
        int place = experiment.Layers.TakeWhile(layer => layer is not DropoutSettings).Count(layer => layer is DenseSettings);
        dropped = experiment.Layers.Any(layer => layer is DropoutSettings) ? layers[place - 1] : null;
        outputs = layers[^1].Outputs;
        inputs = [.. data.Train.Inputs.Select(value => (float)value)];
        var given = data.Train.Targets;
        targets = new float[samples * outputs];
        for (int k = 0; k < targets.Length; k++)
            targets[k] = outputs == 1 && given.Kind == TargetKind.Classes ? given.ClassNumbers[k] : (float)given[k / outputs, k % outputs];
        (x, y) = (new float[batch * width], new float[batch * outputs]);
        mask = new float[dropped is null ? 0 : batch * dropped.Outputs];
        masked = new float[mask.Length];
        foreach (PlainLayer layer in layers)
            for (int k = 0; k < layer.Weight.Length; k++)
                layer.Weight[k] = (2 * Uniform() - 1) / MathF.Sqrt(layer.Inputs);
    }

    /// <summary>The loss of the last update.</summary>
    public float Loss { get; private set; }

    /// <summary>One update.</summary>
    public void Train()
    {
        updates++;
        int rows = Gather();
        float[] value = x;
        foreach (PlainLayer layer in layers)
        {
            layer.Forward(value, rows);
            value = layer == dropped ? Drop(layer, rows) : layer.A;
        }
        PlainLayer last = layers[^1];
        Loss = LossAndSlope(last, rows);
        for (int k = layers.Length - 1; k >= 0; k--)
        {
            PlainLayer? below = k > 0 ? layers[k - 1] : null;
            layers[k].Backward(below is null ? x : below == dropped ? masked : below.A, below?.Slope, rows, k == layers.Length - 1 && IsFused);
            if (below != null && below == dropped)
                for (int i = 0; i < rows * below.Outputs; i++) below.Slope[i] *= mask[i] / 0.8f;
        }
        Update();
    }

    private bool IsFused => loss is LossKind.SoftmaxCe or LossKind.SigmoidBce;

    private void Update()
    {
        float rate = (float)optimizer.LearningRate;
        foreach (PlainLayer layer in layers)
            if (optimizer is AdamSettings) layer.Adam(rate, 1 - MathF.Pow(0.9f, updates), 1 - MathF.Pow(0.999f, updates));
            else layer.Descend(rate);
    }

    private int Gather()
    {
        if (next >= samples) next = 0;
        int rows = Math.Min(batch, samples - next);
        for (int r = 0; r < rows; r++)
        {
            int sample = isShuffled ? (int)(Uniform() * samples) : next + r;
            Array.Copy(inputs, sample * width, x, r * width, width);
            Array.Copy(targets, sample * outputs, y, r * outputs, outputs);
        }
        next += rows;
        return rows;
    }

    private float[] Drop(PlainLayer layer, int rows)
    {
        for (int k = 0; k < rows * layer.Outputs; k++)
        {
            mask[k] = Uniform() < 0.8f ? 1 : 0;
            masked[k] = layer.A[k] * mask[k] / 0.8f;
        }
        return masked;
    }

    private float LossAndSlope(PlainLayer last, int rows)
    {
        float sum = 0;
        for (int k = 0; k < rows * outputs; k++)
        {
            float a = last.A[k], t = y[k], e = a - t;
            sum += loss switch
            {
                LossKind.SigmoidBce => MathF.Max(last.Z[k], 0) - last.Z[k] * t + MathF.Log(1 + MathF.Exp(-MathF.Abs(last.Z[k]))),
                LossKind.SoftmaxCe => t == 0 ? 0 : -t * MathF.Log(a),
                LossKind.MseHalf => 0.5f * e * e,
                _ => e * e,
            };
            last.Slope[k] = (loss == LossKind.Mse ? 2 * e : e) / rows;
        }
        return sum / rows;
    }

    // The 32-bit generator of the workloads.
    private float Uniform() => ((random = random * 1664525 + 1013904223) >> 8) / 16777216f;

    private static PlainActivation Of(ActivationKind kind) => kind switch
    {
        ActivationKind.Tanh => PlainActivation.Tanh,
        ActivationKind.Sigmoid => PlainActivation.Sigmoid,
        ActivationKind.Relu => PlainActivation.Relu,
        ActivationKind.Softmax => PlainActivation.Softmax,
        _ => PlainActivation.Identity,
    };
}
