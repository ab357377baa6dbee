using FsCheck;
using FsCheck.Fluent;

namespace Core.Tests;

public class RocCurveTests
{
    private static readonly Gen<(int[] Labels, double[] Scores)> Rated =
        from rows in Gen.Choose(1, 40)
        from labels in Gen.Choose(0, 1).ArrayOf(rows)
        from scores in Gen.Choose(-4, 4).ArrayOf(rows)
        select (labels, scores.Select(score => score / 4.0).ToArray());

    [Fact]
    public void ScikitLearnsExampleComesOut()
    {
        // roc_curve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) and roc_auc_score of the same: 0.75
        var roc = RocCurve.Of([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
        Assert.Equal([new(double.PositiveInfinity, 0, 0), new(0.8, 0, 0.5), new(0.4, 0.5, 0.5), new(0.35, 0.5, 1), new(0.1, 1, 1)], roc.Points.ToArray());
        Assert.Equal(0.75, roc.Auc);
    }

    [Fact]
    public void AllScoresEqualAreWorthAHalf() => Assert.Equal(0.5, RocCurve.Of([0, 1, 1], [0.3, 0.3, 0.3]).Auc);

    [Fact]
    public void MinusZeroAndZeroAreEqualScores() => Assert.Equal(0.5, RocCurve.Of([0, 1], [0.0, -0.0]).Auc);

    [Fact]
    public void AreaIsTheShareOfPairsInTheRightOrder() => Prop.ForAll(Rated.ToArbitrary(), rated =>
    {
        double wins = 0, pairs = 0;
        for (var i = 0; i < rated.Labels.Length; i++)
            for (var j = 0; j < rated.Labels.Length; j++)
                if (rated.Labels[i] == 1 && rated.Labels[j] == 0)
                {
                    pairs++;
                    wins += rated.Scores[i] > rated.Scores[j] ? 1 : rated.Scores[i] == rated.Scores[j] ? 0.5 : 0;
                }
        return Math.Abs(RocCurve.Of(rated.Labels, rated.Scores).Auc - (pairs == 0 ? 0 : wins / pairs)) < 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void EveryPointIsWhatItsThresholdGives() => Prop.ForAll(Rated.ToArbitrary(), rated =>
        RocCurve.Of(rated.Labels, rated.Scores).Points.All(point =>
        {
            var tally = ClassTally.Of(rated.Labels, Predictions.Positive(rated.Scores, point.Threshold));
            var negatives = rated.Labels.Count(label => label == 0);
            return point.TruePositiveRate == tally.Recall && point.FalsePositiveRate == (negatives == 0 ? 0 : (double)tally.FalsePositive / negatives);
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void AMissingClassGivesZeroAndNaNGivesNaN()
    {
        Assert.Equal(0, RocCurve.Of([1, 1], [0.2, 0.3]).Auc);
        Assert.Equal(double.NaN, RocCurve.Of([0, 1], [double.NaN, 0.3]).Auc);
    }

    [Fact]
    public void LabelsMustBeZeroOrOne() => Assert.Equal(
        ["label of row 1: given -1; expected 0 or 1; number the negative class 0 and the positive class 1"], Expect.Problems(() => RocCurve.Of([1, -1], [0, 0])));
}
