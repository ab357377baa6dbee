using System.Globalization;
using Core;
using Lessons;

namespace Sim;

/// <summary>What <c>sim sweep</c> was asked for.</summary>
internal sealed record SweepRequest(string Target, string? Variant, IReadOnlyList<string> Sets, string Over, long? Updates, string Format, Precision? Precision, Language Language);

/// <summary><c>sim sweep</c>: trains one run for each value of a field and shows them as one curve.</summary>
internal sealed class SweepCommand(CommandHost host)
{
    public int Run(SweepRequest request)
    {
        var range = SweepRange.Parse(request.Over);
        var opened = new ExperimentOpener(host).Open(request.Target, request.Variant, request.Sets);
        if (opened.At is not null)
            throw new RequestException($"{request.Target}: given a moment after @; expected none, for every run of a sweep goes to its end. Use --updates, or leave it out.");
        if (request.Precision == Core.Precision.Double) throw new RequestException("--precision: given double; expected single, for a sweep trains in the arithmetic of the lessons. Use sim run --precision double for one value.");
        var problems = new Problems();
        var runner = SweepRunner.Prepare(opened.Experiment, range.Key, range.Values, range.Log, request.Updates, opened.Loader, problems) ?? throw ExperimentOpener.Wrong($"{opened.Name}: --over {request.Over}", problems);
        Write(Curve(runner, opened, range.Count), opened, request);
        return ExitCode.Fine;
    }

    private SweepCurve Curve(SweepRunner runner, OpenedExperiment opened, int count)
    {
        try
        {
            return runner.Run(null, host.Cancellation, host.ErrorIsTerminal ? done => Progress(done, count) : null);
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
            if (host.ErrorIsTerminal) host.Error.Write("\r\e[K");
        }
    }

    private void Progress(int done, int count)
    {
        host.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done}/{count}\e[K"));
        host.Error.Flush();
    }

    private void Write(SweepCurve curve, OpenedExperiment opened, SweepRequest request)
    {
        switch (request.Format)
        {
            case "json": SweepReport.WriteJson(host.Out, curve); break;
            case "csv": SweepReport.WriteCsv(host.Out, curve); break;
            case "svg": GridSvg.Write(SweepReport.Picture(curve, opened, request.Language, host.IsAscii), Theme.Dark, host.Out, $"{opened.Title[request.Language]} · {curve.Over}"); break;
            default: SweepReport.WriteTable(host.Out, curve, opened, request.Language, host.IsAscii); break;
        }
    }
}
