using System.Numerics;

namespace Core;

/// <summary>RMSProp (Hinton, lecture 6e, 2012) as in PyTorch: the step is divided by a running root mean square of the gradient.</summary>
internal static class RmsPropRule
{
    public static void Add<T>(RmsPropSettings settings, ParameterUpdate<T> update)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (w, g, rate, decay) = (update.Parameter, update.Gradient, update.Rate, update.Decay);
        var (alpha, epsilon, momentum) = (T.CreateTruncating(settings.Alpha), T.CreateTruncating(settings.Epsilon), T.CreateTruncating(settings.Momentum));
        var v = update.State("v", Zone.FirstState);
        update.Add("v ← αv + (1 − α)g²", _ => new SecondMoment<T>(alpha, alpha, "α", "(1 − α)", decay), v, v, g, w);
        var average = settings.Centered ? update.State("g_avg", Zone.ThirdState) : null;
        if (average is not null)
            update.Add("g_avg ← α·g_avg + (1 − α)g", _ => new AverageGradient<T>(alpha, decay), average, average, g, w);
        var spread = settings.Centered ? "(√(v − g_avg²) + ε)" : "(√v + ε)";
        if (settings.Momentum == 0)
        {
            if (average is null) update.Step($"w ← w − η·g/{spread}", _ => new RmsPropStep<T>(epsilon, decay), w, g, v, rate);
            else update.Step($"w ← w − η·g/{spread}", _ => new CentredRmsPropStep<T>(epsilon, decay), w, g, v, average, rate);
            return;
        }

        var velocity = update.State("velocity", Zone.SecondState);
        var rule = $"velocity ← μ·velocity + g/{spread}";
        if (average is null) update.Add(rule, _ => new RmsPropVelocity<T>(momentum, epsilon, decay), velocity, velocity, g, v, w);
        else update.Add(rule, _ => new CentredRmsPropVelocity<T>(momentum, epsilon, decay), velocity, velocity, g, v, average, w);
        update.Step("w ← w − η·velocity", _ => new MomentumStep<T>(), w, velocity, rate);
    }
}
