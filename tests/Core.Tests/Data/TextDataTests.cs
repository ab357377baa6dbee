using System.Text;

namespace Core.Tests;

public class TextDataTests
{
    private const string Network = """, "layers": [{"units": 5, "activation": "softmax"}], "loss": "softmax_ce", "length": {"updates": 1}""";

    private static RunData Load(string data)
    {
        var read = Read(data);
        Assert.True(read.Experiment is not null, string.Join("\n", read.Problems));
        return DataLoader.WithoutFiles.Load(read.Experiment);
    }

    private static ExperimentResult Read(string data) => ExperimentReader.Read(Encoding.UTF8.GetBytes($$"""{"data": {{data}}{{Network}}}"""));

    [Fact]
    public void EveryWindowIsASampleAndTheCharacterBehindItItsClass()
    {
        var train = Load("""{"type": "text", "text": "abracadabra"}""").Train;
        Assert.Equal(["a", "b", "c", "d", "r"], train.ClassNames.ToArray());
        Assert.Equal((10, 5), (train.Rows, train.Width));
        // b r a c a d a b r a behind a b r a c a d a b r, letters counted by hand.
        Assert.Equal([1, 4, 0, 2, 0, 3, 0, 1, 4, 0], Enumerable.Range(0, 10).Select(train.Targets.ClassOf));
        int[] seen = [0, 1, 4, 0, 2, 0, 3, 0, 1, 4];
        for (int row = 0; row < 10; row++)
            Assert.Equal(Enumerable.Range(0, 5).Select(k => k == seen[row] ? 1.0 : 0), train.Row(row).ToArray());
    }

    [Fact]
    public void ALongerContextHasTheOldestCharacterFirst()
    {
        var train = Load("""{"type": "text", "text": ["ab", "\n c"], "context": 3}""").Train;
        Assert.Equal(["↵", "␣", "a", "b", "c"], train.ClassNames.ToArray());
        Assert.Equal((2, 15), (train.Rows, train.Width));
        Assert.Equal([2, 5 + 3, 10 + 0], Ones(train, 0));
        Assert.Equal([3, 5 + 0, 10 + 1], Ones(train, 1));
        Assert.Equal(("a₋₃", "c₋₁"), (train.FeatureNames[2], train.FeatureNames[14]));
        Assert.Equal([1, 4], [train.Targets.ClassOf(0), train.Targets.ClassOf(1)]);
    }

    [Fact]
    public void ValidationAndTestTextsHaveTheCharactersAndTheContextOfTheTrainingText()
    {
        var data = Load("""{"type": "text", "text": "abcde", "context": 2, "validation": {"type": "text", "text": "eca"}, "test": {"type": "text", "text": "dddd"}}""");
        Assert.Equal((1, 10), (data.Validation!.Rows, data.Validation.Width));
        Assert.Equal([4, 5 + 2], Ones(data.Validation, 0));
        Assert.Equal(0, data.Validation.Targets.ClassOf(0));
        Assert.Equal(2, data.Test!.Rows);
        var split = Load("""{"type": "text", "text": "aba", "characters": "xyzba", "split": {"type": "count", "validation": 1, "shuffle": false}}""");
        Assert.Equal([4], Ones(split.Train, 0));
        Assert.Equal([3], Ones(split.Validation!, 0));
    }

    [Fact]
    public void CharactersAreCodePoints()
    {
        var train = Load("""{"type": "text", "text": "学而学𝄞"}""").Train;
        Assert.Equal(["学", "而", "𝄞"], train.ClassNames.ToArray());
        Assert.Equal(3, train.Rows);
        Assert.Equal("𝄞", train.ClassNames[train.Targets.ClassOf(2)]);
    }

    [Theory]
    [InlineData("""{"type": "text", "text": "abc", "context": 3}""", "given a text of 3 characters, expected more than 3, the context; give a longer text or a smaller context")]
    [InlineData("""{"type": "text", "text": "abz", "characters": "abc"}""", "given the character 'z' at 2, expected one of abc; state all characters in \"characters\" of the training text, or leave it out")]
    [InlineData("""{"type": "text", "text": "ab", "characters": "aba"}""", "given the character 'a' a second time, expected every character once; remove one of them")]
    [InlineData("""{"type": "text", "text": "abcab", "validation": {"type": "text", "text": "ab ab"}}""", "given the character '␣' at 2, expected one of abc; state all characters in \"characters\" of the training text, or leave it out")]
    [InlineData("""{"type": "text", "text": "abcdefghi"}""", "9 classes")]
    [InlineData("""{"type": "text"}""", "text")]
    public void MistakesAreNamed(string data, string problem) => Assert.Contains(Read(data).Problems, one => one.ToString().Contains(problem, StringComparison.Ordinal));

    /// <summary>Behind a come b, b, c, d: the best table says ½, ¼, ¼, and its loss is the entropy 0.4·1.5·ln 2.</summary>
    [Fact]
    public void ATableOfPairsLearnsTheCountsAndItsLossIsTheirEntropy()
    {
        var read = ExperimentReader.Read("""
            {"precision": "double", "data": {"type": "text", "text": "abracadabra"}, "loss": "softmax_ce",
             "layers": [{"units": 5, "activation": "softmax", "bias": false, "initialWeights": "zeros"}],
             "optimizer": {"type": "sgd", "learningRate": 5}, "length": {"updates": 3000}}
            """u8.ToArray());
        using var program = Compiler.Compile<double>(read.Experiment!, DataLoader.WithoutFiles.Load(read.Experiment!));
        for (int update = 0; update < 3000; update++) program.Train();
        Assert.Equal(0.4 * 1.5 * Math.Log(2), program.Find("loss")!.ToArray(1)[0], 1e-3);
        double[] shares = new Predictor<double>(program, 1).Run([1, 0, 0, 0, 0]).ToArray();
        Assert.Equal([0, 0.5, 0.25, 0.25, 0], shares.Select(share => Math.Round(share, 2)));
    }

    private static int[] Ones(DataSet data, int row)
    {
        var values = data.Row(row).ToArray();
        return [.. Enumerable.Range(0, values.Length).Where(k => values[k] == 1)];
    }
}
