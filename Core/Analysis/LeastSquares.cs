using MathNet.Numerics.LinearAlgebra;

namespace Core;

/// <summary>The line (plane) with the smallest mean of squared errors: what gradient descent on it must arrive at.</summary>
/// <param name="Weights">Shape <c>[features]</c>.</param>
/// <param name="Intercept">0 if fitted without one.</param>
/// <param name="MeanSquaredError">Mean over the rows of (prediction − target)².</param>
public sealed record LeastSquares(IReadOnlyList<double> Weights, double Intercept, double MeanSquaredError)
{
    // A column that keeps less than this share of its length after the others are taken out is a combination of them.
    private const double RankTolerance = 1e-12;

    /// <summary>Closed form by QR (not by the normal equations, which square the condition number).</summary>
    /// <param name="inputs">Shape <c>[rows, features]</c>.</param>
    /// <param name="targets">Shape <c>[rows]</c>.</param>
    /// <param name="intercept">Whether the line may leave the origin. Without it the slope of one feature is Σxy/Σx².</param>
    /// <exception cref="ArgumentException">Shapes differ, there are fewer rows than unknowns, a number is not finite, or a column depends on the others.</exception>
    public static LeastSquares Fit(double[,] inputs, double[] targets, bool intercept = true)
    {
        var (rows, features) = (inputs.GetLength(0), inputs.GetLength(1));
        var unknowns = features + (intercept ? 1 : 0);
        if (rows != targets.Length) throw new ArgumentException($"{rows} rows of inputs but {targets.Length} targets", nameof(targets));
        if (unknowns == 0) throw new ArgumentException("nothing to fit: no feature and no intercept", nameof(inputs));
        if (rows < unknowns) throw new ArgumentException($"{unknowns} unknowns need at least {unknowns} rows; got {rows}", nameof(inputs));
        if (inputs.Cast<double>().Concat(targets).Any(value => !double.IsFinite(value)))
            throw new ArgumentException("least squares needs finite inputs and targets", nameof(inputs));

        var matrix = Matrix<double>.Build.Dense(rows, unknowns, (row, column) => column < features ? inputs[row, column] : 1);
        var target = Vector<double>.Build.DenseOfArray(targets);
        var qr = matrix.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        for (var column = 0; column < unknowns; column++)
            if (Math.Abs(qr.R[column, column]) <= RankTolerance * matrix.Column(column).L2Norm())
                throw new ArgumentException($"no single answer: {Name(column, features)} is a combination of the columns before it; leave it out", nameof(inputs));
        var solution = qr.Solve(target);
        var error = matrix * solution - target;
        return new(solution.Take(features).ToArray(), intercept ? solution[features] : 0, error.DotProduct(error) / rows);
    }

    private static string Name(int column, int features) => column < features ? $"feature {column + 1}" : "the intercept's column of ones";
}
