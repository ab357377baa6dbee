namespace Core;

/// <summary>Second derivatives of the full objective. Measured and inverted outside the operations, which do no linear algebra of their own.</summary>
internal interface ICurvature
{
    /// <summary>∂²loss/∂θᵢ∂θⱼ over all training samples, shape <c>[n, n]</c>.</summary>
    /// <param name="parameters">θ: all weights and biases, layer by layer, each in the order shown, shape <c>[n]</c>.</param>
    double[,] Hessian(double[] parameters);

    /// <summary>(H + damping·I)⁻¹, shape <c>[n, n]</c>; a direction that is flat to rounding gets 0 instead of 1/0. NaN where H is not finite.</summary>
    double[,] Inverse(double[,] hessian, double damping);
}
