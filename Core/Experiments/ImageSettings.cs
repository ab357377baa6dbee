namespace Core;

/// <summary>Digits drawn by the program, 28×28, ten classes.</summary>
/// <param name="N">Samples.</param>
/// <param name="First">Number of the first; digits of other numbers are others.</param>
/// <param name="Variation">How much hands differ; 0: all alike.</param>
/// <param name="Noise">Half width of the noise of every pixel, as a share of full ink.</param>
public sealed record DigitsSettings(int N = DigitsSettings.UsualN, long First = 0, double Variation = 1, double Noise = 0.2) : GeneratedSettings(N)
{
    internal const int UsualN = 60_000;

    /// <summary>The test digits that belong to these unless others are stated: one for six, from far behind in the sequence.</summary>
    internal DigitsSettings Test => this with { N = (N + 5) / 6, First = First + TestFirst };

    /// <summary>Where validation and test digits begin: no set is so large that it reaches the next.</summary>
    internal const long ValidationFirst = DataSpec.MostSamples, TestFirst = 2 * ValidationFirst;
}

/// <summary>Images and labels in two IDX files; their bytes are fetched by the caller, Core opens no files.</summary>
/// <param name="Images">As written in the experiment, relative to the experiment file.</param>
/// <param name="Labels">The same for the labels.</param>
/// <param name="N">Only so many, from the first; null = all.</param>
/// <param name="Classes">Labels are 0 … classes − 1.</param>
public sealed record IdxSettings(string Images, string Labels, int? N = null, int Classes = 10) : DataSourceSettings;

/// <summary>The four files of MNIST in a folder.</summary>
/// <param name="Path">The folder; null = given on the command line.</param>
/// <param name="IsTest">The 10,000 test images instead of the 60,000 for training.</param>
/// <param name="N">Only so many, from the first; null = all.</param>
public sealed record MnistSettings(string? Path = null, bool IsTest = false, int? N = null) : DataSourceSettings;
