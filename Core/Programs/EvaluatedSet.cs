using System.Numerics;

namespace Core;

/// <summary>Adds the evaluation of one set: its loss, its outputs and the measures asked for.</summary>
internal static class EvaluatedSet
{
    /// <summary>Adds the operations.</summary>
    /// <param name="program">Where they are added.</param>
    /// <param name="settings">What is measured.</param>
    /// <param name="name">train, validation or test.</param>
    /// <param name="table">The set.</param>
    /// <param name="network">The layers.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="times">When.</param>
    /// <param name="monitored">A value that stopping depends on, so that it may not be left out.</param>
    /// <param name="isObservation">Whether the rest of the evaluation may be left out.</param>
    public static void Add<T>(
        ProgramBuilder<T> program, EvaluationSettings settings, string name, SampleTable<T> table, Network<T> network, LossRule<T> loss, EvaluationTimes times, string? monitored, bool isObservation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var isAsked = monitored is not null;
        var rows = table.Inputs.Count;
        var forward = new SetForward<T>(program, name, table, network, settings.Dropout ? Array.IndexOf(SetNames, name) : null);
        program.Add(new SetRun<T>(forward, times) { IsHidden = true, IsObservation = isObservation && !isAsked });
        program.Add(new SetLoss<T>(loss.Forward(LossOf(program, name, table, forward)), rows, times) { IsObservation = isObservation && monitored != $"{name}.loss" });
        program.Add(new SetOutputs<T>(forward, times) { IsObservation = true });
        foreach (var metric in Metrics(settings, table.Data, monitored?[(name.Length + 1)..]))
        {
            var measure = SetMeasure.For(metric, table.Data);
            program.Add(new SetMetric<T>(
                measure, forward.A, table.Data, Threshold(settings), program.Declare($"eval.{name}.{metric}", measure.Shape, Zone.Scratch), times)
            {
                IsObservation = isObservation && monitored != $"{name}.{metric}",
            });
        }
    }

    private static readonly string[] SetNames = ["train", "validation", "test"];

    // The default ½ is left to the metric, which knows 0 for targets −1/+1 and the greater score for two outputs.
    private static double? Threshold(EvaluationSettings settings) => settings.Threshold == 0.5 ? null : settings.Threshold;

    private static IEnumerable<string> Metrics(EvaluationSettings settings, DataSet data, string? monitored)
    {
        var isClasses = data.Targets.Kind != TargetKind.Numbers || data.Targets.IsBinary;
        var names = settings.Metrics ?? (isClasses ? ["loss", "a", "accuracy"] : ["loss", "a"]);
        return names.Concat(monitored is null ? [] : [monitored]).Where(name => name is not ("loss" or "a")).Distinct();
    }

    private static unsafe LossBuffers<T> LossOf<T>(ProgramBuilder<T> program, string name, SampleTable<T> table, SetForward<T> forward)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (rows, outputs) = (table.Inputs.Count, forward.A.Shape[1]);
        var y = program.Declare($"eval.{name}.y", [rows, outputs], Zone.Constant);
        program.OnPlaced(() => new Span<T>(table.Targets.Pointer, rows * outputs).CopyTo(y.Stored()));
        return new LossBuffers<T>(
            forward.Z,
            forward.A,
            y,
            program.Declare($"eval.{name}.parts", [rows, outputs], Zone.Scratch),
            program.Declare($"eval.{name}.maxima", [rows], Zone.Scratch),
            program.Declare($"eval.{name}.log_sums", [rows], Zone.Scratch),
            program.Declare($"eval.{name}.columns", [outputs], Zone.Scratch),
            program.Scalar($"eval.{name}.loss"));
    }
}
