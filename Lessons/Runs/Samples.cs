using Core;

namespace Lessons;

/// <summary>The samples of a set as the network sees them: standardised, class numbers encoded as the loss takes them, in single precision.</summary>
internal static class Samples
{
    /// <summary>[rows, width]</summary>
    public static Tensor Inputs(DataSet data) => new([data.Rows, data.Width], data.Inputs.Select(Seen));

    /// <summary>[rows, outputs]; class numbers one-hot, or as they are for a single output.</summary>
    public static Tensor Targets(DataSet data, int outputs) => new([data.Rows, outputs], Enumerable.Range(0, data.Rows * outputs).Select(k =>
        Seen(outputs == 1 && data.Targets.Kind == TargetKind.Classes ? data.Targets.ClassNumbers[k] : data.Targets[k / outputs, k % outputs])));

    private static double Seen(double value) => (float)value;
}
