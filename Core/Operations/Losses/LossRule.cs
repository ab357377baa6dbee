using System.Numerics;

namespace Core;

/// <summary>The buffers a loss works on.</summary>
/// <param name="Z">[batch, outputs]: logits of the last layer.</param>
/// <param name="A">[batch, outputs]: its outputs.</param>
/// <param name="Y">[batch, outputs]: targets.</param>
/// <param name="Parts">[batch, outputs]: room.</param>
/// <param name="Maxima">[batch]: room.</param>
/// <param name="LogSums">[batch]: room.</param>
/// <param name="Columns">[outputs]: room.</param>
/// <param name="Loss">Scalar: data_loss.</param>
internal sealed record LossBuffers<T>(Buffer<T> Z, Buffer<T> A, Buffer<T> Y, Buffer<T> Parts, Buffer<T> Maxima, Buffer<T> LogSums, Buffer<T> Columns, Buffer<T> Loss)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;

/// <summary>What one loss can do: make the operation that computes it and the one that starts the backward pass.</summary>
internal abstract class LossRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>data_loss.</summary>
    public abstract Operation<T> Forward(LossBuffers<T> buffers);

    /// <summary>∂L/∂a, or ∂L/∂z for a loss fused with the last activation. Shape of <paramref name="slope"/>: [batch, outputs].</summary>
    public abstract Operation<T> Backward(LossBuffers<T> buffers, Buffer<T> slope);

    /// <summary>The rule of <paramref name="settings"/>.</summary>
    public static LossRule<T> For(LossSettings settings) => settings.Kind switch
    {
        LossKind.Mse => new ElementLossRule<T, SquaredError<T>>(new()),
        LossKind.MseHalf => new ElementLossRule<T, HalfSquaredError<T>>(new()),
        LossKind.Mae => new ElementLossRule<T, AbsoluteError<T>>(new()),
        LossKind.Huber => new ElementLossRule<T, HuberError<T>>(new(T.CreateTruncating(settings.Delta))),
        LossKind.Bce => new ElementLossRule<T, BinaryCrossEntropy<T>>(new()),
        LossKind.CrossEntropy => new ElementLossRule<T, ProbabilityCrossEntropy<T>>(new()),
        LossKind.SigmoidBce => new SigmoidLossRule<T>(),
        LossKind.SoftmaxCe => new SoftmaxLossRule<T>(),
        _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Kind, "No such loss."),
    };
}

/// <summary>A loss of outputs, element by element.</summary>
internal sealed class ElementLossRule<T, TLoss>(TLoss loss) : LossRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLoss : struct, IElementLoss<T>
{
    public override Operation<T> Forward(LossBuffers<T> b) => new ElementLoss<T, TLoss>(loss, b.A, b.Y, b.Parts, b.Columns, b.Loss);

    public override Operation<T> Backward(LossBuffers<T> b, Buffer<T> slope) => new MapOperation<T, LossSlope<T, TLoss>>(
        Phase.Backward,
        TLoss.Slope,
        run =>
        {
            var (divisor, letters) = TLoss.GradientDivisor(run.Rows, slope.Shape[1]);
            return new LossSlope<T, TLoss>(loss, T.CreateTruncating(divisor), letters);
        },
        slope,
        b.A,
        b.Y);
}

/// <summary>Binary cross-entropy from logits; ∂L/∂z = (a − y)/(B·K).</summary>
internal sealed class SigmoidLossRule<T> : LossRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override Operation<T> Forward(LossBuffers<T> b) =>
        new ElementLoss<T, LogitsBinaryCrossEntropy<T>>(new(), b.Z, b.Y, b.Parts, b.Columns, b.Loss);

    public override Operation<T> Backward(LossBuffers<T> b, Buffer<T> slope) => new MapOperation<T, FusedSlope<T>>(
        Phase.Backward,
        "∂L/∂z = (a − y)/(B·K)",
        run => new FusedSlope<T>(T.CreateTruncating(run.Rows * slope.Shape[1]), slope.Shape[1] == 1 ? "B" : "(B·K)"),
        slope,
        b.A,
        b.Y)
    {
        Remark = "Sigmoid and binary cross-entropy are taken back together: σ′ cancels, so there is no ∂L/∂a here.",
    };
}

/// <summary>Cross-entropy from the logits of a softmax; ∂L/∂z = (a − y)/B.</summary>
internal sealed class SoftmaxLossRule<T> : LossRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override Operation<T> Forward(LossBuffers<T> b) => new SoftmaxCrossEntropy<T>(b);

    public override Operation<T> Backward(LossBuffers<T> b, Buffer<T> slope) => new MapOperation<T, FusedSlope<T>>(
        Phase.Backward, "∂L/∂z = (a − y)/B", run => new FusedSlope<T>(T.CreateTruncating(run.Rows), "B"), slope, b.A, b.Y)
    {
        Remark = "Softmax and cross-entropy are taken back together: the Jacobian cancels, so there is no ∂L/∂a here.",
    };
}
