namespace Core.Tests;

public class PredictionTableTests
{
    internal static (double[] Values, PredictionRows Rows) Read(string text, PredictionOptions options)
    {
        var values = new List<double>();
        var rows = PredictionTable.Read(new StringReader(text), options, values.AddRange);
        return ([.. values], rows);
    }

    private static readonly PredictionOptions Two = new(["a", "b"], 2);

    [Fact]
    public void ColumnsAreFoundByTheirNamesInAnyOrderAmongOthers()
    {
        Assert.Equal([3, 1, 6, 4], Read("\uFEFFa,b,c\r\n1,2,3\r\n4,5,6\r\n", new(["c", "a"], 2)).Values);
        Assert.Equal([1, 2, 3, 4], Read("x,y\n1,2\n3,4", new([], 2)).Values);
        Assert.Equal([1, 2], Read("1,2\n", new(["c", "a"], 2)).Values);
        Assert.Equal([20, 10], Read("2020,2019\n10,20\n", new(["2019", "2020"], 2)).Values);
        Assert.Equal([1, 2], Read("b;a\n2;1\n", Two with { Separator = ';' }).Values);
    }

    [Theory]
    [InlineData("", "no text")]
    [InlineData("a,b\n", "a header and no rows")]
    [InlineData("a,x\n1,2\n", "line 1: given no column 'b'")]
    [InlineData("a,b\n1,\n", "line 2, column 3 ('b'): given nothing; expected a number; correct it, leave such rows out (missing: drop)")]
    [InlineData("a,b\n1,NA\n", "given 'NA', a missing value")]
    [InlineData("a,b\n1,2\n3\n", "line 3: given 1 fields; expected 2")]
    [InlineData("a,b\n1,two\n", "line 2, column 3 ('b'): given 'two'; expected a finite number; correct it or take the row out")]
    [InlineData("a,b\n1,\"2,5\"\n", "given '2,5'; expected a finite number; write a decimal point")]
    [InlineData("a,b,b\n1,2,3\n", "line 1, column 5: given the column name 'b' again")]
    [InlineData("1,2,3\n", "3 columns; expected 2")]
    public void ATableThatDoesNotFitIsRefusedWithThePlace(string text, string told) =>
        Assert.Contains(Expect.Problems(() => Read(text, Two)), problem => problem.Contains(told));

    [Fact]
    public void RowsWithGapsAreLeftOutWhenThatIsAskedForAndTheOthersKeepTheirNumbers()
    {
        var (values, rows) = Read("a,b\n1,2\n,3\n4,n/a\n5,6\n", Two with { Missing = CsvMissing.Drop });
        Assert.Equal([1, 2, 5, 6], values);
        Assert.Equal([1, 4], rows.Rows.ToArray());
        Assert.Equal(["line 3, column 1 ('a'): given nothing; expected a number; the row is left out", "line 4, column 3 ('b'): given 'n/a', a missing value; expected a number; the row is left out"], rows.Told.Select(gap => $"{gap}"));
        Assert.Contains("2 rows with a missing value each", Expect.Problems(() => Read("a,b\n,1\n2,\n", Two with { Missing = CsvMissing.Drop }))[0]);
        Assert.Contains("given 'x'; expected a finite number", Expect.Problems(() => Read("a,b\n1,x\n", Two with { Missing = CsvMissing.Drop }))[0]);
    }

    [Fact]
    public void GapsAndWordsTheModelHasNotSeenBecomeTheMeansOfTheTraining()
    {
        var options = new PredictionOptions(["x", "c=a", "c=b"], 3) { Missing = CsvMissing.Mean, Gaps = [7, 0.25, 0.75] };
        var (values, rows) = Read("c,x\na,1\n,2\nred,?\n", options);
        Assert.Equal([1, 1, 0, 2, 0.25, 0.75, 7, 0.25, 0.75], values);
        Assert.Equal([1, 2, 3], rows.Rows.ToArray());
        Assert.Equal("line 4, column 1 ('c'): given 'red'; expected one of 'a', 'b', for the model has seen no other; the mean of the training rows stands in", $"{rows.Told[2]}");
        Assert.Contains("saved no means", Expect.Problems(() => Read("c,x\na,1\n", options with { Gaps = [] }))[0]);
        var many = Read("c,x\n" + string.Concat(Enumerable.Repeat("a,\n", 50)), options).Rows;
        Assert.Equal((20, 30), (many.Told.Length, many.Untold));
    }

    [Fact]
    public void AMarkOfMissingValuesThatIsAWordOfTheTrainingIsThatWord() =>
        Assert.Equal([0, 1], Read("c\n-\n", new(["c=+", "c=-"], 2)).Values);
}
