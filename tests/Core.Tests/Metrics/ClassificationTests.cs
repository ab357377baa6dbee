using FsCheck;
using FsCheck.Fluent;

namespace Core.Tests;

public class ClassificationTests
{
    // The example of scikit-learn's precision_recall_fscore_support: cat, dog, pig = 0, 2, 1 there; here 0, 1, 2.
    private static readonly int[] Truth = [0, 1, 2, 0, 1, 2], Predicted = [0, 2, 1, 0, 0, 1];

    private static readonly Gen<(int[] Truth, int[] Predicted)> Pairs =
        from rows in Gen.Choose(1, 40)
        from truth in Gen.Choose(0, 3).ArrayOf(rows)
        from predicted in Gen.Choose(0, 3).ArrayOf(rows)
        select (truth, predicted);

    [Fact]
    public void ScikitLearnsExampleComesOut()
    {
        var tallies = ConfusionMatrix.Of(Truth, Predicted, 3).Tallies;
        // macro (0.22…, 0.33…, 0.26…), micro (0.33…, 0.33…, 0.33…), weighted (0.22…, 0.33…, 0.26…)
        Expect.Close(2.0 / 9, ClassAverage.Of(tallies, Averaging.Macro, tally => tally.Precision));
        Expect.Close(1.0 / 3, ClassAverage.Of(tallies, Averaging.Macro, tally => tally.Recall));
        Expect.Close(0.8 / 3, ClassAverage.Of(tallies, Averaging.Macro, tally => tally.F1));
        Expect.Close(1.0 / 3, ClassAverage.Of(tallies, Averaging.Micro, tally => tally.F1));
        Expect.Close(2.0 / 9, ClassAverage.Of(tallies, Averaging.Weighted, tally => tally.Precision));
        Assert.Equal([0.8, 0, 0], tallies.Select(tally => tally.F1));
    }

    [Fact]
    public void TheRowsOfTheConfusionAreTheTruth()
    {
        var confusion = ConfusionMatrix.Of([2, 0, 2, 2, 0, 1], [0, 0, 2, 2, 0, 2], 3);
        long[][] expected = [[2, 0, 0], [0, 0, 1], [1, 0, 2]];
        for (var truth = 0; truth < 3; truth++)
            for (var predicted = 0; predicted < 3; predicted++) Assert.Equal(expected[truth][predicted], confusion[truth, predicted]);
        Expect.Close(4.0 / 6, confusion.Accuracy);
    }

    [Fact]
    public void WeightsOfTheWeightedAverageAreTheRowsOfEachClass()
    {
        // Class 0: 3 rows, recall 2/3; class 1: 1 row, recall 1.
        var tallies = ConfusionMatrix.Of([0, 0, 0, 1], [0, 0, 1, 1], 2).Tallies;
        Expect.Close((3 * (2.0 / 3) + 1) / 4, ClassAverage.Of(tallies, Averaging.Weighted, tally => tally.Recall));
        Expect.Close((2.0 / 3 + 1) / 2, ClassAverage.Of(tallies, Averaging.Macro, tally => tally.Recall));
    }

    [Fact]
    public void ClassesMetNowhereDoNotCountInTheMacroAverage()
    {
        var tallies = ConfusionMatrix.Of([0, 2], [0, 2], 5).Tallies;
        Assert.Equal(1, ClassAverage.Of(tallies, Averaging.Macro, tally => tally.F1));
        Assert.Equal(0.4, ClassAverage.Of(tallies, Averaging.Macro, tally => tally.F1, onlyOccurring: false));
    }

    [Fact]
    public void ZeroByZeroIsZero()
    {
        var never = new ClassTally(0, 0, 3);
        Assert.Equal((0, 0, 0), (never.Precision, never.Recall, never.F1));
        Assert.Equal((0, 0, 0), (new ClassTally().Precision, new ClassTally().Recall, new ClassTally().F1));
    }

    [Fact]
    public void MicroF1IsTheAccuracyAndTheConfusionSumsToTheRows() => Prop.ForAll(Pairs.ToArbitrary(), pair =>
    {
        var confusion = ConfusionMatrix.Of(pair.Truth, pair.Predicted, 4);
        var right = pair.Truth.Zip(pair.Predicted).Count(both => both.First == both.Second);
        return Math.Abs(ClassAverage.Of(confusion.Tallies, Averaging.Micro, tally => tally.F1) - confusion.Accuracy) < 1e-12
            && Math.Abs(confusion.Accuracy - (double)right / pair.Truth.Length) < 1e-12
            && confusion.Total == pair.Truth.Length
            && Enumerable.Range(0, 4).All(c => confusion[c].Support == pair.Truth.Count(k => k == c))
            && confusion.Tallies.Sum(tally => tally.FalsePositive) == confusion.Tallies.Sum(tally => tally.FalseNegative);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void F1IsTheHarmonicMeanOfPrecisionAndRecall() => Prop.ForAll(Pairs.ToArbitrary(), pair =>
        ConfusionMatrix.Of(pair.Truth, pair.Predicted, 4).Tallies.All(tally => tally.TruePositive == 0 ? tally.F1 == 0
            : Math.Abs(tally.F1 - 2 / (1 / tally.Precision + 1 / tally.Recall)) < 1e-12)).QuickCheckThrowOnFailure();

    [Fact]
    public void MultiLabelCountsRowsAndLabels()
    {
        // Rows right: the second; labels right: 2 of 3, 3 of 3, 1 of 3.
        int[] truth = [1, 0, 1, 0, 1, 0, 0, 0, 1], predicted = [1, 0, 0, 0, 1, 0, 1, 1, 1];
        Expect.Close(1.0 / 3, MultiLabelScores.SubsetAccuracy(truth, predicted, 3));
        Expect.Close(6.0 / 9, MultiLabelScores.LabelAccuracy(truth, predicted, 3));
        Assert.Equal([2.0 / 3, 2.0 / 3, 2.0 / 3], MultiLabelScores.AccuracyPerLabel(truth, predicted, 3).ToArray());
        Assert.Equal([new(1, 1, 0), new(1, 1, 0), new(1, 0, 1)], MultiLabelScores.Tallies(truth, predicted, 3).ToArray());
    }

    [Fact]
    public void TheFirstOfEqualScoresWinsAndTheThresholdItselfIsPositive()
    {
        Assert.Equal([1, 0, 0, 1], Predictions.ArgMax([0, 2, 2, 5, 5, 5, double.NaN, double.NaN, double.NaN, double.NaN, 1, 0], 3));
        Assert.Equal([0, 1, 1, 0], Predictions.Positive([0.49, 0.5, 0.51, double.NaN]));
        Assert.Equal([0, 1], Predictions.Positive([-0.1, 0], 0));
    }

    [Fact]
    public void NumbersOutsideTheClassesAndUnequalLengthsAreTold()
    {
        Assert.Equal(
            ["true class of row 0: given 3; expected 0 to 2; correct it or the number of classes", "predicted class of row 1: given -1; expected 0 to 2; correct it or the number of classes"],
            Expect.Problems(() => ConfusionMatrix.Of([3, 0], [0, -1], 3)));
        Assert.Equal(["predictions: given 1 rows; expected 2, one per target; give every target one prediction"], Expect.Problems(() => ConfusionMatrix.Of([0, 0], [0], 3)));
        Assert.Equal(["targets: given no rows; expected at least one; give rows to judge"], Expect.Problems(() => ConfusionMatrix.Of([], [], 3)));
    }
}
