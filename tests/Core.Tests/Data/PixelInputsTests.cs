using System.Numerics;
using System.Text;

namespace Core.Tests;

/// <summary>Images kept as bytes train to the same bits as the same values kept as numbers.</summary>
public class PixelInputsTests
{
    private const string Model = """
        "layers":[{"type":"flatten"},{"units":12,"activation":"relu"},{"type":"dropout","rate":0.2},{"units":10,"activation":"softmax"}],
        "loss":"softmax_ce","optimizer":"adam","length":{"epochs":2}
        """;

    private static ulong Train<T>(RunData data, Experiment experiment) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var program = Compiler.Compile<T>(experiment, data);
        while (program.Run.Update < program.LastUpdate) program.Train();
        program.Evaluate();
        return BitHash.Combine(program.WeightHash(), BitHash.Of<T>(program.Find("eval.test.a")!.ToArray(1)));
    }

    private static DataSet AsNumbers(DataSet data) => DataSet.Create(data.Inputs.ToArray(), data.SampleShape, data.Targets);

    [Theory]
    [InlineData("\"batches\":{\"size\":32,\"shuffle\":true}")]
    [InlineData("\"batches\":{\"size\":32,\"shuffle\":false}")]
    [InlineData("\"batches\":{\"size\":300}")]
    public void BatchesOfBytesAndOfNumbersTrainToTheSameBits(string batches)
    {
        var experiment = ExperimentReader.Read(Encoding.UTF8.GetBytes($"{{\"data\":{{\"type\":\"digits\",\"n\":300}},{Model},{batches}}}")).Experiment!;
        var data = DataLoader.WithoutFiles.Load(experiment);
        var numbers = new RunData(AsNumbers(data.Train), null, AsNumbers(data.Test!));
        Assert.Equal(Train<float>(numbers, experiment), Train<float>(data, experiment));
        Assert.Equal(Train<double>(numbers, experiment), Train<double>(data, experiment));
    }

    [Fact]
    public void AugmentationAndStandardisationSeeTheSameValues()
    {
        var text = $"{{\"data\":{{\"type\":\"digits\",\"n\":200,\"augmentation\":{{\"shift\":1,\"jitter\":0.1}}}},{Model},\"batches\":{{\"size\":32}}}}";
        var experiment = ExperimentReader.Read(Encoding.UTF8.GetBytes(text)).Experiment!;
        var data = DataLoader.WithoutFiles.Load(experiment);
        Assert.Equal(Train<float>(new RunData(AsNumbers(data.Train), null, AsNumbers(data.Test!)), experiment), Train<float>(data, experiment));
        int[] all = [.. Enumerable.Range(0, 200)];
        Expect.Same(Standardisation.Fit(AsNumbers(data.Train), all).Mean, Standardisation.Fit(data.Train, all).Mean);
    }

    [Fact]
    public void PartsAndChoicesOfRowsAreThoseOfTheNumbers()
    {
        var data = new DigitsData().Make(3, 9);
        var numbers = AsNumbers(data);
        Expect.Same(numbers.Take([7, 1, 7]).Take([2, 0]).Inputs.ToArray(), data.Take([7, 1, 7]).Take([2, 0]).Inputs.ToArray());
        Assert.Equal(numbers.Inputs.ToArray(700, 900), data.Inputs.ToArray(700, 900));
        Assert.Equal(numbers.Inputs[5000], data.Inputs[5000]);
        Assert.Equal(numbers.Inputs.AsEnumerable().Sum(), data.Inputs.AsEnumerable().Sum());
        Assert.Equal(Expect.Problems(() => numbers.Take([9])), Expect.Problems(() => data.Take([9])));
    }

    /// <summary>byte/255 in double precision, rounded once, is the correctly rounded quotient in single precision: the table cannot be argued with.</summary>
    [Fact]
    public void TheLevelsAreTheCorrectlyRoundedQuotients()
    {
        var levels = PixelInputs.Levels<float>();
        for (var level = 0; level < 256; level++) Assert.Equal((float)level / 255f, levels[level]);
    }
}
