using System.Text;

namespace Core.Tests;

/// <summary>The examples of docs/experiment.md train.</summary>
public class ExperimentRunTests
{
    private const string Flowers = "species,length,width\nsetosa,5.1,3.5\nvirginica,6.3,3.3\nversicolor,7.0,3.2\n";

    private static Experiment Example(int number) => ExperimentReader.Read(Encoding.UTF8.GetBytes(ExperimentDocTests.Texts[number])).Experiment!;

    private static TrainingProgram<T> Compile<T>(Experiment experiment) where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var files = new DataLoader(path => new StringReader(path == "flowers.csv" ? string.Concat(Flowers, string.Concat(Enumerable.Repeat(Flowers[21..], 9))) : ""));
        return Compiler.Compile<T>(experiment, files.Load(experiment));
    }

    public static TheoryData<int> All => [.. Enumerable.Range(0, ExperimentDocTests.Texts.Length)];

    [Theory]
    [MemberData(nameof(All))]
    public void EveryExampleTrains(int number)
    {
        using var program = Compile<double>(Example(number));
        double[] before = [.. program.Parameters.SelectMany(parameter => parameter.ToArray(1))];
        for (long update = 0; update < Math.Min(3, program.LastUpdate); update++) program.Train();
        double[] after = [.. program.Parameters.SelectMany(parameter => parameter.ToArray(1))];
        Assert.All(after, value => Assert.True(double.IsFinite(value)));
        Assert.NotEqual(before, after);
    }

    /// <summary>The worked example of "A Step by Step Backpropagation Example" (M. Mazur, 2015): error 0.298371109, new w5 0.35891648, w8 0.56137012.</summary>
    [Fact]
    public void TheWorkedExampleGivesThePublishedNumbers()
    {
        using var program = Compile<double>(Example(1));
        program.Train();
        Assert.Equal(0.298371109, program.Find("loss")!.ToArray(1)[0], 5e-10);
        double[] weights = program.Find("layer2.weight")!.ToArray(1);
        Assert.Equal([0.35891648, 0.408666186, 0.511301270, 0.561370121], weights.Select(weight => Math.Round(weight, 9)).ToArray(), new Near(1e-8));
    }

    private sealed class Near(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= tolerance;

        public int GetHashCode(double value) => 0;
    }
}
