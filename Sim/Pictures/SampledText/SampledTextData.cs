using System.Collections.Immutable;
using System.Text;
using Core;

namespace Sim;

/// <summary>Text that the network writes with the weights it has now, each character fed back as input for the next.</summary>
/// <param name="Start">The window it begins with: the first of the training text.</param>
/// <param name="Drawn">Characters drawn with the outputs as their probabilities (temperature 1).</param>
/// <param name="Likeliest">Always the character with the largest output.</param>
/// <param name="Names">One a character of the alphabet.</param>
/// <param name="Next">What it says after <paramref name="Start"/>, one output a character.</param>
internal sealed record SampledTextData(string Start, string Drawn, string Likeliest, ImmutableArray<string> Names, ImmutableArray<double> Next)
{
    private const int MostCharacters = 1200, MostLikeliest = 240;

    /// <summary>Whether a run writes text at all.</summary>
    public static bool Fits(Experiment experiment) => experiment.Data is { Source: TextSettings, Standardise: false }
        && experiment.Layers[^1] is DenseSettings { Function.Kind: ActivationKind.Softmax };

    public static SampledTextData? From(RunView view, TrainingProgram<float> program)
    {
        if (!Fits(view.Experiment)) return null;
        var text = (TextSettings)view.Experiment.Data.Source;
        var writer = new TextWriter(program, text);
        var start = text.Window(program.Data.Train.Row(0));
        var random = new CounterRandom(view.Experiment.Seed, RandomPurpose.Sample, view.Now.Update);
        int most = NetworkProbe.Affordable(program, MostCharacters);
        return new SampledTextData(Shown(text, start), Shown(text, writer.Write(start, most, (shares, at) => Draw(shares, random.Uniform<double>(at)))),
            Shown(text, writer.Write(start, Math.Min(most, MostLikeliest), (shares, _) => Largest(shares))),
            [.. text.Characters.Select(TextSettings.NameOf)], [.. writer.After(start).Select(share => (double)share)]);
    }

    private static string Shown(TextSettings text, ImmutableArray<int> characters)
    {
        var shown = new StringBuilder();
        foreach (int k in characters) shown.Append(text.Characters[k].Value == ' ' ? " " : TextSettings.NameOf(text.Characters[k]));
        return shown.ToString();
    }

    /// <summary>The character in whose part of 0 … Σ shares the number u·Σ falls; −1 if the shares are no numbers.</summary>
    internal static int Draw(ReadOnlySpan<float> shares, double u)
    {
        double sum = 0, below = 0;
        foreach (float share in shares) sum += share;
        if (!(sum > 0 && double.IsFinite(sum))) return -1;
        int last = 0;
        for (int k = 0; k < shares.Length; k++)
        {
            if (shares[k] <= 0) continue;
            (below, last) = (below + shares[k], k);
            if (u * sum < below) return k;
        }
        return last;
    }

    /// <summary>The first largest; −1 if one is no number.</summary>
    internal static int Largest(ReadOnlySpan<float> shares)
    {
        int best = 0;
        for (int k = 0; k < shares.Length; k++)
        {
            if (float.IsNaN(shares[k])) return -1;
            if (shares[k] > shares[best]) best = k;
        }
        return best;
    }

    private delegate int Choose(ReadOnlySpan<float> shares, int at);

    private sealed class TextWriter(TrainingProgram<float> program, TextSettings text)
    {
        private readonly NetworkProbe _probe = new(program, 1);

        public float[] After(ImmutableArray<int> window)
        {
            var inputs = new float[text.Width];
            for (int place = 0; place < window.Length; place++) inputs[place * text.Characters.Length + window[place]] = 1;
            return _probe.Outputs(inputs);
        }

        public ImmutableArray<int> Write(ImmutableArray<int> start, int count, Choose choose)
        {
            var written = ImmutableArray.CreateBuilder<int>(count);
            var window = start;
            for (int at = 0; at < count; at++)
            {
                int next = choose(After(window).AsSpan(0, text.Characters.Length), at);
                if (next < 0) break;
                written.Add(next);
                window = window.RemoveAt(0).Add(next);
            }
            return written.ToImmutable();
        }
    }
}
