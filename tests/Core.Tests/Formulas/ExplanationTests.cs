using System.Numerics;

namespace Core.Tests;

/// <summary>What is shown is what trained: every element of every step, recomputed from its explanation, has the bits that were written.</summary>
public class ExplanationTests
{
    public static TheoryData<string> Names => Small.Names;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 30)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Single_precision_steps_are_explained_to_the_bit(string name) => Check<float>(Small.All[name], 2e-3);

    [Theory]
    [MemberData(nameof(Names))]
    public void Double_precision_steps_are_explained_to_the_bit(string name) => Check<double>(Small.All[name], 1e-9);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Steps_of_experiments_drawn_at_random_are_explained_to_the_bit(int seed)
    {
        var experiment = RandomExperiments.Draw(seed) with { Length = new(Updates: 2) };
        if (seed % 3 == 0) Check<double>(experiment, 1e-8);
        else Check<float>(experiment, 1e-2);
    }

    [Fact]
    public void A_step_explains_itself_after_the_run_has_moved_on()
    {
        using var program = Small.All["early stopping restored"].Compile<float>();
        var timeline = new Timeline<float>(program);
        var steps = new List<(Step<float> Step, ulong[] Bits)>();
        while (timeline.StepForward()) steps.Add((timeline.Current!, Explained(timeline.Current!)));
        Assert.All(steps, kept => Assert.Equal(kept.Bits, Explained(kept.Step)));
    }

    [Fact]
    public void An_index_outside_the_output_is_refused()
    {
        using var program = Small.Base.Compile<float>();
        var timeline = new Timeline<float>(program);
        timeline.Seek(3, "layer1.z");
        Assert.Throws<ArgumentException>(() => timeline.Current!.Explain(1, 0));
        Assert.Throws<ArgumentException>(() => timeline.Current!.Explain(0));
    }

    private static void Check<T>(Experiment experiment, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var program = experiment.Compile<T>();
        var timeline = new Timeline<T>(program);
        while (timeline.StepForward())
        {
            var step = timeline.Current!;
            // The first epoch and one update more tell it all, but stopping and restoring come later.
            if (timeline.Now.Update > 4 && step.Phase != Phase.Evaluate) continue;
            foreach (var (index, value) in Elements(step.Output))
            {
                var formula = step.Explain(index);
                var evaluated = formula.Evaluate();
                Assert.True(Running.Bits(value) == Running.Bits(evaluated), $"{timeline.Now} {step.Name}[{string.Join(',', index)}]: wrote {value}, explained {evaluated}");
                var expected = double.CreateTruncating(value);
                Assert.True(
                    Math.Abs(formula.Check() - expected) <= tolerance * (1 + Math.Abs(expected)) || double.IsNaN(expected),
                    $"{timeline.Now} {step.Name}[{string.Join(',', index)}]: wrote {value}, in double {formula.Check()}");
            }
        }
    }

    private static ulong[] Explained<T>(Step<T> step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. Elements(step.Output).Select(element => Running.Bits(step.Explain(element.Index).Evaluate()))];

    private static IEnumerable<(int[] Index, T Value)> Elements<T>(Tensor<T> tensor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var k = 0; k < tensor.Values.Length; k++)
        {
            var index = new int[tensor.Shape.Length];
            for (int d = index.Length - 1, rest = k; d >= 0; rest /= tensor.Shape[d], d--) index[d] = rest % tensor.Shape[d];
            yield return (index, tensor.Values[k]);
        }
    }
}
