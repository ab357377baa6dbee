using System.Runtime.CompilerServices;

namespace Core;

/// <summary>Start values of parameters, in double precision.</summary>
public static class Initialiser
{
    /// <summary>Values in the order shown: row by row of [out, in].</summary>
    /// <param name="settings">The rule.</param>
    /// <param name="count">How many.</param>
    /// <param name="inputs">Inputs of the layer.</param>
    /// <param name="outputs">Outputs of the layer.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="place">Which parameter: another place draws other numbers.</param>
    /// <param name="streams">Generators that layers with the same <see cref="LcgInitialiser.Seed"/> share.</param>
    internal static double[] Values(
        InitialiserSettings settings, int count, int inputs, int outputs, ulong seed, int place, Dictionary<uint, StrongBox<Lcg>> streams)
    {
        var random = new CounterRandom(seed, RandomPurpose.Weights, stream: place);
        Func<long, double> uniform = random.Uniform<double>;
        Func<long, double> normal = random.Normal<double>;
        return settings switch
        {
            GivenInitialiser given => given.Values.ToArray<double>(),
            ConstantInitialiser constant => Each(_ => constant.Value),
            UniformInitialiser u => Each(k => u.Low + (u.High - u.Low) * uniform(k)),
            NormalInitialiser n => Each(k => n.Mean + n.Deviation * normal(k)),
            VarianceInitialiser { Uniform: true } v => Each(k => Bound(v, inputs, outputs) * (2 * uniform(k) - 1)),
            VarianceInitialiser v => Each(k => Math.Sqrt(Variance(v, inputs, outputs)) * normal(k)),
            LcgInitialiser lcg => Stream(lcg.Seed),
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings, "No such initialiser."),
        };

        double[] Each(Func<long, double> value)
        {
            var values = new double[count];
            for (var k = 0; k < count; k++) values[k] = value(k);
            return values;
        }

        double[] Stream(uint start)
        {
            if (!streams.TryGetValue(start, out var stream)) streams.Add(start, stream = new StrongBox<Lcg>(new Lcg(start)));
            return Each(_ => (2 * stream.Value.Next() - 1) / Math.Sqrt(inputs));
        }
    }

    /// <summary>Variance of the start weights: Xavier 2/(in + out), He 2/in, times gain².</summary>
    public static double Variance(VarianceInitialiser settings, int inputs, int outputs) =>
        settings.Gain * settings.Gain * 2 / (settings.Kind == InitialiserKind.Xavier ? inputs + outputs : inputs);

    /// <summary>Bound of the uniform form: √(3·variance).</summary>
    public static double Bound(VarianceInitialiser settings, int inputs, int outputs) => Math.Sqrt(3 * Variance(settings, inputs, outputs));
}
