namespace Sim;

/// <summary>The colour of a value by its name: inputs, parameters, gradients, losses.</summary>
internal static class ValueRole
{
    public static Role Of(string name)
    {
        string last = name[(name.LastIndexOf('.') + 1)..];
        if (name is "loss" or "data_loss" or "penalty") return Role.Loss;
        if (name == "lr") return Role.Accent;
        if (IsGradient(name)) return Role.Gradient;
        if (name.StartsWith("batch.", StringComparison.Ordinal)) return Role.Input;
        return last is "weight" or "bias" ? Role.Weight : name.Contains(".state.", StringComparison.Ordinal) ? Role.Accent : Role.Text;
    }

    public static bool IsGradient(string name) =>
        name == "input.grad" || name.Contains("grad", StringComparison.Ordinal) || name.EndsWith(".da", StringComparison.Ordinal) || name.EndsWith(".dz", StringComparison.Ordinal);
}
