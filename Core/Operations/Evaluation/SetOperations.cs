using System.Numerics;

namespace Core;

/// <summary>When a set is evaluated: every so many epochs, and after the last update; the test set once, at the end.</summary>
/// <param name="Every">Epochs between evaluations; 0: only at the end.</param>
/// <param name="OnlyAtEnd">For the test set.</param>
internal sealed record EvaluationTimes(int Every, bool OnlyAtEnd)
{
    public bool Includes(RunState run) => run.EndsRun || (!OnlyAtEnd && Every > 0 && run.EndsEpoch && run.Epoch % Every == 0);
}

/// <summary>Runs the network over the whole set for the operations behind it.</summary>
internal sealed class SetRun<T>(SetForward<T> forward, EvaluationTimes times) : Operation<T>(Phase.Evaluate, "the network over the whole set", forward.Z)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override bool IsActive(RunState run) => times.Includes(run);

    public override void Run(RunState run) => forward.Run(run);

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) => operands.At(Output, index);
}

/// <summary>eval.SET.loss: the data loss over the whole set.</summary>
internal sealed class SetLoss<T>(Operation<T> loss, int rows, EvaluationTimes times)
    : Operation<T>(Phase.Evaluate, loss.Rule, loss.Output, loss.Inputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly RunState whole = new() { Rows = rows };

    public override bool IsActive(RunState run) => times.Includes(run);

    public override void Run(RunState run) => loss.Run(whole);

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) => loss.Explain(index, operands, whole);
}

/// <summary>eval.SET.a: the outputs for the whole set, made when its loss was.</summary>
internal sealed class SetOutputs<T>(SetForward<T> forward, EvaluationTimes times)
    : Operation<T>(Phase.Evaluate, $"outputs for every sample of the set, {forward.Mode}", forward.A, forward.Z)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override bool IsActive(RunState run) => times.Includes(run);

    public override void Run(RunState run)
    {
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) => forward.Outputs.Explain(index, operands, run);
}

/// <summary>eval.SET.METRIC: a measure of the outputs against the targets, in double precision, rounded once.</summary>
internal sealed class SetMetric<T>(SetMeasure measure, Buffer<T> outputs, DataSet data, double? threshold, Buffer<T> output, EvaluationTimes times)
    : Operation<T>(Phase.Evaluate, measure.Rule, output, outputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override bool IsActive(RunState run) => times.Includes(run);

    public override void Run(RunState run)
    {
        var scores = new double[outputs.Capacity];
        var stored = outputs.Stored();
        for (var k = 0; k < scores.Length; k++) scores[k] = double.CreateTruncating(stored[k]);
        var values = measure.Of(Evaluation.OfScores(data.Targets, scores, outputs.Shape[1], threshold));
        var target = Output.Stored();
        for (var k = 0; k < values.Length; k++) target[k] = T.CreateTruncating(values[k]);
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        new Formula<T>.Number(operands.Value(Output, Output.Offset(index)), null);
}
