using System.Numerics;
using Core;

namespace Sim;

/// <summary>What <c>sim run</c> was asked for.</summary>
internal sealed record RunRequest(Asked Asked, long? Updates, long? Epochs, int? Threads, bool Json, Precision? Precision)
{
    /// <summary>Where the model is written, or nothing.</summary>
    public string? Save { get; init; }

    /// <summary>The model that is continued, or nothing.</summary>
    public string? Load { get; init; }
}

/// <summary><c>sim run</c>: trains to the end and shows what came of it.</summary>
internal sealed class RunCommand(CommandHost host)
{
    public int Run(RunRequest request)
    {
        if (request is { Load: not null, Asked.Csv: not null }) throw new RequestException("--load and --csv: given both; expected one, for a saved model goes on with the table it was trained on. To use it on new rows: sim predict MODEL --csv FILE.");
        if (request.Save is { } save) host.Files.CheckWritable(save);
        var model = request.Load is { } load ? ModelFiles.Read(host.Files, load) : null;
        var opened = Open(request, model);
        if (opened.At is not null)
            throw new RequestException($"{request.Asked.Target}: given a moment after @; expected none, for a run goes to its end. Use sim trace or sim explain, or leave it out.");
        var experiment = opened.Experiment;
        if (request.Updates is not null || request.Epochs is not null) experiment = experiment with { Length = new(request.Updates, request.Epochs) };
        else if (request.Asked.Target is null && model?.Length is { } length) experiment = experiment with { Length = length };
        opened = opened with { Experiment = experiment };
        return (request.Precision ?? (request.Asked.Target is null && model is not null ? model.Precision : experiment.Precision)) == Precision.Double ? Run<double>(opened, request, model) : Run<float>(opened, request, model);
    }

    private OpenedExperiment Open(RunRequest request, SavedModel? model)
    {
        if (request.Asked is { Target: null, Csv: null } && model is not null) return ModelFiles.Experiment(host, request.Load!, model, request.Asked.Variant, request.Asked.Sets);
        // For people it stands above the result.
        var opened = new OwnData(host).Open(request.Asked, request.Json ? host.Error : host.Out, "; or --load FILE, a saved model to continue");
        if (request.Asked.Csv is not null && !request.Json) host.Out.WriteLine();
        return opened;
    }

    private int Run<T>(OpenedExperiment opened, RunRequest request, SavedModel? model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var program = opened.Compile<T>();
        program.UseThreads(Math.Min(request.Threads ?? host.Processors, host.Processors), host.Clock);
        Start(program, request, model);
        var result = Train(program, opened, request);
        if (request.Updates is { } wanted && result.Updates < wanted && !program.IsStopped && !result.IsInterrupted)
            host.Error.WriteLine($"sim: the experiment states {result.Updates} batches, so the run ended after {result.Updates} of {wanted} updates.");
        if (result.Divergence is { } divergence) host.Error.WriteLine("sim: " + DivergenceText.Of(divergence, request.Asked.Language));
        if (result.Divergence is not null && request.Asked is { Csv: not null, Target: { } lesson })
            host.Error.WriteLine($"sim: the learning rate of {lesson} was chosen for other data: try a smaller one, such as --set optimizer.learningRate=0.01, or leave {lesson} out.");
        // Whatever becomes of the file, the result is shown.
        var failure = request.Save is { } path ? Save(path, result.Model!) : null;
        string? saved = failure is null ? request.Save : null;
        if (request.Json) RunReport.WriteJson(host.Out, result, saved);
        else RunReport.WriteText(host.Out, opened, result with { ThreadsAsked = request.Threads }, request.Asked.Language, host.IsAscii, saved);
        if (failure is not null) throw failure;
        if (!result.IsInterrupted) return ExitCode.Fine;
        host.Error.WriteLine($"sim: interrupted after update {result.Updates} of {program.LastUpdate}: this is the result so far{(saved is null ? "." : $"; sim run --load {saved} goes on from here.")}");
        return ExitCode.Interrupted;
    }

    private static void Start<T>(TrainingProgram<T> program, RunRequest request, SavedModel? model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        program.Reset();
        if (model is null) return;
        ModelFiles.Told(request.Load!, () =>
        {
            model.Restore(program);
            return true;
        });
        if (program.Run.Update >= program.LastUpdate && program.Run.Update > 0 || program.IsStopped)
            throw new RequestException($"{request.Load}: given a model that has had all {program.Run.Update} updates of its run; expected one with updates left. State a greater --updates or --epochs, counted from the beginning.");
    }

    private RunResult<T> Train<T>(TrainingProgram<T> program, OpenedExperiment opened, RunRequest request)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var bar = new RunBar(host, request.Asked.Language);
        try
        {
            return new TrainingRun<T>(program, host.Clock, host.Cancellation) { KeepsModel = request.Save is not null }.Run(host.ErrorIsTerminal && !request.Json ? bar.Show : null);
        }
        catch (RunException stopped)
        {
            throw new RequestException($"{opened.Name}: {stopped.Message}");
        }
        finally
        {
            bar.Clear();
        }
    }

    private RequestException? Save(string path, SavedModel model)
    {
        try
        {
            host.Files.Write(path, model.File.ToBytes());
            return null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return new RequestException($"--save {path}: it cannot be written ({wrong.Message}); a file that was there before is as it was. Make room or name another place, and run again.");
        }
    }
}
