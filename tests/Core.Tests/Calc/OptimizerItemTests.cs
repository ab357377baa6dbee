namespace Core.Tests;

public class OptimizerItemTests
{
    private static Dictionary<string, CalcRecord> Steps(string optimizer, string more = "") =>
        Calc.Item($"\"type\": \"optimizer\", \"optimizer\": {optimizer}, \"weights\": 1, \"gradients\": [0.5, 0.5, -1]{more}");

    // Expected values: the textbook formula of each rule, written out below in plain arithmetic.
    [Fact]
    public void MomentumGathersTheGradients()
    {
        var records = Steps("{\"learningRate\": 0.1, \"momentum\": 0.9}");
        Assert.Equal(["lr", "weight.state.velocity", "weight"], records.Keys);
        Calc.Close([0.5, 0.95, -0.145], records["weight.state.velocity"]);
        Calc.Close([0.95, 0.855, 0.8695], records["weight"]);
        Calc.Close([0.1, 0.1, 0.1], records["lr"]);
        // Nesterov: w ← w − η(g + μv).
        Calc.Close([1 - 0.1 * 0.95, 1 - 0.1 * 0.95 - 0.1 * (0.5 + 0.9 * 0.95)], Calc.Item(
            "\"type\": \"optimizer\", \"optimizer\": {\"learningRate\": 0.1, \"momentum\": 0.9, \"nesterov\": true}, \"weights\": 1, \"gradient\": 0.5, \"steps\": 2")["weight"]);
        // Dampening leaves the first velocity alone, as in PyTorch.
        Calc.Close([0.5, 0.9 * 0.5 + 0.5 * 0.5], Calc.Item(
            "\"type\": \"optimizer\", \"optimizer\": {\"momentum\": 0.9, \"dampening\": 0.5}, \"weights\": 1, \"gradient\": 0.5, \"steps\": 2")["weight.state.velocity"]);
    }

    [Fact]
    public void AdamCorrectsItsBias()
    {
        var records = Steps("{\"type\": \"adam\", \"learningRate\": 0.1}");
        Assert.Equal(["lr", "weight.state.m", "weight.state.v", "weight.state.m_hat", "weight.state.v_hat", "weight"], records.Keys);
        double m = 0, v = 0, w = 1;
        double[] g = [0.5, 0.5, -1];
        for (var t = 1; t <= 3; t++)
        {
            (m, v) = (0.9 * m + 0.1 * g[t - 1], 0.999 * v + 0.001 * g[t - 1] * g[t - 1]);
            double mHat = m / (1 - Math.Pow(0.9, t)), vHat = v / (1 - Math.Pow(0.999, t));
            w -= 0.1 * mHat / (Math.Sqrt(vHat) + 1e-8);
            Expect.Close(m, records["weight.state.m"].Values[t - 1]);
            Expect.Close(mHat, records["weight.state.m_hat"].Values[t - 1]);
            Expect.Close(vHat, records["weight.state.v_hat"].Values[t - 1]);
            Expect.Close(w, records["weight"].Values[t - 1]);
        }

        // Without a gradient AdamW only shrinks: w ← w(1 − ηλ).
        Calc.Close([2 * 0.95, 2 * 0.95 * 0.95], Calc.Item(
            "\"type\": \"optimizer\", \"optimizer\": {\"type\": \"adamw\", \"learningRate\": 0.1, \"weightDecay\": 0.5}, \"weights\": 2, \"gradient\": 0, \"steps\": 2")["weight"]);
    }

    [Fact]
    public void AdaGradStartsFromItsInitialSum()
    {
        var records = Steps("{\"type\": \"adagrad\", \"learningRate\": 1, \"initialSum\": 0.75, \"rateDecay\": 1, \"epsilon\": 0}");
        Calc.Close([1, 1.25, 2.25], records["weight.state.sum"]);
        Calc.Close([0.5, 0.5 - 0.25 / Math.Sqrt(1.25), 0.5 - 0.25 / Math.Sqrt(1.25) + 1 / (3 * 1.5)], records["weight"]);
    }

    [Fact]
    public void RmsPropMayBeCentredAndHaveMomentum()
    {
        var records = Steps("{\"type\": \"rmsprop\", \"learningRate\": 0.1, \"alpha\": 0.5, \"centered\": true, \"momentum\": 0.9, \"epsilon\": 0.01}");
        double v = 0, average = 0, velocity = 0, w = 1;
        double[] g = [0.5, 0.5, -1];
        for (var t = 0; t < 3; t++)
        {
            (v, average) = (0.5 * v + 0.5 * g[t] * g[t], 0.5 * average + 0.5 * g[t]);
            velocity = 0.9 * velocity + g[t] / (Math.Sqrt(v - average * average) + 0.01);
            w -= 0.1 * velocity;
            Expect.Close(average, records["weight.state.g_avg"].Values[t]);
            Expect.Close(velocity, records["weight.state.velocity"].Values[t]);
            Expect.Close(w, records["weight"].Values[t]);
        }
    }

    [Fact]
    public void DecayTouchesOnlyWhatItIsToldTo()
    {
        const string decay = "{\"learningRate\": 0.5, \"weightDecay\": 0.2, \"decayAppliesTo\": \"weights\"}";
        Calc.Close([0.65, 0.335, 0.8015], Steps(decay)["weight"]);
        Calc.Close([0.75, 0.5, 1], Steps(decay, ", \"parameter\": \"bias\"")["bias"]);
    }

    [Fact]
    public void TheScheduleTheShapeAndTheSoftThresholdAreKept()
    {
        var records = Calc.Item("""
            "type": "optimizer", "optimizer": {"learningRate": 1}, "weights": [[1, 2, 3], [4, 5, 6]], "gradient": [[1, 0, 0], [0, 0, 1]], "steps": 2,
            "schedule": {"type": "exponential", "gamma": 0.5}, "softThreshold": 1
            """);
        Expect.Same([2, 2, 3], records["weight"].Shape);
        Calc.Close([0, 1, 2, 3, 4, 4, 0, 0.5, 1.5, 2.5, 3.5, 3], records["weight"]);
    }
}
