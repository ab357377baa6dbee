using System.Numerics;

namespace Core;

/// <summary>Sets elements of a parameter by hand at the end of stated updates. No step: nothing is computed.</summary>
/// <param name="output">The parameter.</param>
/// <param name="edits">Of this parameter, after updates from 1.</param>
internal sealed class HandEdit<T>(Buffer<T> output, IReadOnlyList<EditSettings> edits) : Operation<T>(Phase.Evaluate, "set by hand", output, [output])
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override bool IsActive(RunState run) => edits.Any(edit => edit.After == run.Update);

    public override void Run(RunState run)
    {
        foreach (var edit in edits)
            if (edit.After == run.Update) Write(Output, edit);
    }

    public override Formula<T> Explain(ReadOnlySpan<int> index, Operands<T> operands, RunState run) =>
        new Formula<T>.Number(operands.Value(Output, Output.Offset(index)), null);

    /// <summary>One edit, now.</summary>
    public static void Write(Buffer<T> parameter, EditSettings edit) =>
        parameter.Stored()[parameter.Offset(edit.Index.AsSpan())] = T.CreateTruncating(edit.To);
}
