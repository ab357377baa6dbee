namespace Core;

/// <summary>What rows of stated target numbers mean: the loss tells labels from classes, the values tell one-hot from soft rows.</summary>
internal static class StatedTargets
{
    /// <summary>The kind of [n, width] row-major values under a loss.</summary>
    public static TargetKind KindOf(double[] values, int width, LossKind loss)
    {
        if (width == 1) return TargetKind.Numbers;
        var isZeroOne = Array.TrueForAll(values, value => value is 0 or 1);
        return loss switch
        {
            LossKind.SigmoidBce or LossKind.Bce => isZeroOne ? TargetKind.MultiLabel : TargetKind.Numbers,
            LossKind.SoftmaxCe or LossKind.CrossEntropy => IsOneHot() ? TargetKind.OneHot : IsShares() ? TargetKind.Soft : TargetKind.Numbers,
            _ => IsOneHot() ? TargetKind.OneHot : TargetKind.Numbers,
        };

        bool IsOneHot() => isZeroOne && values.Chunk(width).All(row => row.Sum() == 1);

        bool IsShares() => Array.TrueForAll(values, value => value >= 0) && values.Chunk(width).All(row => Math.Abs(row.Sum() - 1) <= 1e-6);
    }
}
