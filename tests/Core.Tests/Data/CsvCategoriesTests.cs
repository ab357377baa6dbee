namespace Core.Tests;

public class CsvCategoriesTests
{
    private static DataSet Read(string text, CsvOptions? options = null) => CsvReader.Read(new StringReader(text), options ?? new() { Targets = ["y"] });

    [Fact]
    public void AColumnOfTextsIsOneInputForEachOfThemInOrderOfTheAlphabet()
    {
        var data = Read("size,colour,y\n1,red,0\n2,blue,1\n3,red,2\n");
        Expect.Same(["size", "colour=blue", "colour=red"], data.FeatureNames);
        Expect.Same([1, 0, 1, 2, 1, 0, 3, 0, 1], data.Inputs);
    }

    [Fact]
    public void NumbersThatAreNamesAreSortedByValue()
    {
        var data = Read("zip,y\n100,0\n9,1\n100,2\n", new() { Targets = ["y"], Categories = ["zip"] });
        Expect.Same(["zip=9", "zip=100"], data.FeatureNames);
        Expect.Same([0, 1, 1, 0, 0, 1], data.Inputs);
    }

    [Fact]
    public void TextsAmongNumbersAreToldAndNotTakenForCategories() => Assert.Equal(
        ["line 3, column 1 ('a'): given 'red'; expected a number; correct it, leave the column out of the inputs, or name it among the categories"],
        Expect.Problems(() => Read("a,y\n1,0\nred,1\n")));

    [Fact]
    public void RowsWithGapsAreDroppedWhenAskedFor()
    {
        var data = Read("a,b,y\n1,x,0\n,x,1\n3,?,2\n4,z,NA\n5,z,5\n", new() { Targets = ["y"], Missing = CsvMissing.Drop });
        Expect.Same(["a", "b=x", "b=z"], data.FeatureNames);
        Expect.Same([1, 1, 0, 5, 0, 1], data.Inputs);
        Expect.Same([0, 5], data.Targets.Values);
    }

    [Fact]
    public void GapsBecomeTheMeanOfTheTrainingRowsOnly()
    {
        const string csv = "a,b,y\n1,x,0\n,?,0\n3,x,0\n5,z,0\n1000,x,0\n";
        var experiment = ExperimentReader.Read(System.Text.Encoding.UTF8.GetBytes(
            """
            { "data": {"type": "csv", "path": "t.csv", "target": "y", "targetKind": "numbers", "missing": "mean", "split": {"type": "given", "test": [4]}},
              "layers": [{"units": 1}], "loss": "mse", "length": {"updates": 1} }
            """)).Experiment!;
        var data = new DataLoader(_ => new StringReader(csv)).Load(experiment);
        Expect.Same([1, 1, 0, 3, 2 / 3.0, 1 / 3.0, 3, 1, 0, 5, 0, 1], data.Train.Inputs);
        Expect.Same([1000, 1, 0], data.Test!.Inputs);
    }

    [Fact]
    public void AMissingTargetStaysAProblem() =>
        Assert.Contains("line 3, column 3 ('y'): given nothing", Expect.Problems(() => Read("a,y\n1,0\n2,\n", new() { Targets = ["y"], Missing = CsvMissing.Mean }))[0]);

    [Fact]
    public void TooManyTextsAndEmptyColumnsAreTold()
    {
        var rows = string.Concat(Enumerable.Range(0, 1200).Select(k => $"n{k},{k}\n"));
        Assert.Contains("more than 1000 different texts", Expect.Problems(() => Read("name,y\n" + rows))[0]);
        Assert.Contains("column 'a': given no value in any row", Expect.Problems(() => Read("a,b,y\n,1,2\n,2,3\n", new() { Targets = ["y"], Missing = CsvMissing.Mean }))[0]);
    }

    [Fact]
    public void BytesThatAreNotUtf8AreToldWithTheirPlace()
    {
        using var latin1 = new StreamReader(new MemoryStream([.. "a,y\n1,caf"u8, 0xE9, .. "\n2,tea\n"u8]));
        Assert.StartsWith("line 2, column 6: given a byte that is not UTF-8; expected text in UTF-8; save the file as UTF-8",
            Expect.Problems(() => CsvReader.Read(latin1, new() { Targets = ["y"] }))[0]);
    }

    [Fact]
    public void ColumnsMayBeCountedFromBothEnds()
    {
        var data = Read("a,b,y\n1,2,3\n", new() { Targets = ["-1"], Features = ["1"] });
        Expect.Same(["b"], data.FeatureNames);
        Expect.Same([3], data.Targets.Values);
    }

    [Fact]
    public void APredictionReadsTheTextsTheModelKnows()
    {
        Expect.Same([0, 1, 7, 1, 0, 8], PredictionTableTests.Read("x,c=d,extra\n7,b=2,0\n8,a,0\n", new(["c=d=a", "c=d=b=2", "x"], 3)).Values);
        Assert.Equal("line 2, column 1 ('c'): given 'red'; expected one of 'a', 'b', for the model has seen no other; correct it, leave such rows out (missing: drop), or take the mean of the training rows (missing: mean)",
            Expect.Problems(() => PredictionTableTests.Read("c\nred\n", new(["c=a", "c=b"], 2)))[0]);
    }
}
