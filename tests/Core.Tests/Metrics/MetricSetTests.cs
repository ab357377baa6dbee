namespace Core.Tests;

public class MetricSetTests
{
    private static double Value(string name, Evaluation evaluation) => MetricSet.Create([name]).Values(evaluation)[0];

    // Scores 0.9 0.6 0.5 0.1 for 1 0 1 0: at ½ three positives, two right.
    private static Evaluation Binary(double? threshold = null) => Evaluation.OfScores(Targets.Numbers([1, 0, 1, 0]), [0.9, 0.6, 0.5, 0.1], 1, threshold);

    [Theory]
    [InlineData("accuracy", 0.75)]
    [InlineData("precision", 2.0 / 3)]
    [InlineData("recall", 1)]
    [InlineData("f1", 0.8)]
    [InlineData("f1[0]", 2.0 / 3)]
    [InlineData("f1.macro", 0.8 / 2 + 1.0 / 3)]
    [InlineData("f1.micro", 0.75)]
    [InlineData("confusion[0][1]", 1)]
    [InlineData("auc", 0.75)]
    [InlineData("log_loss", (0.10536051565782628 + 0.9162907318741551 + 0.6931471805599453 + 0.10536051565782628) / 4)]
    [InlineData("mse", (0.01 + 0.36 + 0.25 + 0.01) / 4)]
    public void BinaryMetricsHaveTheirHandComputedValues(string name, double expected) => Expect.Close(expected, Value(name, Binary()), 1e-14);

    [Fact]
    public void TheThresholdCanBeSet()
    {
        Assert.Equal(1, Value("precision", Binary(0.7)));
        Assert.Equal(0.5, Value("recall", Binary(0.7)));
        Assert.Equal(0, Value("precision", Binary(2)));
    }

    [Fact]
    public void PlusMinusTargetsAreCutAtZero()
    {
        var evaluation = Evaluation.OfScores(Targets.Numbers([1, -1, 1]), [0.2, -0.3, -0.1], 1);
        Expect.Close(2.0 / 3, Value("accuracy", evaluation));
        Assert.Equal(1, Value("auc", evaluation));
        Assert.Equal(["metric 'log_loss': given score -0.3 in row 1; expected probabilities from 0 to 1; end the model with sigmoid or softmax"], Expect.Problems(() => Value("log_loss", evaluation)));
    }

    [Fact]
    public void TwoClassesWithTwoScoresAreReadByTheGreaterOneUnlessAThresholdIsGiven()
    {
        var targets = Targets.Classes([1, 0, 1], 2);
        double[] scores = [0.5, 0.5, 0.7, 0.3, 0.2, 0.8];
        Expect.Close(2.0 / 3, Value("accuracy", Evaluation.OfScores(targets, scores, 2)));
        Assert.Equal(1, Value("accuracy", Evaluation.OfScores(targets, scores, 2, 0.5)));
        Assert.Equal(1, Value("auc", Evaluation.OfScores(targets, scores, 2)));
    }

    [Fact]
    public void ClassNumbersOneHotAndGivenPredictionsAgree()
    {
        double[] scores = [0.2, 0.5, 0.3, 0.6, 0.3, 0.1, 0.1, 0.1, 0.8];
        Evaluation[] same =
        [
            Evaluation.OfScores(Targets.Classes([1, 2, 2], 3), scores, 3),
            Evaluation.OfScores(Targets.OneHot([0, 1, 0, 0, 0, 1, 0, 0, 1], 3), scores, 3),
            Evaluation.OfPredictions(Targets.Classes([1, 2, 2], 3), [1, 0, 2]),
        ];
        Assert.All(same, evaluation => Expect.Close(2.0 / 3, Value("accuracy", evaluation)));
        Assert.All(same, evaluation => Expect.Close((0 + 1 + 2.0 / 3) / 3, Value("f1.macro", evaluation)));
        Assert.All(same, evaluation => Expect.Close(0.5, Value("recall[2]", evaluation)));
    }

    [Fact]
    public void MultiLabelMetricsReadEveryLabelAtTheThreshold()
    {
        var evaluation = Evaluation.OfScores(Targets.MultiLabel([1, 0, 0, 1, 1, 1], 2), [0.9, 0.1, 0.2, 0.4, 0.6, 0.7], 2);
        Expect.Close(2.0 / 3, Value("accuracy", evaluation));
        Expect.Close(2.0 / 3, Value("accuracy.subset", evaluation));
        Expect.Close(5.0 / 6, Value("accuracy.label", evaluation));
        Expect.Close(2.0 / 3, Value("accuracy.label[1]", evaluation));
        Expect.Close((1 + 2.0 / 3) / 2, Value("f1.macro", evaluation));
        Expect.Close(6.0 / 7, Value("f1.micro", evaluation));
    }

    [Fact]
    public void MetricsThatDoNotFitAreToldBeforeARun()
    {
        var problems = MetricSet.Create(["accuracy", "mse", "f1", "f1[3]"]).Problems(Targets.Classes([0, 1, 2], 3), 3);
        Assert.Equal(3, problems.Length);
        Assert.StartsWith("metric 'mse': given several classes; expected regression; choose one of accuracy, precision.macro, ", problems[0].ToString());
        Assert.StartsWith("metric 'f1': given several classes; expected two classes; ", problems[1].ToString());
        Assert.Equal("metric 'f1[3]': given class 3; expected 0 to 2; correct the class number (classes count from 0)", problems[2].ToString());
        Assert.Empty(MetricSet.Create(["accuracy", "mse"]).Problems(Targets.Numbers([0, 1]), 1));
    }

    [Fact]
    public void UnknownAndRepeatedNamesAreAllTold()
    {
        var problems = Expect.Problems(() => MetricSet.Create(["acuracy", "mse", "mse", "confusion[1]"]));
        Assert.Equal(3, problems.Length);
        Assert.StartsWith("metrics[0]: given 'acuracy'; expected one of accuracy, ", problems[0]);
        Assert.StartsWith("metrics[2]: given 'mse' again; expected each metric once", problems[1]);
        Assert.StartsWith("metrics[3]: given 'confusion[1]'", problems[2]);
    }

    [Fact]
    public void ScoresMustFitTheTargetsAndSomeMetricsNeedThem()
    {
        Assert.StartsWith("outputs: given 4 scores per row for targets with 3 columns or classes", Expect.Problems(() => Evaluation.OfScores(Targets.Classes([0], 3), new double[4], 4))[0]);
        Assert.StartsWith("metric 'auc': given predictions only; expected scores", Expect.Problems(() => Value("auc", Evaluation.OfPredictions(Targets.Numbers([0, 1]), [0, 1])))[0]);
    }

    [Fact]
    public void EveryRegisteredMetricHasAUniqueNameFormulaAndSource()
    {
        Assert.Equal(MetricRegistry.All.Length, MetricRegistry.All.Select(metric => metric.Name).Distinct().Count());
        Assert.All(MetricRegistry.All, metric => Assert.True(metric.Formula.Length > 0 && metric.Source.Length > 0 && metric.Fits != MetricTasks.None));
        Assert.All(MetricRegistry.All, metric => Assert.Same(metric, MetricRegistry.Find(metric.Name)));
    }
}
