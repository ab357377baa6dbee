using System.Numerics;
using Core;

namespace Sim;

/// <summary>What <c>sim calc</c> was asked for.</summary>
internal sealed record CalcRequest(string File, TraceFormat Format, Precision? Precision);

/// <summary><c>sim calc</c>: rules outside a run, on given numbers; results as records of a trace with update 0.</summary>
internal sealed class CalcCommand(CommandHost host)
{
    private readonly TraceCsv csv = new(host.Out);

    public int Run(CalcRequest request)
    {
        var (items, problems) = Calculator.Read(host.Files.Read(request.File, JsonLimits.Default.MaxBytes), request.Precision);
        if (items is null) throw ExperimentOpener.Wrong(request.File, problems);
        var step = 0;
        foreach (var item in items)
        {
            host.Cancellation.ThrowIfCancellationRequested();
            foreach (var record in item.Run()) Write(record, ++step, request.Format);
        }

        return ExitCode.Fine;
    }

    private void Write(CalcRecord record, int step, TraceFormat format)
    {
        if (format == TraceFormat.Text) host.Out.Write($"{record}\n");
        else if (record.Precision == Precision.Single) Write(record.Trace<float>(step), format);
        else Write(record.Trace<double>(step), format);
    }

    private void Write<T>(TraceRecord<T> record, TraceFormat format)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (format == TraceFormat.Jsonl) TraceJson.Write(host.Out, record);
        else csv.Write(record);
    }
}
