using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>The start values of every parameter, in double precision in the order shown, rounded once when they are written.</summary>
internal static class StartWeights
{
    /// <summary>Writes the start values of all layers.</summary>
    public static void Write<T>(Experiment experiment, Network<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var streams = new Dictionary<uint, StrongBox<Lcg>>();
        var number = 0;
        foreach (var layer in network.Dense)
        {
            Fill(layer.Weight, layer.Settings.InitialWeights, 2 * number);
            if (layer.Bias is { } bias) Fill(bias, layer.Settings.InitialBias, 2 * number + 1);
            number++;

            void Fill(Buffer<T> parameter, InitialiserSettings initialiser, int place)
            {
                var (outputs, inputs) = (layer.Weight.Shape[0], layer.Weight.Shape[1]);
                var values = Initialiser.Values(initialiser, parameter.Capacity, inputs, outputs, experiment.Seed, place, streams);
                parameter.Fill([.. values.Select(T.CreateTruncating)]);
            }
        }
    }
}
