using System.Globalization;
using System.Numerics;

namespace Core;

/// <summary>A trace as JSON lines: one record per line, valid JSON also where a value is not a number.</summary>
public static class TraceJson
{
    /// <summary><c>{"update":1,"step":3,"phase":"forward","name":"layer1.z","shape":[4,2],"value":[[…],[…]]}</c>; a single number has no shape.</summary>
    public static void Write<T>(TextWriter output, TraceRecord<T> record)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"update\":{record.Update},\"step\":{record.Step},\"phase\":\"{PhaseNames.Of(record.Phase)}\",\"name\":\"{record.Name}\""));
        if (!record.Shape.IsEmpty) output.Write($",\"shape\":[{string.Join(',', record.Shape)}]");
        output.Write(",\"value\":");
        WriteValue(output, record.Shape.AsSpan(), record.Values.AsSpan());
        output.Write("}\n");
    }

    /// <summary>Numbers as nested arrays of a shape; one number of shape [] stands alone.</summary>
    public static void WriteValue<T>(TextWriter output, ReadOnlySpan<int> shape, ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (shape.IsEmpty)
        {
            output.Write(Number(values[0]));
            return;
        }

        output.Write('[');
        var part = shape[0] == 0 ? 0 : values.Length / shape[0];
        for (var k = 0; k < shape[0]; k++)
        {
            if (k > 0) output.Write(',');
            WriteValue(output, shape[1..], values.Slice(k * part, part));
        }

        output.Write(']');
    }

    /// <summary>A number as a JSON value.</summary>
    public static string Number<T>(T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var digits = TraceDigits.Of(value);
        return T.IsFinite(value) ? digits : $"\"{digits}\"";
    }
}

/// <summary>Phases as a trace writes them.</summary>
public static class PhaseNames
{
    /// <summary><c>batch</c>, <c>forward</c>, <c>loss</c>, <c>backward</c>, <c>update</c>, <c>evaluate</c>.</summary>
    public static string Of(Phase phase) => phase switch
    {
        Phase.Batch => "batch",
        Phase.Forward => "forward",
        Phase.Loss => "loss",
        Phase.Backward => "backward",
        Phase.Update => "update",
        _ => "evaluate",
    };
}
