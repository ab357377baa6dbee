using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Core.Tests;

public class SplitTests
{
    private static readonly Gen<(int[] Classes, SplitSizes Sizes, double[] Fractions)> Tables =
        from rows in Gen.Choose(1, 60)
        from classes in Gen.Choose(0, 4).ArrayOf(rows)
        from a in Gen.Choose(0, 20)
        from b in Gen.Choose(0, 20 - a)
        let fractions = new[] { a / 20.0, b / 20.0, (20 - a - b) / 20.0 }
        select (classes, SplitSizes.Fractions(fractions[0], fractions[1], fractions[2]), fractions);

    private static bool IsPartition(Split split, int rows) =>
        split.Train.Concat(split.Validation).Concat(split.Test).Order().SequenceEqual(Enumerable.Range(0, rows));

    [Theory]
    [InlineData(10, 0.7, 0.2, 0.1, "7 2 1")]
    [InlineData(10, 0.75, 0.25, 0.0, "8 2 0")]
    [InlineData(3, 0.5, 0.25, 0.25, "1 1 1")]
    [InlineData(1, 0.6, 0.2, 0.2, "1 0 0")]
    [InlineData(150, 0.8, 0.1, 0.1, "120 15 15")]
    public void FractionsAreRoundedByLargestRemainders(int rows, double train, double validation, double test, string sizes) =>
        Assert.Equal(sizes, string.Join(' ', SplitSizes.Fractions(train, validation, test).Rows(rows)));

    [Fact]
    public void EveryRowIsInExactlyOnePart() => Prop.ForAll(Tables.ToArbitrary(), table =>
        IsPartition(Split.Random(table.Classes.Length, table.Sizes, 1), table.Classes.Length)
        && IsPartition(Split.Stratified(table.Classes, table.Sizes, 1), table.Classes.Length)).QuickCheckThrowOnFailure();

    [Fact]
    public void StratifiedPartsKeepTheSharesOfTheClassesWithinOneRow() => Prop.ForAll(Tables.ToArbitrary(), table =>
    {
        var split = Split.Stratified(table.Classes, table.Sizes, 7);
        ImmutableArray<int>[] parts = [split.Train, split.Validation, split.Test];
        return Enumerable.Range(0, 3).All(part =>
            Math.Abs(parts[part].Length - table.Fractions[part] * table.Classes.Length) < 1
            && Enumerable.Range(0, 5).All(c =>
                Math.Abs(parts[part].Count(row => table.Classes[row] == c) - table.Fractions[part] * table.Classes.Count(k => k == c)) < 1));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void CountsAreKeptExactlyAlsoWhenStratified()
    {
        var classes = Enumerable.Range(0, 23).Select(row => row % 3).ToArray();
        var split = Split.Stratified(classes, SplitSizes.Counts(13, 6, 4), 3);
        Assert.Equal((13, 6, 4), (split.Train.Length, split.Validation.Length, split.Test.Length));
    }

    [Fact]
    public void TheSeedDecides()
    {
        var sizes = SplitSizes.Fractions(0.5, 0.5);
        Expect.Same(Split.Random(100, sizes, 1).Train, Split.Random(100, sizes, 1).Train);
        Assert.False(Split.Random(100, sizes, 1).Train.SequenceEqual(Split.Random(100, sizes, 2).Train));
        Assert.InRange(Split.Random(10_000, sizes, 1).Train.Average(), 4_850, 5_150);
    }

    [Fact]
    public void SizesThatDoNotAddUpAreTold()
    {
        Assert.Equal(["fractions: given 0.9; expected a sum of 1; make the three fractions add up"], Expect.Problems(() => SplitSizes.Fractions(0.5, 0.4).Rows(10)));
        Assert.Equal(["counts: given 11; expected a sum of 10, the number of rows; make the three counts add up"], Expect.Problems(() => SplitSizes.Counts(10, 1).Rows(10)));
        Assert.StartsWith("train: given -1", Expect.Problems(() => SplitSizes.Counts(-1, 11).Rows(10))[0]);
    }

    [Fact]
    public void GivenListsMustNotShareRows()
    {
        Expect.Same([2, 0], Split.Given(4, [2, 0], [1], []).Train);
        Assert.Equal(
            [
                "validation[0]: given row 2, already in train; expected each row at most once; take it out of one of the lists",
                "test[1]: given row 4; expected 0 to 3; correct the row number (rows count from 0)",
            ],
            Expect.Problems(() => Split.Given(4, [2, 0], [2], [1, 4])));
    }

    [Fact]
    public void NegativeClassNumbersAreTold() => Assert.Equal(
        ["class of row 1: given -1; expected 0 to 999999; number the classes from 0"],
        Expect.Problems(() => Split.Stratified([0, -1], SplitSizes.Fractions(0.5, 0.5), 1)));
}
