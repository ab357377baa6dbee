namespace Bench;

/// <summary>The activations of the workloads.</summary>
internal enum PlainActivation
{
    Identity,
    Tanh,
    Sigmoid,
    Relu,
    Softmax,
}

/// <summary>A dense layer of the baseline: [out][in] weights, arrays of a batch row by row.</summary>
internal sealed class PlainLayer(int inputs, int outputs, PlainActivation activation, int batch)
{
    public int Inputs => inputs;

    public int Outputs => outputs;

    public PlainActivation Activation => activation;

    public float[] Weight { get; } = new float[outputs * inputs];

    public float[] Bias { get; } = new float[outputs];

    public float[] WeightGradient { get; } = new float[outputs * inputs];

    public float[] BiasGradient { get; } = new float[outputs];

    public float[] Z { get; } = new float[batch * outputs];

    public float[] A { get; } = new float[batch * outputs];

    public float[] Slope { get; } = new float[batch * outputs];

    /// <summary>Adam's m and v of weights, then biases.</summary>
    public float[] M { get; } = new float[outputs * inputs + outputs];

    public float[] V { get; } = new float[outputs * inputs + outputs];

    public void Forward(float[] x, int rows)
    {
        for (int r = 0; r < rows; r++)
            for (int o = 0; o < outputs; o++)
            {
                float sum = 0;
                for (int i = 0; i < inputs; i++)
                    sum += x[r * inputs + i] * Weight[o * inputs + i];
                Z[r * outputs + o] = sum + Bias[o];
            }
        if (activation == PlainActivation.Softmax)
            Softmax(rows);
        else
            for (int k = 0; k < rows * outputs; k++)
                A[k] = Value(Z[k]);
    }

    /// <summary>∂L/∂z from ∂L/∂a, both in <see cref="Slope"/>; then the gradients; then ∂L/∂x of the layer below.</summary>
    public void Backward(float[] x, float[]? below, int rows, bool isFused)
    {
        for (int k = 0; !isFused && k < rows * outputs; k++)
            Slope[k] *= Derivative(A[k]);
        for (int o = 0; o < outputs; o++)
            for (int i = 0; i < inputs; i++)
            {
                float sum = 0;
                for (int r = 0; r < rows; r++)
                    sum += Slope[r * outputs + o] * x[r * inputs + i];
                WeightGradient[o * inputs + i] = sum;
            }
        for (int o = 0; o < outputs; o++)
        {
            float sum = 0;
            for (int r = 0; r < rows; r++)
                sum += Slope[r * outputs + o];
            BiasGradient[o] = sum;
        }
        for (int r = 0; below != null && r < rows; r++)
            for (int i = 0; i < inputs; i++)
            {
                float sum = 0;
                for (int o = 0; o < outputs; o++)
                    sum += Slope[r * outputs + o] * Weight[o * inputs + i];
                below[r * inputs + i] = sum;
            }
    }

    public void Descend(float rate)
    {
        for (int k = 0; k < Weight.Length; k++) Weight[k] -= rate * WeightGradient[k];
        for (int k = 0; k < Bias.Length; k++) Bias[k] -= rate * BiasGradient[k];
    }

    public void Adam(float rate, float correction1, float correction2)
    {
        Adam(Weight, WeightGradient, 0, rate, correction1, correction2);
        Adam(Bias, BiasGradient, Weight.Length, rate, correction1, correction2);
    }

    private void Adam(float[] w, float[] g, int place, float rate, float correction1, float correction2)
    {
        for (int k = 0; k < w.Length; k++)
        {
            float m = M[place + k] = 0.9f * M[place + k] + 0.1f * g[k];
            float v = V[place + k] = 0.999f * V[place + k] + 0.001f * g[k] * g[k];
            w[k] -= rate * (m / correction1) / (MathF.Sqrt(v / correction2) + 1e-7f);
        }
    }

    private float Value(float z) => activation switch
    {
        PlainActivation.Tanh => MathF.Tanh(z),
        PlainActivation.Sigmoid => 1 / (1 + MathF.Exp(-z)),
        PlainActivation.Relu => MathF.Max(z, 0),
        _ => z,
    };

    private float Derivative(float a) => activation switch
    {
        PlainActivation.Tanh => 1 - a * a,
        PlainActivation.Sigmoid => a * (1 - a),
        PlainActivation.Relu => a > 0 ? 1 : 0,
        _ => 1,
    };

    private void Softmax(int rows)
    {
        for (int r = 0; r < rows; r++) Softmax(Z.AsSpan(r * outputs, outputs), A.AsSpan(r * outputs, outputs));
    }

    /// <summary>One row's probabilities.</summary>
    public static void Softmax(ReadOnlySpan<float> z, Span<float> a)
    {
        float max = z[0], sum = 0;
        foreach (float value in z) max = MathF.Max(max, value);
        for (int c = 0; c < z.Length; c++) sum += a[c] = MathF.Exp(z[c] - max);
        for (int c = 0; c < z.Length; c++) a[c] /= sum;
    }
}
