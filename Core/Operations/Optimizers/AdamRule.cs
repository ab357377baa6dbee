using System.Numerics;

namespace Core;

/// <summary>Adam (Kingma and Ba 2015) and AdamW (Loshchilov and Hutter 2019) as in PyTorch, with ε outside the root.</summary>
internal static class AdamRule
{
    public static void Add<T>(AdamSettings settings, ParameterUpdate<T> update)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (w, g, rate) = (update.Parameter, update.Gradient, update.Rate);
        var (beta1, beta2, epsilon) = (T.CreateTruncating(settings.Beta1), T.CreateTruncating(settings.Beta2), T.CreateTruncating(settings.Epsilon));
        var throughGradient = settings.Decoupled ? T.Zero : update.Decay;
        var (m, v) = (update.State("m", Zone.FirstState), update.State("v", Zone.SecondState));
        var (mHat, vHat) = (update.State("m_hat", Zone.Scratch), update.State("v_hat", Zone.Scratch));
        var gradient = throughGradient == T.Zero ? "g" : "(g + λw)";
        update.Add($"m ← β₁m + (1 − β₁){gradient}", run => new FirstMoment<T>(IsNew(run) ? T.Zero : beta1, beta1, IsNew(run) ? "0" : "β₁", throughGradient), m, m, g, w);
        update.Add($"v ← β₂v + (1 − β₂){gradient}²", run => new SecondMoment<T>(IsNew(run) ? T.Zero : beta2, beta2, IsNew(run) ? "0" : "β₂", "(1 − β₂)", throughGradient), v, v, g, w);
        update.Add("m̂ = m/(1 − β₁ᵗ)", run => new BiasCorrection<T>(Correction(settings.Beta1, run), "1/(1 − β₁ᵗ)"), mHat, m);
        update.Add("v̂ = v/(1 − β₂ᵗ)", run => new BiasCorrection<T>(Correction(settings.Beta2, run), "1/(1 − β₂ᵗ)"), vHat, v);
        if (settings.Decoupled && update.Decay != T.Zero)
            update.Step("w ← w(1 − ηλ) − η·m̂/(√v̂ + ε)", _ => new AdamWStep<T>(epsilon, update.Decay), w, mHat, vHat, rate);
        else
            update.Step("w ← w − η·m̂/(√v̂ + ε)", _ => new AdamStep<T>(epsilon), w, mHat, vHat, rate);

        // t: how many updates this optimizer has seen.
        long Age(RunState run) => settings.ResetEvery is { } period ? (run.Update - 1) % period + 1 : run.Update;

        bool IsNew(RunState run) => settings.ResetEvery is not null && Age(run) == 1;

        // In double precision and by repeated squaring: exact enough for any number of updates, and a function of the update alone.
        T Correction(double beta, RunState run) => T.CreateTruncating(1 / (1 - ScalarMath<double>.PowerInt(beta, Age(run))));
    }
}
