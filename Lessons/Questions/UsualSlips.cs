using Core;

namespace Lessons;

/// <summary>The mistakes people usually make with a value of a training run, computed from the run: the most telling first.</summary>
internal static class UsualSlips
{
    private static readonly Text Sign = new("The size is right, the sign is not.", "大小对了，符号反了。");
    private static readonly Text Twice = new("Twice too much: look for a factor 2.", "大了一倍：检查因子 2。");
    private static readonly Text Half = new("Half of it: look for a factor 2, such as that of the square's derivative.", "只有一半：检查因子 2，例如平方的导数。");
    private static readonly Text Mean = new("That is the sum over the batch. Here it is the mean: divide by the number of samples.", "这是整个批次的总和。这里取平均：要除以样本数。");
    private static readonly Text MeanTwice = new("Divided by the number of samples once too often.", "多除了一次样本数。");
    private static readonly Text Derivative = new("The derivative of the activation f′(z) is missing: ∂L/∂z = ∂L/∂a · f′(z).", "漏了激活函数的导数 f′(z)：∂L/∂z = ∂L/∂a · f′(z)。");
    private static readonly Text Bias = new("The bias is missing.", "漏了偏置。");
    private static readonly Text GaveZ = new("That is z. The activation function is still to be applied.", "这是 z，还没有经过激活函数。");
    private static readonly Text GaveA = new("That is a, after the activation function. Asked is the weighted sum z.", "这是经过激活函数之后的 a。问的是加权和 z。");
    private static readonly Text Uphill = new("That goes with the gradient, uphill: the update subtracts.", "这是顺着梯度走，损失会变大：更新要减去。");
    private static readonly Text Rate = new("The learning rate is missing: the step is η times the gradient.", "漏了学习率：步长是 η 乘以梯度。");
    private static readonly Text OnlyStep = new("That is the step alone. Asked is the new value: old value plus step.", "这只是步长。问的是新的值：旧值加上步长。");
    private static readonly Text Unchanged = new("That is the old value.", "这是旧的值。");
    private static readonly Text Log10 = new("That is the logarithm to base 10; here ln is the natural one.", "这是以 10 为底的对数；这里用自然对数 ln。");

    public static IEnumerable<(string Name, double Value, Text Feedback)> Of(Coming coming)
    {
        var own = coming.Run.Names is RunNames names && names.IsParameter(coming.Name) ? Parameter(coming) : Value(coming);
        return own.Where(slip => slip.Value is not null).Select(slip => (slip.Name, slip.Value!.Value, slip.Feedback));
    }

    // w ← w − η·g: everything is a slip of the step.
    private static IEnumerable<(string Name, double? Value, Text Feedback)> Parameter(Coming coming)
    {
        if (coming.Before is not { } before) yield break;
        var (step, rate, rows) = (coming.Right - before, coming.Element("lr"), coming.Rows);
        yield return ("sign", before - step, Uphill);
        yield return ("no-learning-rate", before + step / rate, Rate);
        yield return ("only-the-step", step, OnlyStep);
        yield return ("only-the-step", -step, OnlyStep);
        yield return ("unchanged", before, Unchanged);
        if (rows > 1)
        {
            yield return ("no-mean", before + rows * step, Mean);
            yield return ("mean-twice", before + step / rows, MeanTwice);
        }
        yield return ("factor-2", before + 2 * step, Twice);
        yield return ("factor-2", before + step / 2, Half);
    }

    private static IEnumerable<(string Name, double? Value, Text Feedback)> Value(Coming coming)
    {
        var (right, rows, suffix) = (coming.Right, coming.Rows, coming.Layer.Length > 0 ? coming.Name[(coming.Layer.Length + 1)..] : coming.Name);
        switch (suffix)
        {
            case "z":
                yield return ("no-bias", right - coming.Element($"{coming.Layer}.bias", coming.Index[^1]), Bias);
                yield return ("activation", coming.Later($"{coming.Layer}.a"), GaveA);
                yield return ("sign", -right, Sign);
                yield break;
            case "a":
                yield return ("no-activation", coming.Element($"{coming.Layer}.z", coming.Index), GaveZ);
                yield return ("sign", -right, Sign);
                yield break;
            case "dz":
                yield return ("no-derivative", coming.Element($"{coming.Layer}.da", coming.Index), Derivative);
                break;
            case "weight.grad" or "bias.grad" or "weight.grad_data" or "bias.grad_data":
                yield return ("no-derivative", WithoutDerivative(coming), Derivative);
                break;
            case "loss" or "data_loss" when coming.Run.Experiment.Loss.Kind is LossKind.Bce or LossKind.SigmoidBce or LossKind.CrossEntropy or LossKind.SoftmaxCe:
                yield return ("base-10", right / Math.Log(10), Log10);
                break;
        }
        yield return ("sign", -right, Sign);
        if (rows > 1)
        {
            yield return ("no-mean", right * rows, Mean);
            yield return ("mean-twice", right / rows, MeanTwice);
        }
        yield return ("factor-2", 2 * right, Twice);
        yield return ("factor-2", right / 2, Half);
    }

    // Σ over samples of ∂L/∂a·x instead of ∂L/∂z·x; the mean over the batch is in ∂L/∂a already.
    private static double? WithoutDerivative(Coming coming)
    {
        if (coming.Tensor($"{coming.Layer}.da") is not { } da) return null;
        var unit = coming.Index[0];
        var (rows, width) = (da.Shape[0], da.Shape[1]);
        if (coming.Name.Contains(".bias.", StringComparison.Ordinal)) return Enumerable.Range(0, rows).Sum(row => da.Values[row * width + unit]);
        var operation = coming.Run.Timeline.Program.Operations.First(operation => operation.Output.Name == coming.Name);
        var input = operation.Inputs.Select(buffer => buffer.Name).FirstOrDefault(name => name != $"{coming.Layer}.dz");
        if (input is null || coming.Tensor(input) is not { } x || x.Shape[0] != rows) return null;
        var inputs = x.Values.Length / rows;
        return Enumerable.Range(0, rows).Sum(row => da.Values[row * width + unit] * x.Values[row * inputs + coming.Index[1]]);
    }
}
