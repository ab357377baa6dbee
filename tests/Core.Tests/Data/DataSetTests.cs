namespace Core.Tests;

public class DataSetTests
{
    private static readonly Targets TwoNumbers = Targets.Numbers([1, 2]);

    [Fact]
    public void RowsKeepTheirShapeAndOrder()
    {
        var data = DataSet.Create([.. Enumerable.Range(0, 12).Select(i => (double)i)], [2, 3], TwoNumbers);
        Assert.Equal((2, 6), (data.Rows, data.Width));
        Assert.Equal([6, 7, 8, 9, 10, 11], data.Row(1).ToArray());
    }

    [Fact]
    public void TakeGathersInputsAndTargetsInTheGivenOrder()
    {
        var data = DataSet.Create([1, 2, 3, 4, 5, 6], [2], Targets.OneHot([1, 0, 0, 1, 1, 0], 2)).Take([2, 0, 2]);
        Expect.Same([5, 6, 1, 2, 5, 6], data.Inputs);
        Expect.Same([1, 0, 1, 0, 1, 0], data.Targets.Values);
        Expect.Same([2, 1], DataSet.Create([1, 2, 3], [1], Targets.Classes([0, 1, 2], 3)).Take([2, 1]).Targets.ClassNumbers);
    }

    [Fact]
    public void TakeRefusesRowsThatAreNotThere() => Assert.Equal(
        ["rows[1]: given 2; expected 0 to 1; correct the row number (rows count from 0)"],
        Expect.Problems(() => DataSet.Create([1, 2], [1], TwoNumbers).Take([0, 2])));

    [Fact]
    public void NonFiniteInputsAreAllNamedByRowColumnAndFeature() => Assert.Equal(
        [
            "row 0, column 1 (size): given NaN; expected a finite number; correct the value or leave the row out",
            "row 1, column 0 (curl): given Infinity; expected a finite number; correct the value or leave the row out",
        ],
        Expect.Problems(() => DataSet.Create([1, double.NaN, double.PositiveInfinity, 2], [2], TwoNumbers, ["curl", "size"])));

    [Fact]
    public void ClassNumbersOutsideAreNamed() => Assert.Equal(
        [
            "target of row 1: given class 3; expected 0 to 2; correct the label or the number of classes (classes count from 0)",
            "target of row 2: given class -1; expected 0 to 2; correct the label or the number of classes (classes count from 0)",
        ],
        Expect.Problems(() => DataSet.Create([1, 2, 3], [1], Targets.Classes([0, 3, -1], 3))));

    [Fact]
    public void RaggedRowsAreNamed() => Assert.Equal(
        ["row 1: given 1 values; expected 2, as in row 0; give every row the same number of values"],
        Expect.Problems(() => DataSet.FromRows([[1, 2], [3]], TwoNumbers)));

    [Theory]
    [InlineData(TargetKind.OneHot, new[] { 1.0, 1.0 }, "target of row 0: given [1, 1]; expected exactly one 1 (one-hot); correct the target or state another kind of target")]
    [InlineData(TargetKind.OneHot, new[] { 0.5, 0.5 }, "target of row 0, column 0: given 0.5; expected 0 or 1; correct the target or state another kind of target")]
    [InlineData(TargetKind.Soft, new[] { 0.5, 0.4 }, "target of row 0: given [0.5, 0.4]; expected shares that sum to 1; correct the target or state another kind of target")]
    [InlineData(TargetKind.Soft, new[] { 1.5, -0.5 }, "target of row 0, column 0: given 1.5; expected a share from 0 to 1; correct the target or state another kind of target")]
    [InlineData(TargetKind.MultiLabel, new[] { 1.0, 2.0 }, "target of row 0, column 1: given 2; expected 0 or 1; correct the target or state another kind of target")]
    [InlineData(TargetKind.Numbers, new[] { 1.0, double.NaN }, "target of row 0, column 1: given NaN; expected a finite number; correct the target or state another kind of target")]
    public void TargetsMustBeOfTheirKind(TargetKind kind, double[] values, string problem) =>
        Assert.Equal([problem], Expect.Problems(() => DataSet.Create([1], [1], Targets.Of(kind, values, 2))));

    [Fact]
    public void SizesThatDoNotFitAreNamed()
    {
        Assert.Equal(["given no inputs; expected at least one row of both; give at least one sample"], Expect.Problems(() => DataSet.Create([], [1], TwoNumbers)));
        Assert.Equal(["given 3 rows of inputs and 2 of targets; expected as many of one as of the other; give every sample one target"],
            Expect.Problems(() => DataSet.Create([1, 2, 3], [1], TwoNumbers)));
        Assert.Equal(["inputs: given 3 values; expected a multiple of 2, the values of one sample; complete the last row or correct the sample shape"],
            Expect.Problems(() => DataSet.Create([1, 2, 3], [2], TwoNumbers)));
        Assert.StartsWith("shape of a sample: given [0]", Expect.Problems(() => DataSet.Create([1], [0], TwoNumbers))[0]);
        Assert.StartsWith("shape of a sample: given [65536, 65536]", Expect.Problems(() => DataSet.Create([1], [65536, 65536], TwoNumbers))[0]);
        Assert.Equal(["feature names: given 1 names; expected 2, one for each of the input values in a sample; give one name each or none at all"],
            Expect.Problems(() => DataSet.Create([1, 2, 3, 4], [2], TwoNumbers, ["a"])));
    }

    [Fact]
    public void ManyProblemsAreCounted()
    {
        var problems = Expect.Problems(() => DataSet.Create([.. Enumerable.Repeat(double.NaN, 100)], [1], Targets.Numbers(new double[100])));
        Assert.Equal(21, problems.Length);
        Assert.Equal("given 80 more problems; expected none; correct these first", problems[^1]);
    }

    [Fact]
    public void ASingleOutputOfTwoValuesCanBeReadAsTwoClasses()
    {
        Assert.True(Targets.Numbers([0, 1, 1]).IsBinary);
        Assert.True(Targets.Numbers([-1, 1]).IsPlusMinus);
        Assert.False(Targets.Numbers([0, 0.5]).IsBinary);
        Assert.Equal((0, 1), (Targets.Numbers([-1, 1]).ClassOf(0), Targets.Numbers([-1, 1]).ClassOf(1)));
        Assert.Equal(1, Targets.Soft([0.2, 0.4, 0.4], 3).ClassOf(0));
    }
}
