using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Core;

/// <summary>
/// One derivative of an update, of whatever the loss depends on, measured without knowing any formula: the value is moved a little both ways in
/// double precision, and everything behind it (forward pass and loss, with this batch and its dropout masks) is run again.
/// </summary>
public static class MeasuredDerivative
{
    private const string GradientEnd = ".grad", DataEnd = ".grad_data", PenaltyEnd = ".grad_penalty";

    /// <summary>What is differentiated in a gradient's name, and by what; null for a name that is no derivative of the loss.</summary>
    /// <param name="gradient">E.g. <c>layer1.weight.grad</c>, <c>layer2.dz</c>, <c>input.grad</c>.</param>
    /// <returns>E.g. <c>(loss, layer1.weight)</c>, <c>(data_loss, layer2.z)</c>, <c>(data_loss, batch.x)</c>.</returns>
    public static (string Loss, string By)? Meaning(string gradient) => gradient switch
    {
        "input.grad" => ("data_loss", "batch.x"),
        _ when gradient.EndsWith(GradientEnd, StringComparison.Ordinal) => ("loss", gradient[..^GradientEnd.Length]),
        _ when gradient.EndsWith(DataEnd, StringComparison.Ordinal) => ("data_loss", gradient[..^DataEnd.Length]),
        _ when gradient.EndsWith(PenaltyEnd, StringComparison.Ordinal) => ("penalty", gradient[..^PenaltyEnd.Length]),
        _ when gradient.EndsWith(".dz", StringComparison.Ordinal) || gradient.EndsWith(".da", StringComparison.Ordinal) => ("data_loss", gradient[..^2] + gradient[^1]),
        _ => null,
    };

    /// <summary>The derivative of one element in an update that has not changed its parameters yet, beside backpropagation's in double precision.</summary>
    /// <param name="program">Where the parameters are read; it stays as it is.</param>
    /// <param name="update">Which batch and masks, counted from 1.</param>
    /// <param name="gradient">A name that has a <see cref="Meaning"/> and that this run writes.</param>
    /// <param name="index">The element, counted from 0.</param>
    /// <returns>Null where the name is no derivative, or the run does not have it.</returns>
    public static GradientCheckRow? Of<T>(TrainingProgram<T> program, long update, string gradient, ReadOnlySpan<int> index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Meaning(gradient) is not var (lossName, by)) return null;
        using var twin = Compiler.Compile<double>(ProgramObjective.Smooth(program.Experiment), program.Data with { Validation = null, Test = null });
        if (twin.Find(lossName) is not { } loss || twin.Find(by) is not { } moved || twin.Find(gradient) is not { } derived) return null;
        foreach (var parameter in twin.Parameters) parameter.Fill([.. program.Find(parameter.Name)!.ToArray(0).Select(double.CreateTruncating)]);
        twin.Place(update);
        Run(twin, 0, Phase.Batch, Phase.Forward, Phase.Loss, Phase.Backward);
        var (place, analytic) = (moved.Offset(index), derived.Stored()[derived.Offset(index)]);
        // A parameter is read by the forward pass; a value of the pass is moved after it was written.
        int behind = Behind(twin.Operations, by);
        double At(double[] value)
        {
            Run(twin, 0, Phase.Batch, Phase.Forward, Phase.Loss);
            double kept = moved.Stored()[place];
            moved.Stored()[place] = value[0];
            Run(twin, behind, Phase.Forward, Phase.Loss);
            moved.Stored()[place] = kept;
            return loss.Stored()[0];
        }
        string name = string.Create(CultureInfo.InvariantCulture, $"{gradient}[{string.Join(',', index.ToArray())}]");
        return GradientCheck.Run(At, [analytic], [moved.Stored()[place]], [name]).Rows[0];
    }

    private static int Behind(ImmutableArray<Operation<double>> operations, string name)
    {
        for (int k = operations.Length - 1; k >= 0; k--)
            if (operations[k].Output.Name == name && operations[k].Phase is Phase.Batch or Phase.Forward) return k + 1;
        return 0;
    }

    private static void Run(TrainingProgram<double> program, int from, params ReadOnlySpan<Phase> phases)
    {
        for (int k = from; k < program.Operations.Length; k++)
            if (phases.Contains(program.Operations[k].Phase) && program.Operations[k].IsActive(program.Run)) program.Operations[k].Run(program.Run);
    }
}
