using MathNet.Numerics.LinearAlgebra;

namespace Core;

/// <summary>Eigenvalues of a symmetric matrix, ascending, with the eigenvector of each.</summary>
public sealed class Spectrum
{
    private const double SymmetryTolerance = 1e-8;

    private readonly Matrix<double> vectors;

    private Spectrum(IReadOnlyList<double> values, Matrix<double> vectors) => (Values, this.vectors) = (values, vectors);

    /// <summary>All eigenvalues, ascending.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>λmin</summary>
    public double Minimum => Values[0];

    /// <summary>λmax</summary>
    public double Maximum => Values[^1];

    /// <summary>λmax/λmin: how long and narrow the valley is. Infinity if λmin is 0.</summary>
    public double Condition => Maximum / Minimum;

    /// <summary>The unit eigenvector of <c>Values[index]</c>; its sign is arbitrary.</summary>
    public double[] Vector(int index) => vectors.Column(index).ToArray();

    /// <summary>Decomposes a matrix of shape <c>[n, n]</c>, n ≥ 1.</summary>
    /// <exception cref="ArgumentException">It is empty, not square, not finite, or differs from its transpose by more than 1e−8 of its largest entry.</exception>
    public static Spectrum Of(double[,] symmetric)
    {
        var size = symmetric.GetLength(0);
        if (size == 0 || size != symmetric.GetLength(1))
            throw new ArgumentException($"eigenvalues need a square matrix; got shape [{size},{symmetric.GetLength(1)}]", nameof(symmetric));
        Check(symmetric);
        var decomposition = Matrix<double>.Build.DenseOfArray(symmetric).Evd(Symmetricity.Symmetric);
        return new(decomposition.EigenValues.Select(value => value.Real).ToArray(), decomposition.EigenVectors);
    }

    // MathNet reads one triangle only and does not return for NaN.
    private static void Check(double[,] matrix)
    {
        var largest = 0.0;
        foreach (var entry in matrix)
        {
            if (!double.IsFinite(entry)) throw new ArgumentException($"eigenvalues need finite numbers; got {entry}", nameof(matrix));
            largest = Math.Max(largest, Math.Abs(entry));
        }
        for (var i = 0; i < matrix.GetLength(0); i++)
            for (var j = 0; j < i; j++)
                if (Math.Abs(matrix[i, j] - matrix[j, i]) > SymmetryTolerance * largest)
                    throw new ArgumentException($"eigenvalues need a symmetric matrix; [{i},{j}] is {matrix[i, j]} and [{j},{i}] is {matrix[j, i]}", nameof(matrix));
    }
}
