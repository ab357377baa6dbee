using System.Numerics;

namespace Core;

/// <summary>Adds the gradient norms and, where it is on, the clipping of the gradients.</summary>
internal static class Clipping
{
    /// <summary>Adds the operations.</summary>
    public static void Add<T>(ProgramBuilder<T> program, Experiment experiment, Network<T> network, GradientBuffers<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var clipping = experiment.Clipping;
        var room = program.ColumnSums(network);
        var isNeeded = clipping?.Kind == ClippingKind.Norm || experiment.Stop.Any(rule => rule.Kind == StoppingRuleKind.GradientNorm);
        foreach (var weight in gradients.Parameters.Where(parameter => parameter.IsTransposed))
            program.Add(new GradientNorm<T>([gradients.ByParameter[weight]], room, program.Scalar($"{weight.Name}.grad_norm")) { IsObservation = true });
        var norm = program.Scalar("grad_norm");
        program.Add(new GradientNorm<T>([.. gradients.Parameters.Select(parameter => gradients.ByParameter[parameter])], room, norm) { IsObservation = !isNeeded });
        if (clipping is null) return;

        foreach (var parameter in gradients.Parameters)
            program.Add(Operation(clipping, gradients.ByParameter[parameter], norm, gradients.ForOptimizer[parameter]));
        program.Add(new GradientNorm<T>(
            [.. gradients.Parameters.Select(parameter => gradients.ForOptimizer[parameter])], room, program.Scalar("grad_norm_clipped"))
        { IsObservation = true });
    }

    /// <summary>The operation that clips one gradient.</summary>
    internal static Operation<T> Operation<T>(ClippingSettings clipping, Buffer<T> gradient, Buffer<T> norm, Buffer<T> output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var maximum = T.CreateTruncating(clipping.Maximum);
        return clipping.Kind == ClippingKind.Value
            ? new MapOperation<T, ClipByValue<T>>(Phase.Backward, "g into [−c, c]", new ClipByValue<T>(maximum), output, gradient)
            : new MapOperation<T, ClipByNorm<T>>(
                Phase.Backward, "g·min(1, c/(‖g‖ + ε))", new ClipByNorm<T>(maximum, T.CreateTruncating(clipping.Epsilon)), output, gradient, norm);
    }
}
