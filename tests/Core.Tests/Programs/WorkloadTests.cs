namespace Core.Tests;

/// <summary>The published check values of the workloads come out.</summary>
public class WorkloadTests
{
    [Fact]
    public void Xor_reaches_the_loss_of_step_1000()
    {
        using var program = Compile(Workloads.Xor);
        for (var k = 0; k < 1000; k++) program.Train();
        Assert.Equal(0.0061195, program.Scalar("loss"), 1e-6);
    }

    [Fact]
    public void Spiral_reaches_its_mean_loss_after_ten_epochs()
    {
        using var program = Compile(Workloads.Spiral);
        for (var k = 0; k < 500; k++) program.Train();
        program.Evaluate();
        Assert.Equal(0.475459, program.Scalar("eval.train.loss"), 5e-6);
    }

    [Fact]
    public void Line_reaches_its_slope_after_100_steps()
    {
        using var program = Compile(Workloads.Line);
        for (var k = 0; k < 100; k++) program.Train();
        Assert.Equal(2.99299, program.Scalar("layer1.weight"), 5e-6);
    }

    [Fact]
    public void Deep_sigmoid_chain_learns_nothing()
    {
        using var program = Compile(Workloads.Chain);
        for (var k = 0; k < 1000; k++) program.Train();
        program.Evaluate();
        Assert.Equal(0.2500001, program.Scalar("eval.train.loss"), 2e-7);
    }

    [Fact]
    public void Noise_stays_at_the_entropy_of_guessing()
    {
        using var program = Compile(Workloads.Digits);
        double sum = 0;
        for (var k = 0; k < 20; k++)
        {
            program.Train();
            sum += program.Scalar("loss");
        }

        Assert.InRange(sum / 20, 2.2, 2.6);
        Assert.Equal(101_770, program.Parameters.Sum(parameter => parameter.Capacity));
    }

    private static TrainingProgram<float> Compile(Experiment experiment) => Compiler.Compile<float>(experiment, DataLoader.WithoutFiles.Load(experiment));
}

internal static class ProgramReading
{
    public static double Scalar<T>(this TrainingProgram<T> program, string name)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> => double.CreateTruncating(program.Find(name)!.ToArray(program.Run.Rows)[0]);
}
