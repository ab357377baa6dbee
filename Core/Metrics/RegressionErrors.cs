namespace Core;

/// <summary>
/// How far predictions are from targets, both [n, outputs] row-major. Each is computed per output and averaged over the outputs with equal
/// weight, as scikit-learn does (multioutput="uniform_average"); sums run over the rows in their order.
/// </summary>
public static class RegressionErrors
{
    /// <summary>Mean squared error: Σ(p − y)²/n.</summary>
    public static double Mse(ReadOnlySpan<double> targets, ReadOnlySpan<double> predictions, int outputs = 1) =>
        Average(targets, predictions, outputs, MeanSquare);

    /// <summary>Root mean squared error: √(Σ(p − y)²/n), the root taken for each output (scikit-learn's root_mean_squared_error).</summary>
    public static double Rmse(ReadOnlySpan<double> targets, ReadOnlySpan<double> predictions, int outputs = 1) =>
        Average(targets, predictions, outputs, (y, p, width) => Math.Sqrt(MeanSquare(y, p, width)));

    /// <summary>Mean absolute error: Σ|p − y|/n.</summary>
    public static double Mae(ReadOnlySpan<double> targets, ReadOnlySpan<double> predictions, int outputs = 1) =>
        Average(targets, predictions, outputs, MeanAbsolute);

    /// <summary>
    /// Coefficient of determination: 1 − Σ(p − y)²/Σ(y − ȳ)². For constant targets 1 when every prediction is exact, else 0
    /// (scikit-learn's force_finite).
    /// </summary>
    public static double R2(ReadOnlySpan<double> targets, ReadOnlySpan<double> predictions, int outputs = 1) =>
        Average(targets, predictions, outputs, Determination);

    private delegate double OfOneOutput(ReadOnlySpan<double> targets, ReadOnlySpan<double> predictions, int width);

    private static double Average(ReadOnlySpan<double> targets, ReadOnlySpan<double> predictions, int outputs, OfOneOutput error)
    {
        MetricCheck.SameShape(targets.Length, predictions.Length, outputs);
        double sum = 0;
        for (var column = 0; column < outputs; column++) sum += error(targets[column..], predictions[column..], outputs);
        return sum / outputs;
    }

    private static double MeanSquare(ReadOnlySpan<double> y, ReadOnlySpan<double> p, int width)
    {
        double sum = 0;
        for (var i = 0; i < y.Length; i += width) sum += (p[i] - y[i]) * (p[i] - y[i]);
        return sum / Rows(y, width);
    }

    private static double MeanAbsolute(ReadOnlySpan<double> y, ReadOnlySpan<double> p, int width)
    {
        double sum = 0;
        for (var i = 0; i < y.Length; i += width) sum += Math.Abs(p[i] - y[i]);
        return sum / Rows(y, width);
    }

    private static double Determination(ReadOnlySpan<double> y, ReadOnlySpan<double> p, int width)
    {
        double mean = 0, total = 0;
        for (var i = 0; i < y.Length; i += width) mean += y[i];
        mean /= Rows(y, width);
        var constant = true;
        for (var i = 0; i < y.Length; i += width)
        {
            total += (y[i] - mean) * (y[i] - mean);
            constant &= y[i] == y[0];
        }
        var residual = MeanSquare(y, p, width) * Rows(y, width);
        return constant ? (residual == 0 ? 1 : double.IsNaN(residual) ? residual : 0) : 1 - residual / total;
    }

    private static int Rows(ReadOnlySpan<double> column, int width) => (column.Length + width - 1) / width;
}
