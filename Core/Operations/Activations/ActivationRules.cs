using System.Numerics;

namespace Core;

/// <summary>The rule for each stated activation.</summary>
public static class ActivationRules
{
    /// <summary>The rule of <paramref name="settings"/>.</summary>
    public static ActivationRule<T> For<T>(ActivationSettings settings)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var parameter = T.CreateTruncating(settings.Parameter);
        return settings.Kind switch
        {
            ActivationKind.Identity => Unit<T, Identity<T>>(new()),
            ActivationKind.Sigmoid => Unit<T, Sigmoid<T>>(new()),
            ActivationKind.Tanh => Unit<T, HyperbolicTangent<T>>(new()),
            ActivationKind.Relu => Unit<T, Relu<T>>(new()),
            ActivationKind.LeakyRelu => Unit<T, LeakyRelu<T>>(new(parameter)),
            ActivationKind.Elu => Unit<T, Elu<T>>(new(parameter)),
            ActivationKind.Swish => Unit<T, Swish<T>>(new(parameter)),
            ActivationKind.Gelu => Unit<T, Gelu<T>>(new()),
            ActivationKind.GeluTanh => Unit<T, GeluTanh<T>>(new()),
            ActivationKind.Softplus => Unit<T, Softplus<T>>(new()),
            ActivationKind.Softmax => new SoftmaxRule<T>(),
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Kind, "No such activation."),
        };
    }

    private static UnitActivationRule<T, TF> Unit<T, TF>(TF activation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TF : struct, IActivation<T> => new(activation);
}
