namespace Core.Tests;

public class SpectrumTests
{
    [Fact]
    public void Eigenvalues_of_a_known_matrix()
    {
        // [[2,1],[1,2]]: λ = 1 along (1,−1), λ = 3 along (1,1).
        var spectrum = Spectrum.Of(new double[,] { { 2, 1 }, { 1, 2 } });
        Assert.Equal(1, spectrum.Minimum, 12);
        Assert.Equal(3, spectrum.Maximum, 12);
        Assert.Equal(3, spectrum.Condition, 12);
        var vector = spectrum.Vector(1);
        Assert.Equal(vector[0], vector[1], 12);
        Assert.Equal(1, vector[0] * vector[0] + vector[1] * vector[1], 12);
    }

    [Fact]
    public void Second_difference_matrix_has_the_textbook_cosines()
    {
        // tridiag(−1, 2, −1) of size n: λ_k = 2 − 2cos(kπ/(n+1)).
        const int size = 12;
        var matrix = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            matrix[i, i] = 2;
            if (i > 0) matrix[i, i - 1] = matrix[i - 1, i] = -1;
        }
        var spectrum = Spectrum.Of(matrix);
        for (var k = 1; k <= size; k++) Assert.Equal(2 - 2 * Math.Cos(k * Math.PI / (size + 1)), spectrum.Values[k - 1], 10);
    }

    [Fact]
    public void One_by_one_is_its_own_eigenvalue() => Assert.Equal(-4, Spectrum.Of(new double[,] { { -4 } }).Maximum);

    [Fact]
    public void Wrong_matrices_are_refused_with_their_numbers()
    {
        Assert.StartsWith("eigenvalues need a square matrix; got shape [1,2]",
            Assert.Throws<ArgumentException>(() => Spectrum.Of(new double[,] { { 1, 2 } })).Message);
        Assert.StartsWith("eigenvalues need a square matrix; got shape [0,0]",
            Assert.Throws<ArgumentException>(() => Spectrum.Of(new double[0, 0])).Message);
        Assert.StartsWith("eigenvalues need finite numbers; got NaN",
            Assert.Throws<ArgumentException>(() => Spectrum.Of(new[,] { { double.NaN } })).Message);
        Assert.StartsWith("eigenvalues need a symmetric matrix; [1,0] is 3 and [0,1] is 2",
            Assert.Throws<ArgumentException>(() => Spectrum.Of(new double[,] { { 1, 2 }, { 3, 1 } })).Message);
    }

    [Theory]
    [InlineData(4, 0.5)]
    [InlineData(0.5, 4)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(-1, double.PositiveInfinity)]
    public void Critical_rate_is_two_over_the_largest_curvature(double lambdaMax, double expected) =>
        Assert.Equal(expected, LearningRates.Critical(lambdaMax));

    [Fact]
    public void Descent_shrinks_below_the_critical_rate_and_grows_above_it()
    {
        // f = λx²/2, x ← x − ηλx, run rather than believed.
        const double lambda = 3.7;
        var critical = LearningRates.Critical(lambda);
        Assert.True(Descend(lambda, critical * 0.99, 200) < 0.1);
        Assert.Equal(1, Descend(lambda, critical, 200), 9);
        Assert.True(Descend(lambda, critical * 1.01, 200) > 10);
    }

    [Fact]
    public void No_rate_has_a_smaller_worst_factor_than_the_best_one()
    {
        const double min = 0.3, max = 5;
        var best = LearningRates.Best(min, max);
        Assert.Equal(2 / 5.3, best, 15);
        Assert.Equal((max - min) / (max + min), LearningRates.WorstFactor(best, min, max), 12);
        for (var rate = 0.01; rate < 0.5; rate += 0.001)
            Assert.True(LearningRates.WorstFactor(rate, min, max) >= LearningRates.WorstFactor(best, min, max) - 1e-12);
    }

    [Fact]
    public void Best_rate_needs_a_minimum_to_go_to() =>
        Assert.StartsWith("the best rate needs 0 ≤ λmin ≤ λmax; got λmin -1 and λmax 2",
            Assert.Throws<ArgumentException>(() => LearningRates.Best(-1, 2)).Message);

    private static double Descend(double lambda, double rate, int updates)
    {
        var x = 1.0;
        for (var i = 0; i < updates; i++) x -= rate * lambda * x;
        return Math.Abs(x);
    }
}
