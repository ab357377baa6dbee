using System.Numerics;

namespace Core;

/// <summary>
/// The curvature of the full training objective (all training samples, penalties included, dropout off) at the parameters a program has now,
/// in double precision, by central differences of its gradient; and what it says about plain gradient descent.
/// </summary>
public sealed class ProgramHessian
{
    /// <summary>Parameters at most: n of them cost 2n gradients of the whole training set and the eigenvalues of an n×n matrix.</summary>
    public const int MostParameters = 1_000;

    // Eigenvalues this small beside the largest are what differences leave of 0.
    private const double Noise = 1e-7;

    private ProgramHessian(double[,] matrix, double[] gradient, IReadOnlyList<string> names) =>
        (Matrix, Gradient, Names, Spectrum) = (matrix, gradient, names, Spectrum.Of(matrix));

    /// <summary>∂²loss/∂wᵢ∂wⱼ, shape <c>[n, n]</c>.</summary>
    public double[,] Matrix { get; }

    /// <summary>∂loss/∂w at the same place, shape <c>[n]</c>.</summary>
    public IReadOnlyList<double> Gradient { get; }

    /// <summary>The parameter of each row, e.g. <c>layer1.weight[0,2]</c>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Its eigenvalues and eigenvectors.</summary>
    public Spectrum Spectrum { get; }

    /// <summary>λmax</summary>
    public double LambdaMax => Spectrum.Maximum;

    /// <summary>λmin; what differences leave of an exact 0 counts as 0.</summary>
    public double LambdaMin => Math.Abs(Spectrum.Minimum) <= Noise * Math.Abs(LambdaMax) ? 0 : Spectrum.Minimum;

    /// <summary>2/λmax: above this learning rate plain gradient descent on a bowl of this curvature diverges.</summary>
    public double CriticalRate => LearningRates.Critical(LambdaMax);

    /// <summary>2/(λmin + λmax): the fastest learning rate on a bowl of this curvature.</summary>
    /// <exception cref="RunException">The objective curves downwards in some direction: there is no bowl.</exception>
    public double BestRate => LambdaMin >= 0
        ? LearningRates.Best(LambdaMin, LambdaMax)
        : throw new RunException(FormattableString.Invariant($"best_lr: the smallest eigenvalue of the Hessian is {LambdaMin:G4}, below 0: these weights lie on no bowl. Ask at a minimum, or of a linear model with a squared loss."));

    /// <summary>The curvature at the parameters of <paramref name="program"/>, which stays as it is.</summary>
    /// <exception cref="RunException">There are no trainable parameters, too many, or the gradient is not finite.</exception>
    public static ProgramHessian Of<T>(TrainingProgram<T> program)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var objective = ProgramObjective.OfAllSamples(program.Experiment, program.Data);
        objective.TakeFrozen(program);
        if (objective.Size is 0 or > MostParameters)
            throw new RunException($"Hessian: {objective.Size} trainable parameters, 1 to {MostParameters} are possible. Ask of a smaller network, or freeze layers.");
        var at = ProgramObjective.ParametersOf(program);
        var matrix = Hessian.OfGradient(objective.Gradient, at);
        if (matrix.Cast<double>().Any(value => !double.IsFinite(value)))
            throw new RunException("Hessian: the gradient at these weights is not finite, so it has no curvature. Ask before the run diverges.");
        return new ProgramHessian(matrix, objective.Gradient(at), objective.Names);
    }
}
