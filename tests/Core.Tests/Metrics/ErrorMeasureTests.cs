namespace Core.Tests;

public class ErrorMeasureTests
{
    // The examples in scikit-learn's documentation of each function.
    private static readonly double[] Y = [3, -0.5, 2, 7], P = [2.5, 0, 2, 8];
    private static readonly double[] Y2 = [0.5, 1, -1, 1, 7, -6], P2 = [0, 2, -1, 2, 8, -5];

    [Fact]
    public void ScikitLearnsRegressionExamplesComeOut()
    {
        Expect.Close(0.375, RegressionErrors.Mse(Y, P));
        Expect.Close(0.708333333333333, RegressionErrors.Mse(Y2, P2, 2), 1e-14);
        Expect.Close(0.612372435695794, RegressionErrors.Rmse(Y, P), 1e-14);
        Expect.Close((Math.Sqrt(1.25 / 3) + 1) / 2, RegressionErrors.Rmse(Y2, P2, 2), 1e-14);
        Expect.Close(0.5, RegressionErrors.Mae(Y, P));
        Expect.Close(0.75, RegressionErrors.Mae(Y2, P2, 2));
        Expect.Close(0.948608137044967, RegressionErrors.R2(Y, P), 1e-14);
        Expect.Close((0.965438 + 0.908163) / 2, RegressionErrors.R2(Y2, P2, 2), 1e-3);
        Assert.Equal(0, RegressionErrors.R2([1, 2, 3], [2, 2, 2]));
        Assert.Equal(-3, RegressionErrors.R2([1, 2, 3], [3, 2, 1]));
    }

    [Fact]
    public void ConstantTargetsGiveOneForExactAndZeroForOtherPredictions()
    {
        Assert.Equal(1, RegressionErrors.R2([0.1, 0.1, 0.1], [0.1, 0.1, 0.1]));
        Assert.Equal(0, RegressionErrors.R2([0.1, 0.1, 0.1], [0.1, 0.1, 0.2]));
    }

    [Fact]
    public void LogLossIsTheCoursesExample()
    {
        Expect.Close(0.22314355131420976, LogLoss.Binary([1], [0.8]), 1e-15);
        Expect.Close(0.69314718055994531, LogLoss.Binary([0], [0.5]), 1e-15);
        // scikit-learn: log_loss(["spam", "ham", "ham", "spam"], [[.1, .9], [.9, .1], [.8, .2], [.35, .65]]) = 0.21616…
        Expect.Close(0.21616187468057912, LogLoss.Binary([1, 0, 0, 1], [0.9, 0.1, 0.2, 0.65]), 1e-15);
        Expect.Close(0.21616187468057912, LogLoss.Categorical(Targets.Classes([1, 0, 0, 1], 2), [0.1, 0.9, 0.9, 0.1, 0.8, 0.2, 0.35, 0.65]), 1e-15);
    }

    [Fact]
    public void AConfidentMistakeIsFiniteAndNaNStaysNaN()
    {
        Expect.Close(36.04365338911715, LogLoss.Binary([1], [0]), 1e-13);
        Assert.Equal(double.NaN, LogLoss.Binary([1], [double.NaN]));
    }

    [Fact]
    public void SoftTargetsWeighTheLogarithms() =>
        Expect.Close(-(0.25 * Math.Log(0.5) + 0.75 * Math.Log(0.2)), LogLoss.Categorical(Targets.Soft([0.25, 0.75, 0], 3), [0.5, 0.2, 0.3]), 1e-15);

    [Fact]
    public void UnequalSizesAreTold() => Assert.Equal(
        ["predictions: given 3 values; expected 4, as many as targets; give every target one prediction"], Expect.Problems(() => RegressionErrors.Mse(Y, [1, 2, 3])));
}
