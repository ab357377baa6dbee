namespace Core.Tests;

/// <summary>One parameter's update in plain loops, from the algorithm boxes of PyTorch's documentation (torch.optim.*, version 2).</summary>
internal sealed class ReferenceOptimizer(OptimizerSettings settings, double[] start, bool isBias)
{
    public double[] W { get; } = [.. start];

    public Dictionary<string, double[]> State { get; } = [];

    public void Update(double[] gradient, double rate, int t)
    {
        var decays = settings.DecayAppliesTo == AppliesTo.All || settings.DecayAppliesTo == (isBias ? AppliesTo.Biases : AppliesTo.Weights);
        var decay = decays ? settings.WeightDecay : 0;
        for (var i = 0; i < W.Length; i++)
        {
            var g = gradient[i];
            switch (settings)
            {
                case SgdSettings sgd: W[i] = Sgd(sgd, i, g + decay * W[i], rate, t); break;
                case AdaGradSettings ada: W[i] = AdaGrad(ada, i, g + decay * W[i], rate, t); break;
                case RmsPropSettings rms: W[i] = RmsProp(rms, i, g + decay * W[i], rate); break;
                case AdamSettings { Decoupled: true } adam:
                    W[i] -= rate * decay * W[i];
                    W[i] = Adam(adam, i, g, rate, t);
                    break;
                case AdamSettings adam: W[i] = Adam(adam, i, g + decay * W[i], rate, t); break;
            }
        }
    }

    private double[] Of(string name, double start = 0)
    {
        if (!State.TryGetValue(name, out var values)) State.Add(name, values = [.. Enumerable.Repeat(start, W.Length)]);
        return values;
    }

    private double Sgd(SgdSettings s, int i, double g, double rate, int t)
    {
        if (s.Momentum == 0) return W[i] - rate * g;
        var v = Of("velocity");
        v[i] = t == 1 ? g : s.Momentum * v[i] + (1 - s.Dampening) * g;
        return W[i] - rate * (s.Nesterov ? g + s.Momentum * v[i] : v[i]);
    }

    private double AdaGrad(AdaGradSettings s, int i, double g, double rate, int t)
    {
        var sum = Of("sum", s.InitialSum);
        sum[i] += g * g;
        return W[i] - rate / (1 + (t - 1) * s.RateDecay) * g / (Math.Sqrt(sum[i]) + s.Epsilon);
    }

    private double RmsProp(RmsPropSettings s, int i, double g, double rate)
    {
        var v = Of("v");
        v[i] = s.Alpha * v[i] + (1 - s.Alpha) * g * g;
        var spread = v[i];
        if (s.Centered)
        {
            var average = Of("g_avg");
            average[i] = s.Alpha * average[i] + (1 - s.Alpha) * g;
            spread -= average[i] * average[i];
        }

        var step = g / (Math.Sqrt(spread) + s.Epsilon);
        if (s.Momentum == 0) return W[i] - rate * step;
        var velocity = Of("velocity");
        velocity[i] = s.Momentum * velocity[i] + step;
        return W[i] - rate * velocity[i];
    }

    private double Adam(AdamSettings s, int i, double g, double rate, int t)
    {
        var (m, v, mHat, vHat) = (Of("m"), Of("v"), Of("m_hat"), Of("v_hat"));
        while (t > s.ResetEvery) t -= s.ResetEvery.Value;
        if (s.ResetEvery is not null && t == 1) m[i] = v[i] = 0;
        m[i] = s.Beta1 * m[i] + (1 - s.Beta1) * g;
        v[i] = s.Beta2 * v[i] + (1 - s.Beta2) * g * g;
        mHat[i] = m[i] / (1 - Math.Pow(s.Beta1, t));
        vHat[i] = v[i] / (1 - Math.Pow(s.Beta2, t));
        return W[i] - rate * mHat[i] / (Math.Sqrt(vHat[i]) + s.Epsilon);
    }
}
