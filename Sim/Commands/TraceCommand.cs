using System.Numerics;
using Core;

namespace Sim;

/// <summary>How a trace is written.</summary>
internal enum TraceFormat
{
    /// <summary>A walk for people.</summary>
    Text,

    /// <summary>JSON lines.</summary>
    Jsonl,

    /// <summary>One line per number.</summary>
    Csv,
}

/// <summary>What <c>sim trace</c> was asked for.</summary>
internal sealed record TraceRequest(
    Asked Asked, long From, long Updates, TraceFormat Format, IReadOnlyList<string> Only, Precision? Precision);

/// <summary><c>sim trace</c>: every value written, step by step, one step in memory at a time.</summary>
internal sealed class TraceCommand(CommandHost host)
{
    public int Run(TraceRequest request)
    {
        var opened = new OwnData(host).Open(request.Asked);
        if (opened.At is not null)
            throw new RequestException($"{request.Asked.Target}: given a moment after @; expected none. Use --from K to start at update K, or sim explain for one value.");
        var experiment = opened.Experiment;
        var last = request.From - 1 + request.Updates;
        // Asking for more updates than the experiment states makes it longer, as in sim run.
        if (experiment.Length is var length && (length.Updates < last || length.Epochs is not null))
            opened = opened with { Experiment = experiment with { Length = Longer(opened, last) } };
        return (request.Precision ?? experiment.Precision) == Precision.Double ? Run<double>(opened, request) : Run<float>(opened, request);
    }

    private int Run<T>(OpenedExperiment opened, TraceRequest request)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var program = opened.Compile<T>();
        var only = Only(program, request);
        var writer = Writer<T>(opened, program, request);
        Divergence? divergence = null;
        long seen = 0;
        try
        {
            foreach (var step in Trace.Steps(new Timeline<T>(program), request.From, request.Updates, host.Cancellation))
            {
                seen = step.Update;
                if (divergence is null && Divergence.In(step) is { } found) writer.Diverged(divergence = found);
                if (only is null || only.Contains(step.Name)) writer.Step(step);
            }
        }
        catch (RunException stopped)
        {
            host.Out.Flush();
            throw new RequestException($"{opened.Name}: {stopped.Message}");
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine($"sim: interrupted{(seen == 0 ? "" : $" in update {seen}")}.");
            return ExitCode.Interrupted;
        }

        writer.End();
        if (seen == 0) throw new RequestException($"--from {request.From}: the run of {opened.Name} ends before update {request.From}; expected an update from 1 to {Math.Max(1, program.Run.Update)}.");
        if (divergence is not null && request.Format != TraceFormat.Text) host.Error.WriteLine("sim: " + DivergenceText.Of(divergence, request.Asked.Language));
        return ExitCode.Fine;
    }

    private ITraceWriter<T> Writer<T>(OpenedExperiment opened, TrainingProgram<T> program, TraceRequest request)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => request.Format switch
        {
            TraceFormat.Jsonl => new JsonTraceWriter<T>(host.Out),
            TraceFormat.Csv => new CsvTraceWriter<T>(host.Out),
            _ => new TextTraceWriter<T>(host.Out, opened, program, request.Asked.Language, host.IsAscii),
        };

    private static HashSet<string>? Only<T>(TrainingProgram<T> program, TraceRequest request)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (request.Only.Count == 0) return null;
        var names = program.Operations.Where(operation => !operation.IsHidden).Select(operation => operation.Output.Name).Distinct().ToArray();
        foreach (var name in request.Only)
            if (!names.Contains(name))
                throw new RequestException($"--only {name}: no step of this run writes that; expected names of values{(Nearest.Of(name, names) is { } near ? $"; did you mean {near}?" : "")}\n{OpenedExperiment.Indented("possible here: " + string.Join(", ", names))}");
        return [.. request.Only];
    }

    private static LengthSettings Longer(OpenedExperiment opened, long last)
    {
        using var program = opened.Compile<float>();
        var stated = opened.Experiment.Length;
        return program.LastUpdate >= last ? stated : new(Updates: last);
    }
}

/// <summary>Takes the steps of a trace one by one.</summary>
internal interface ITraceWriter<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A step to be shown.</summary>
    void Step(Step<T> step);

    /// <summary>The next step, shown or not, is the first with a value that is not finite.</summary>
    void Diverged(Divergence divergence);

    /// <summary>After the last step.</summary>
    void End();
}

/// <summary>Steps as JSON lines.</summary>
internal sealed class JsonTraceWriter<T>(TextWriter output) : ITraceWriter<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Step(Step<T> step) => TraceJson.Write(output, TraceRecord<T>.Of(step));

    public void Diverged(Divergence divergence)
    {
    }

    public void End()
    {
    }
}

/// <summary>Steps as CSV.</summary>
internal sealed class CsvTraceWriter<T>(TextWriter output) : ITraceWriter<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TraceCsv csv = new(output);

    public void Step(Step<T> step) => csv.Write(TraceRecord<T>.Of(step));

    public void Diverged(Divergence divergence)
    {
    }

    public void End()
    {
    }
}
