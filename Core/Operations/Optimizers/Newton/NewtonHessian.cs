using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>H: the second derivatives of the objective over all samples at the current parameters, measured in double precision.</summary>
/// <param name="curvature">Who measures.</param>
/// <param name="parameters">θ, one behind the other.</param>
/// <param name="output">[n, n]</param>
internal sealed class NewtonHessian<T>(ICurvature curvature, ImmutableArray<Buffer<T>> parameters, Buffer<T> output)
    : Operation<T>(Phase.Update, "Hᵢⱼ = ∂²loss/∂wᵢ∂wⱼ", output, parameters)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly string[] letters = LettersOf(parameters);

    public override void Run(RunState run)
    {
        var hessian = curvature.Hessian([.. Inputs.SelectMany(parameter => parameter.ToArray(0)).Select(double.CreateTruncating)]);
        NewtonInverse<T>.Write(hessian, Output);
    }

    private static string[] LettersOf(ImmutableArray<Buffer<T>> parameters)
    {
        var notation = new Notation { ShowsLayers = parameters.Select(parameter => parameter.Name.Split('.')[0]).Distinct().Count() > 1 };
        return [.. parameters.SelectMany(parameter => Enumerable.Range(0, parameter.Capacity).Select(place => OperandSymbol.Of(parameter.Name, parameter.IndexAt(place), notation)))];
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        new Formula<T>.Number(operands.Value(Output, Output.Offset(index)), $"∂²loss/∂{letters[index[0]]}∂{letters[index[1]]}");
}
