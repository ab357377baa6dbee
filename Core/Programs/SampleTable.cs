using System.Numerics;

namespace Core;

/// <summary>A data set as a program reads it: inputs [n, width] and targets [n, outputs], class numbers one-hot.</summary>
internal sealed class SampleTable<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public SampleTable(DataSet data, int outputs)
    {
        Data = data;
        Inputs = data.Inputs.AsRows<T>(data.Width);
        var targets = data.Targets;
        if (outputs == 1 && targets.Kind == TargetKind.Classes)
            Targets = new Rows<T>(data.Rows, 1, row => targets.ClassNumbers[row]);
        else
            Targets = new Rows<T>(data.Rows, outputs, k => targets[k / outputs, k % outputs]);
        if (targets.Kind == TargetKind.Classes) Labels = new Rows<T>(data.Rows, 1, row => targets.ClassNumbers[row]);
    }

    public DataSet Data { get; }

    /// <summary>[n, width]</summary>
    public Rows<T> Inputs { get; }

    /// <summary>[n, outputs]: what the loss compares with.</summary>
    public Rows<T> Targets { get; }

    /// <summary>[n]: class numbers, where the data states those.</summary>
    public Rows<T>? Labels { get; }
}
