using System.Numerics;
using Core;
using Lessons;

namespace Sim;

/// <summary>What <c>sim run</c> was asked for.</summary>
internal sealed record RunRequest(string Target, string? Variant, IReadOnlyList<string> Sets, long? Updates, long? Epochs, int Threads, bool Json, Precision? Precision, Language Language);

/// <summary><c>sim run</c>: trains to the end and shows what came of it.</summary>
internal sealed class RunCommand(CommandHost host)
{
    public int Run(RunRequest request)
    {
        var opened = new ExperimentOpener(host).Open(request.Target, request.Variant, request.Sets);
        if (opened.At is not null)
            throw new RequestException($"{request.Target}: given a moment after @; expected none, for a run goes to its end. Use sim trace or sim explain, or leave it out.");
        var experiment = opened.Experiment;
        if (request.Updates is not null || request.Epochs is not null) experiment = experiment with { Length = new(request.Updates, request.Epochs) };
        opened = opened with { Experiment = experiment };
        return (request.Precision ?? experiment.Precision) == Precision.Double ? Run<double>(opened, request) : Run<float>(opened, request);
    }

    private int Run<T>(OpenedExperiment opened, RunRequest request)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var program = opened.Compile<T>();
        program.UseThreads(request.Threads);
        program.Reset();
        var bar = new RunBar(host, request.Language);
        RunResult<T> result;
        try
        {
            result = new TrainingRun<T>(program, host.Clock, host.Cancellation).Run(host.ErrorIsTerminal && !request.Json ? bar.Show : null);
        }
        catch (RunException stopped)
        {
            throw new RequestException($"{opened.Name}: {stopped.Message}");
        }
        finally
        {
            bar.Clear();
        }

        if (request.Updates is { } wanted && result.Updates < wanted && !program.IsStopped && !result.IsInterrupted)
            host.Error.WriteLine($"sim: the experiment states {result.Updates} batches, so the run ended after {result.Updates} of {wanted} updates.");
        if (result.Divergence is { } divergence) host.Error.WriteLine("sim: " + DivergenceText.Of(divergence, request.Language));
        if (request.Json) RunReport.WriteJson(host.Out, result);
        else RunReport.WriteText(host.Out, opened, result, request.Language, host.IsAscii);
        if (!result.IsInterrupted) return ExitCode.Fine;
        host.Error.WriteLine($"sim: interrupted after update {result.Updates} of {program.LastUpdate}: this is the result so far.");
        return ExitCode.Interrupted;
    }
}
