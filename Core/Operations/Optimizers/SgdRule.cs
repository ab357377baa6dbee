using System.Numerics;

namespace Core;

/// <summary>Gradient descent, with momentum, Nesterov's look-ahead and dampening as in PyTorch's SGD.</summary>
internal static class SgdRule
{
    public static void Add<T>(SgdSettings settings, ParameterUpdate<T> update)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (w, g, rate, decay) = (update.Parameter, update.Gradient, update.Rate, update.Decay);
        var pull = decay == T.Zero ? "g" : "(g + λw)";
        if (settings.Momentum == 0)
        {
            update.Step($"w ← w − η·{pull}", _ => new SgdStep<T>(decay), w, g, rate);
            return;
        }

        var momentum = T.CreateTruncating(settings.Momentum);
        var dampening = T.CreateTruncating(settings.Dampening);
        var v = update.State("velocity", Zone.FirstState);
        update.Add(
            settings.Dampening == 0 ? $"v ← μv + {pull}" : $"v ← μv + (1 − d)·{pull}",
            run => new Velocity<T>(momentum, dampening, decay, run.Update == 1), v, v, g, w);
        if (settings.Nesterov) update.Step($"w ← w − η·({pull} + μv)", _ => new NesterovStep<T>(momentum, decay), w, v, g, rate);
        else update.Step("w ← w − ηv", _ => new MomentumStep<T>(), w, v, rate);
    }
}
