using FsCheck;
using FsCheck.Fluent;

namespace Core.Tests;

public class LeastSquaresTests
{
    [Fact]
    public void Points_on_a_line_give_the_line_back()
    {
        var fit = LeastSquares.Fit(new double[,] { { 0 }, { 1 }, { 2 }, { 5 } }, [2, 5, 8, 17]);
        Assert.Equal(3, fit.Weights[0], 12);
        Assert.Equal(2, fit.Intercept, 12);
        Assert.Equal(0, fit.MeanSquaredError, 12);
    }

    [Fact]
    public void Without_intercept_the_slope_is_Exy_over_Exx()
    {
        // Σxy/Σx² = (1·5 + 2·8 + 5·17)/(1 + 4 + 25) = 106/30, not 3.
        var fit = LeastSquares.Fit(new double[,] { { 0 }, { 1 }, { 2 }, { 5 } }, [2, 5, 8, 17], intercept: false);
        Assert.Equal(106.0 / 30, fit.Weights[0], 12);
        Assert.Equal(0, fit.Intercept);
        // Σy² − (Σxy)²/Σx² = 382 − 106²/30, over 4 rows.
        Assert.Equal((382 - 106.0 * 106 / 30) / 4, fit.MeanSquaredError, 10);
    }

    [Fact]
    public void An_intercept_alone_is_the_mean()
    {
        var fit = LeastSquares.Fit(new double[3, 0], [1, 2, 6]);
        Assert.Empty(fit.Weights);
        Assert.Equal(3, fit.Intercept, 12);
        Assert.Equal(14.0 / 3, fit.MeanSquaredError, 12);
    }

    [Fact]
    public void Residuals_are_orthogonal_to_every_column()
    {
        var rows = Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(-1000, 1000).Select(x => x / 37.0), 3), 12);
        Prop.ForAll(rows.ToArbitrary(), sample =>
        {
            var inputs = new double[12, 2];
            for (var i = 0; i < 12; i++) (inputs[i, 0], inputs[i, 1]) = (sample[i][0], sample[i][1]);
            var targets = sample.Select(row => row[2]).ToArray();
            LeastSquares fit;
            try { fit = LeastSquares.Fit(inputs, targets); }
            catch (ArgumentException) { return true; }
            var residuals = sample.Select(row => row[2] - fit.Weights[0] * row[0] - fit.Weights[1] * row[1] - fit.Intercept).ToArray();
            return Math.Abs(residuals.Sum()) < 1e-8
                && Math.Abs(residuals.Select((r, i) => r * sample[i][0]).Sum()) < 1e-6
                && Math.Abs(residuals.Select((r, i) => r * sample[i][1]).Sum()) < 1e-6;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Wrong_requests_say_what_is_wrong()
    {
        Assert.StartsWith("2 rows of inputs but 1 targets", Message(new double[2, 1], [1]));
        Assert.StartsWith("2 unknowns need at least 2 rows; got 1", Message(new double[1, 1], [1]));
        Assert.StartsWith("nothing to fit: no feature and no intercept", Message(new double[1, 0], [1], false));
        Assert.StartsWith("least squares needs finite inputs and targets", Message(new double[,] { { 1 }, { 2 } }, [1, double.NaN]));
        Assert.StartsWith("no single answer: feature 2 is a combination of the columns before it; leave it out",
            Message(new double[,] { { 1, 2 }, { 2, 4 }, { 3, 6 } }, [1, 2, 3]));
        Assert.StartsWith("no single answer: the intercept's column of ones is a combination of the columns before it; leave it out",
            Message(new double[,] { { 7 }, { 7 }, { 7 } }, [1, 2, 3]));
        Assert.StartsWith("no single answer: feature 1 is a combination", Message(new double[,] { { 0 }, { 0 }, { 0 } }, [1, 2, 3]));
    }

    private static string Message(double[,] inputs, double[] targets, bool intercept = true) =>
        Assert.Throws<ArgumentException>(() => LeastSquares.Fit(inputs, targets, intercept)).Message;
}
