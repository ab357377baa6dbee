namespace Core.Tests;

public class DataItemTests
{
    // scikit-learn, StandardScaler: data [[0, 0], [0, 0], [1, 1], [1, 1]] → ∓1; transform([[2, 2]]) → [[3, 3]].
    [Fact]
    public void StandardisationIsFittedOnItsRowsOnly()
    {
        var records = Calc.Item("\"type\": \"standardise\", \"fit\": [[0, 0], [0, 0], [1, 1], [1, 1]], \"apply\": [[2, 2]]");
        Calc.Close([0.5, 0.5], records["mean"]);
        Calc.Close([0.5, 0.5], records["std"]);
        Calc.Close([-1, -1, -1, -1, 1, 1, 1, 1], records["fit"]);
        Calc.Close([3, 3], records["apply"]);
        Assert.All(Calc.Item("\"type\": \"standardise\", \"fit\": [1, 2]", Precision.Single).Values, record => Assert.Equal(Precision.Double, record.Precision));
        Calc.Close([0, 5], Calc.Item("\"type\": \"standardise\", \"fit\": [[7, 1], [7, 3]], \"apply\": [[7, 7]]")["apply"]);
    }

    [Fact]
    public void ASplitGivesEveryRowToOnePart()
    {
        var records = Calc.Item("\"type\": \"split\", \"n\": 10, \"split\": {\"validation\": 0.2, \"test\": 0.1}, \"seed\": 4");
        Assert.Equal((7, 2, 1), (records["train"].Values.Length, records["validation"].Values.Length, records["test"].Values.Length));
        Expect.Same(Enumerable.Range(0, 10).Select(row => (double)row), records.Values.SelectMany(record => record.Values).Order());
        var drawn = Split.Random(10, SplitSizes.Fractions(0.7, 0.2, 0.1), 4);
        Expect.Same(drawn.Validation.Select(row => (double)row), records["validation"].Values);
    }

    [Fact]
    public void AStratifiedSplitKeepsTheSharesOfTheClasses()
    {
        var records = Calc.Item("\"type\": \"split\", \"labels\": [0, 0, 0, 0, 2, 2, 2, 2, 1, 1], \"split\": {\"type\": \"count\", \"test\": 5, \"stratified\": true}");
        double[] test = [.. records["test"].Values];
        Assert.Equal((2, 2, 1), (test.Count(row => row < 4), test.Count(row => row is >= 4 and < 8), test.Count(row => row >= 8)));
        Expect.Same([0], records["validation"].Shape);
    }

    [Fact]
    public void AGivenOrUnshuffledSplitIsTakenAsItStands()
    {
        var given = Calc.Item("\"type\": \"split\", \"n\": 5, \"split\": {\"type\": \"given\", \"validation\": [3, 0], \"test\": [4]}");
        Expect.Same([1, 2.0], given["train"].Values);
        Expect.Same([3, 0.0], given["validation"].Values);
        var last = Calc.Item("\"type\": \"split\", \"n\": 5, \"split\": {\"type\": \"count\", \"validation\": 1, \"test\": 2, \"shuffle\": false}");
        Expect.Same([2.0], last["validation"].Values);
        Expect.Same([3, 4.0], last["test"].Values);
    }

    // scikit-learn, roc_curve and roc_auc_score: y 0 0 1 1, scores 0.1 0.4 0.35 0.8.
    [Fact]
    public void BinaryScoresHaveTheirCurveAndArea()
    {
        var records = Calc.Item("\"type\": \"metrics\", \"targets\": [0, 0, 1, 1], \"scores\": [0.1, 0.4, 0.35, 0.8]");
        Calc.Close(0.75, records["auc"]);
        Expect.Same([5, 2], records["roc"].Shape);
        Expect.Same([0, 0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1, 1.0], records["roc"].Values);
        Expect.Same([double.PositiveInfinity, 0.8, 0.4, 0.35, 0.1], records["roc.thresholds"].Values);
        Expect.Same([2, 0, 1, 1.0], records["confusion"].Values);
        Calc.Close(0.75, records["accuracy"]);
        Assert.DoesNotContain("mse", records.Keys);
        Calc.Close([1, 1, 0, 2], Calc.Item("\"type\": \"metrics\", \"labels\": [0, 0, 1, 1], \"scores\": [0.1, 0.4, 0.35, 0.8], \"threshold\": 0.35, \"metrics\": [\"confusion\"]")["confusion"]);
    }

    // scikit-learn, log_loss: ["spam", "ham", "ham", "spam"] with these probabilities is 0.21616….
    [Fact]
    public void LogLossIsThePublishedOne() => Calc.Close(0.21616187468057912, Calc.Item(
        "\"type\": \"metrics\", \"labels\": [1, 0, 0, 1], \"scores\": [[0.1, 0.9], [0.9, 0.1], [0.8, 0.2], [0.35, 0.65]], \"metrics\": [\"log_loss\"]")["log_loss"]);

    // scikit-learn, precision_recall_fscore_support and f1_score: y 0 1 2 0 1 2, predicted 0 2 1 0 0 1.
    [Fact]
    public void ClassPredictionsHaveTheirAverages()
    {
        var records = Calc.Item("\"type\": \"metrics\", \"labels\": [0, 1, 2, 0, 1, 2], \"predictions\": [0, 2, 1, 0, 0, 1]");
        Calc.Close(2.0 / 9, records["precision.macro"]);
        Calc.Close(1.0 / 3, records["recall.macro"]);
        Calc.Close(0.26666666666666666, records["f1.macro"]);
        Calc.Close(1.0 / 3, records["f1.micro"]);
        Calc.Close(0.26666666666666666, records["f1.weighted"]);
        Calc.Close(0.8, records["f1[0]"]);
        Expect.Same([2, 0, 0, 1, 0, 1, 0, 2, 0.0], records["confusion"].Values);
        Assert.DoesNotContain("log_loss", records.Keys);
    }

    [Fact]
    public void OneHotAndSoftRowsAreClasses()
    {
        Calc.Close(0.5, Calc.Item("\"type\": \"metrics\", \"task\": \"multi_class\", \"targets\": [[0, 1, 0], [1, 0, 0]], \"scores\": [[1, 2, 0], [1, 2, 0]]")["accuracy"]);
        Calc.Close(1, Calc.Item("\"type\": \"metrics\", \"task\": \"multi_class\", \"targets\": [[0.2, 0.5, 0.3]], \"predictions\": [1]")["accuracy"]);
    }

    // scikit-learn: accuracy_score(np.array([[0, 1], [1, 1]]), np.ones((2, 2))) is 0.5; hamming_loss of [[0, 1], [1, 1]] and zeros is 0.75.
    [Fact]
    public void SeveralLabelsAreJudgedOneByOne()
    {
        Calc.Close(0.5, Calc.Item("\"type\": \"metrics\", \"task\": \"multi_label\", \"targets\": [[0, 1], [1, 1]], \"predictions\": [[1, 1], [1, 1]]")["accuracy.subset"]);
        var records = Calc.Item("\"type\": \"metrics\", \"task\": \"multi_label\", \"targets\": [[0, 1], [1, 1]], \"scores\": [[0.1, 0.2], [0.3, 0.4]]");
        Calc.Close(0.25, records["accuracy.label"]);
        Calc.Close(0.5, records["accuracy.label[0]"]);
        Assert.DoesNotContain("confusion", records.Keys);
    }

    // scikit-learn: y 3 −0.5 2 7, predicted 2.5 0 2 8: mean_squared_error 0.375, mean_absolute_error 0.5, r2_score 0.948….
    [Theory]
    [InlineData("predictions")]
    [InlineData("scores")]
    public void ARegressionHasItsErrors(string field)
    {
        var records = Calc.Item($"\"type\": \"metrics\", \"targets\": [3, -0.5, 2, 7], \"{field}\": [2.5, 0.0, 2, 8]");
        Assert.Equal(["mse", "rmse", "mae", "r2"], records.Keys);
        Calc.Close(0.375, records["mse"]);
        Calc.Close(0.6123724356957945, records["rmse"]);
        Calc.Close(0.5, records["mae"]);
        Calc.Close(0.9486081370449679, records["r2"]);
    }

    [Fact]
    public void ZerosAndOnesMayBeARegressionToo()
    {
        Assert.Equal(["mse", "rmse", "mae", "r2"], Calc.Item("\"type\": \"metrics\", \"task\": \"regression\", \"targets\": [0, 1], \"predictions\": [0.5, 0.5]").Keys);
        Calc.Close([1, 0, 1, 1], Calc.Item("\"type\": \"metrics\", \"targets\": [-1, 1, 1], \"predictions\": [-1, -1, 1]")["confusion"]);
        Calc.Close([1, 0, 1, 1], Calc.Item("\"type\": \"metrics\", \"targets\": [-1, 1, 1], \"scores\": [-0.1, -0.2, 0]")["confusion"]);
    }
}
