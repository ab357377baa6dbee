using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>Adds data_loss, penalty and loss.</summary>
internal static class LossPass
{
    /// <summary>Adds the three operations and returns what the backward pass starts from.</summary>
    public static LossBuffers<T> Add<T>(
        ProgramBuilder<T> program, LossRule<T> rule, Network<T> network, Buffer<T> y, ImmutableArray<PenalisedParameter<T>> penalties)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var buffers = Buffers(program, network, y);
        var (penalty, loss) = (program.Scalar("penalty"), program.Scalar("loss"));
        var isSeen = penalties.IsEmpty;
        program.Add(rule.Forward(buffers));
        program.Add(new Penalty<T>(penalties, program.ColumnSums(network), penalty) { IsObservation = isSeen });
        program.Add(new MapOperation<T, Addition<T>>(Phase.Loss, "loss = data_loss + P", new Addition<T>(), loss, buffers.Loss, penalty));
        return buffers;
    }

    /// <summary>The penalties of the experiment with the parameters each touches.</summary>
    public static ImmutableArray<PenalisedParameter<T>> Penalties<T>(Experiment experiment, Network<T> network, int trainingSamples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. from settings in experiment.Regularizers
            let term = PenaltyTerm<T>.From(settings, trainingSamples)
            from parameter in network.Trainable
            where UpdatePass.Touches(settings.AppliesTo, parameter)
            select new PenalisedParameter<T>(term, parameter)];

    private static LossBuffers<T> Buffers<T>(ProgramBuilder<T> program, Network<T> network, Buffer<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var batch = network.Output.Shape[0];
        return new LossBuffers<T>(
            network.Dense.Last().Z,
            network.Output,
            y,
            program.Batched("loss.parts", network.Output.Shape),
            program.Batched("loss.maxima", batch),
            program.Batched("loss.log_sums", batch),
            program.Declare("loss.columns", [network.Output.Shape[1]], Zone.Scratch),
            program.Scalar("data_loss"));
    }
}
