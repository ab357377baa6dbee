using Core;
using Lessons;

namespace Sim;

/// <summary>What <c>sim sweep</c> was asked for.</summary>
internal sealed record SweepRequest(
    Asked Asked, IReadOnlyList<string> Overs, IReadOnlyList<string> Shows, long? Updates, string Format, Precision? Precision);

/// <summary><c>sim sweep</c>: trains one run for each value of a field, or each pair of values of two, and shows them as one curve or as a map.</summary>
internal sealed class SweepCommand(CommandHost host)
{
    public int Run(SweepRequest request)
    {
        var (over, by) = Axes(request.Overs);
        var opened = new OwnData(host).Open(request.Asked);
        if (opened.At is not null)
            throw new RequestException($"{request.Asked.Target}: given a moment after @; expected none, for every run of a sweep goes to its end. Use --updates, or leave it out.");
        if (request.Precision == Core.Precision.Double) throw new RequestException("--precision: given double; expected single, for a sweep trains in the arithmetic of the lessons. Use sim run --precision double for one value.");
        Expression[] shows = [.. Shows(request, by is not null)];
        var problems = new Problems();
        var runner = SweepGridRunner.Prepare(opened.Experiment, over, by, request.Updates, shows.Length == 0 ? null : shows, opened.Loader, problems)
            ?? throw ExperimentOpener.Wrong($"{opened.Name}: {string.Join(' ', request.Overs.Select(text => "--over " + text))}", problems);
        bool isWhole = Train(runner, opened, shows, request.Asked.Language);
        var data = new SweepData(runner.Now, shows.Length == 0 ? ["loss"] : [.. shows.Select(show => show.ToString()!)], null) { IsStopped = !isWhole };
        Write(data, opened, request);
        if (isWhole) return ExitCode.Fine;
        host.Error.WriteLine($"sim: interrupted after {data.Grid.Done} of {runner.Count} runs: this is the result so far.");
        return ExitCode.Interrupted;
    }

    private static (SweepAxis Over, SweepAxis? By) Axes(IReadOnlyList<string> overs)
    {
        if (overs.Count > 2) throw new RequestException($"--over is given {overs.Count} times; expected once or twice, for a map has two axes. Make a sweep of each value of the third field with --set.");
        SweepAxis[] axes = [.. overs.Select(SweepRange.Parse)];
        if (axes.Length < 2) return (axes[0], null);
        if (axes[0].Over == axes[1].Over) throw new RequestException($"--over: given {axes[0].Over} twice; expected two fields. For more values of one field make its range longer.");
        if ((long)axes[0].Count * axes[1].Count > SweepGridRunner.Most)
            throw new RequestException($"--over: given {axes[0].Count} × {axes[1].Count} runs; expected at most {SweepGridRunner.Most}. Take fewer values of one of the fields.");
        return (axes[0], axes[1]);
    }

    private static IEnumerable<Expression> Shows(SweepRequest request, bool isMap)
    {
        int most = isMap ? 1 : Sweep.MostCurves;
        if (request.Shows.Count > most) throw new RequestException($"--show is given {request.Shows.Count} times; expected {(isMap ? "once, for a map of two fields shows one value" : $"at most {most} times")}.");
        foreach (string text in request.Shows)
        {
            var show = Expression.Parse(text);
            yield return show.Ok ? show.Value : throw new RequestException($"--show {text}\n{OpenedExperiment.Indented(show.Error.ToString())}");
        }
    }

    // False: interrupted.
    private bool Train(SweepGridRunner runner, OpenedExperiment opened, Expression[] shows, Language language)
    {
        var bar = new SweepBar(host, language);
        try
        {
            foreach (var show in shows)
                if (runner.Check(show) is { } wrong) throw new RequestException($"--show {show}\n{OpenedExperiment.Indented(wrong.ToString())}");
            runner.Run(host.Cancellation, host.ErrorIsTerminal ? done => bar.Show(done, runner.Count) : null);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (BadDataException bad)
        {
            throw new RequestException($"{opened.Name}: the data cannot be used\n{OpenedExperiment.Indented(bad.Message)}");
        }
        catch (RunException bad)
        {
            throw new RequestException($"{opened.Name}: {bad.Message}");
        }
        finally
        {
            bar.Clear();
        }
    }

    private void Write(SweepData data, OpenedExperiment opened, SweepRequest request)
    {
        switch (request.Format)
        {
            case "json": SweepFiles.WriteJson(host.Out, data); break;
            case "csv": SweepFiles.WriteCsv(host.Out, data); break;
            case "svg": GridSvg.Write(SweepReport.Picture(data, opened, request.Asked.Language, host.IsAscii, forFile: true), Theme.Dark, host.Out, $"{opened.Title[request.Asked.Language]} · {SweepWords.Title(data, new ViewSettings { Language = request.Asked.Language })}"); break;
            default: new SweepReport(data, opened, request.Asked.Language, host).WriteTable(); break;
        }
    }
}
