namespace Core.Tests;

/// <summary>Penalty, clipping, decay and optimizer of every update against plain loops that carry their own weights and state along.</summary>
public class UpdateReferenceTests
{
    private const int Updates = 24;

    public static TheoryData<string> Names => [.. Small.All.Keys.Where(name => name.Split(' ')[0] is "base" or "penalty" or "clip" or "prox" or "sgd" or "momentum" or "nesterov" or "adagrad" or "rmsprop" or "adam" or "adamw" or "schedule" or "frozen" or "without")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_buffer_of_24_updates_follows_the_plain_loops(string name)
    {
        var experiment = Small.All[name] with { Length = new(Updates: Updates) };
        using var program = experiment.Compile<double>();
        var parameters = program.Network.Trainable.Select(parameter => parameter.Name).ToArray();
        var references = parameters.ToDictionary(p => p, p => new ReferenceOptimizer(experiment.Optimizer, program.Values(p), p.EndsWith("bias")));
        for (var t = 1; t <= Updates; t++)
        {
            var penalty = references.Sum(pair => PenaltyOf(experiment, pair.Key, pair.Value.W));
            program.Walk();
            Close(program, "penalty", [penalty]);
            Close(program, "loss", [program.Scalar("data_loss") + penalty]);
            var gradients = parameters.ToDictionary(p => p, p => GradientOf(program, experiment, p, references[p].W));
            Clip(program, experiment, gradients);
            var rate = program.Scalar("lr");
            Assert.Equal(RateOf(experiment, t), rate, 1e-14);
            foreach (var p in parameters)
            {
                references[p].Update(gradients[p], rate, t);
                Prox(experiment, p, references[p].W, rate);
                Close(program, p, references[p].W);
                foreach (var (state, values) in references[p].State) Close(program, $"{p}.state.{state}", values);
                Assert.Equal(references[p].State.Count, program.Buffers.Count(buffer => buffer.Name.StartsWith($"{p}.state.")));
            }
        }
    }

    [Fact]
    public void Soft_threshold_makes_exact_zeros_and_keeps_them_out_of_the_gradient()
    {
        using var program = (Small.All["penalty L1Prox Weights"] with { Regularizers = [new(RegularizerKind.L1Prox, 1)], Length = new(Updates: 200) }).Compile<float>();
        for (var k = 0; k < 200; k++) program.Train();
        Assert.Contains(program.Values("layer1.weight"), w => w == 0);
        Assert.Null(program.Find("layer1.weight.grad_penalty"));
    }

    [Fact]
    public void Frozen_parameters_never_move_and_have_no_gradient()
    {
        using var program = Small.All["frozen middle layer"].Compile<float>();
        var before = program.Values("layer2.weight");
        for (var k = 0; k < 9; k++) program.Walk();
        Assert.Equal(before, program.Values("layer2.weight"));
        Assert.Null(program.Find("layer2.weight.grad"));
    }

    private static double[] GradientOf(TrainingProgram<double> program, Experiment experiment, string p, double[] w)
    {
        var terms = experiment.Regularizers.Where(r => r.Kind != RegularizerKind.L1Prox && Touches(r.AppliesTo, p)).ToArray();
        if (terms.Length == 0) return program.Values($"{p}.grad");
        var fromPenalty = w.Select(x => terms.Sum(r => r.Kind switch
        {
            RegularizerKind.L1 => r.Lambda * Math.Sign(x),
            RegularizerKind.L2Half => r.Lambda * x,
            RegularizerKind.L2Norm => r.Lambda * x / (w.All(one => one == 0) ? 1 : Norm([w])),
            _ => r.Lambda / (r.Samples ?? Small.Samples) * x,
        })).ToArray();
        Close(program, $"{p}.grad_penalty", fromPenalty);
        var sum = program.Values($"{p}.grad_data").Zip(fromPenalty, (a, b) => a + b).ToArray();
        Close(program, $"{p}.grad", sum);
        return sum;
    }

    private static void Clip(TrainingProgram<double> program, Experiment experiment, Dictionary<string, double[]> gradients)
    {
        var norm = Norm(gradients.Values);
        Close(program, "grad_norm", [norm]);
        foreach (var (p, g) in gradients.Where(pair => pair.Key.EndsWith("weight"))) Close(program, $"{p}.grad_norm", [Norm([g])]);
        if (experiment.Clipping is not { } clipping) return;
        foreach (var p in gradients.Keys.ToArray())
        {
            gradients[p] = [.. gradients[p].Select(g => clipping.Kind == ClippingKind.Value
                ? Math.Max(-clipping.Maximum, Math.Min(clipping.Maximum, g))
                : g * Math.Min(1, clipping.Maximum / (norm + clipping.Epsilon)))];
            Close(program, $"{p}.grad_clipped", gradients[p]);
        }

        Close(program, "grad_norm_clipped", [Norm(gradients.Values)]);
    }

    private static double PenaltyOf(Experiment experiment, string p, double[] w) => experiment.Regularizers.Where(r => Touches(r.AppliesTo, p)).Sum(r => r.Kind switch
    {
        RegularizerKind.L2Half => r.Lambda / 2 * w.Sum(x => x * x),
        RegularizerKind.L2Seed => r.Lambda / (2 * (r.Samples ?? Small.Samples)) * w.Sum(x => x * x),
        RegularizerKind.L2Norm => r.Lambda * Norm([w]),
        _ => r.Lambda * w.Sum(Math.Abs),
    });

    private static void Prox(Experiment experiment, string p, double[] w, double rate)
    {
        var lambda = experiment.Regularizers.Where(r => r.Kind == RegularizerKind.L1Prox && Touches(r.AppliesTo, p)).Sum(r => r.Lambda);
        for (var i = 0; i < w.Length; i++) w[i] = Math.Sign(w[i]) * Math.Max(Math.Abs(w[i]) - rate * lambda, 0);
    }

    private static double RateOf(Experiment experiment, int update)
    {
        var (schedule, rate) = (experiment.Schedule, experiment.Optimizer.LearningRate);
        double t = schedule.PerEpoch ? (update - 1) / 3 : update - 1, factor = 1;
        if (schedule.Warmup is { } warmup)
        {
            if (t < warmup.Steps) factor = warmup.Start + (1 - warmup.Start) * (t + 1) / warmup.Steps;
            if (warmup.Delay) t = Math.Max(0, t - warmup.Steps);
        }

        return factor * schedule switch
        {
            ExponentialScheduleSettings s => rate * Math.Pow(s.Gamma, t),
            LinearScheduleSettings s => rate * (s.Start + (s.End - s.Start) * Math.Min(t, s.Steps) / s.Steps),
            StepScheduleSettings s => rate * Math.Pow(s.Gamma, Math.Floor(t / s.Size)),
            CosineScheduleSettings s => s.Minimum + (rate - s.Minimum) * (1 + Math.Cos(Math.PI * t / s.Steps)) / 2,
            _ => rate,
        };
    }

    private static bool Touches(AppliesTo applies, string p) => applies == AppliesTo.All || p.EndsWith(applies == AppliesTo.Weights ? "weight" : "bias");

    private static double Norm(IEnumerable<double[]> gradients) => Math.Sqrt(gradients.Sum(g => g.Sum(x => x * x)));

    private static void Close(TrainingProgram<double> program, string name, double[] expected)
    {
        var actual = program.Values(name);
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < actual.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-10 * (1 + Math.Abs(expected[i])), $"update {program.Run.Update}: {name}[{i}] is {actual[i]}, expected {expected[i]}");
    }
}
