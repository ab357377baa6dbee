namespace Core;

/// <summary>Changes a sample a little each time it is used, as a function of (seed, update, sample).</summary>
internal sealed class Augmenter(AugmentationSettings settings, ulong seed, int height, int width, int size)
{
    private readonly double[] moved = new double[size];

    /// <summary>What the experiment states, or nothing.</summary>
    public static Augmenter? From(Experiment experiment, DataSet data) => experiment.Data.Augmentation is not { } settings
        ? null
        : new Augmenter(settings, experiment.Seed, data.SampleShape[0], data.SampleShape.Length > 1 ? data.SampleShape[1] : 1, data.Width);

    /// <summary>One sample [width], changed.</summary>
    public ReadOnlySpan<double> Apply(ReadOnlySpan<double> sample, long update, int number)
    {
        if (settings.Shift > 0) Augmentation.Shift(sample, moved, height, width, settings.Shift, seed, update, number);
        else sample.CopyTo(moved);
        if (settings.Jitter > 0) Augmentation.Jitter(moved, moved, settings.Jitter, seed, update, number);
        return moved;
    }
}
