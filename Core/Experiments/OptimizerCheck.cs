namespace Core;

/// <summary>Whether the numbers of an optimizer fit each other.</summary>
internal static class OptimizerCheck
{
    /// <summary>Nesterov needs momentum and no dampening, as in PyTorch; false with the problem reported.</summary>
    internal static bool Nesterov(OptimizerSettings optimizer, JsonValue at, Problems problems)
    {
        if (optimizer is not SgdSettings { Nesterov: true } sgd || (sgd.Momentum > 0 && sgd.Dampening == 0)) return true;
        problems.Add(at["nesterov"]!, FormattableString.Invariant($"nesterov with momentum {sgd.Momentum} and dampening {sgd.Dampening}"),
            "momentum above 0 and dampening 0", "set momentum, for example to 0.9");
        return false;
    }
}
