using System.Numerics;

namespace Core;

/// <summary>What an optimizer needs to add the update of one parameter.</summary>
/// <param name="Program">Where operations are added.</param>
/// <param name="Parameter">Any shape.</param>
/// <param name="Gradient">Same shape.</param>
/// <param name="Rate">Scalar: lr.</param>
/// <param name="Decay">λ of the weight decay, 0 where it does not touch this parameter.</param>
/// <param name="Prox">λ of l1_prox on this parameter, or none.</param>
internal sealed record ParameterUpdate<T>(
    ProgramBuilder<T> Program, Buffer<T> Parameter, Buffer<T> Gradient, Buffer<T> Rate, T Decay, T? Prox)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Declares a state buffer of this parameter.</summary>
    public Buffer<T> State(string name, Zone zone) => Program.Like(Parameter, $"{Parameter.Name}.state.{name}", zone);

    /// <summary>Adds an elementwise operation.</summary>
    public void Add<TMap>(string rule, Func<RunState, TMap> at, Buffer<T> output, params Buffer<T>[] inputs)
        where TMap : struct, IMap<T> => Program.Add(new MapOperation<T, TMap>(Phase.Update, rule, at, output, [.. inputs]));

    /// <summary>Adds the step that writes the parameter itself, with the soft threshold of l1_prox behind it where that is on.</summary>
    public void Step<TMap>(string rule, Func<RunState, TMap> at, params Buffer<T>[] inputs)
        where TMap : struct, IMap<T>
    {
        if (Prox is not { } lambda) Add(rule, at, Parameter, inputs);
        else Add($"{rule},  then sign(w)·max(|w| − ηλ₁, 0)", run => new SoftThreshold<T, TMap>(at(run), lambda), Parameter, inputs);
    }
}

/// <summary>An optimizer: adds the operations that update one parameter.</summary>
internal static class OptimizerRule
{
    /// <summary>Adds the update of one parameter by the optimizer of <paramref name="settings"/>.</summary>
    public static void Add<T>(OptimizerSettings settings, ParameterUpdate<T> update)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (settings)
        {
            case SgdSettings s: SgdRule.Add(s, update); break;
            case AdaGradSettings s: AdaGradRule.Add(s, update); break;
            case RmsPropSettings s: RmsPropRule.Add(s, update); break;
            case AdamSettings s: AdamRule.Add(s, update); break;
            default: throw new ArgumentOutOfRangeException(nameof(settings), settings, "No such optimizer.");
        }
    }
}
