using System.Numerics;

namespace Core;

/// <summary>AdaGrad (Duchi et al. 2011) as in PyTorch: every weight's steps shrink with the gradients it has seen.</summary>
internal static class AdaGradRule
{
    public static void Add<T>(AdaGradSettings settings, ParameterUpdate<T> update)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (w, g, rate, decay) = (update.Parameter, update.Gradient, update.Rate, update.Decay);
        var sum = update.State("sum", Zone.FirstState);
        var epsilon = T.CreateTruncating(settings.Epsilon);
        update.Add("sum ← sum + g²", _ => new SquareSum<T>(decay), sum, sum, g, w);
        update.Step(
            settings.RateDecay == 0 ? "w ← w − η·g/(√sum + ε)" : "w ← w − η/(1 + (t − 1)·d)·g/(√sum + ε)",
            run => new AdaGradStep<T>(T.CreateTruncating(1 + (run.Update - 1) * settings.RateDecay), epsilon, decay), w, g, sum, rate);
    }
}
