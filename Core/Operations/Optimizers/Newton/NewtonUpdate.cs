using System.Numerics;

namespace Core;

/// <summary>w ← w − η·d for one parameter, whose part of the step starts at <paramref name="first"/>.</summary>
/// <param name="parameter">Any shape.</param>
/// <param name="step">[n]</param>
/// <param name="first">Where this parameter's elements begin in the step.</param>
/// <param name="rate">Scalar: lr.</param>
internal sealed class NewtonUpdate<T>(Buffer<T> parameter, Buffer<T> step, int first, Buffer<T> rate)
    : Operation<T>(Phase.Update, "w ← w − η·d", parameter, parameter, step, rate)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run(RunState run)
    {
        var values = Output.Stored();
        var steps = step.Stored();
        var learningRate = rate.Stored()[0];
        for (var place = 0; place < values.Length; place++)
        {
            ref var value = ref values[Output.Offset(Output.IndexAt(place))];
            value -= learningRate * steps[first + place];
        }
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run)
    {
        var place = 0;
        for (var d = 0; d < index.Length; d++) place = place * Output.Shape[d] + index[d];
        return (operands.Symbol(Output, index) - operands.Symbol(rate) * operands.Symbol(step, first + place)).Formula;
    }
}
