namespace Core;

/// <summary>The data of an experiment: where samples come from and what is done to them before training.</summary>
/// <param name="Source">All samples, or the training samples when validation or test samples are stated.</param>
public sealed record DataSettings(DataSourceSettings Source)
{
    /// <summary>How class numbers become targets.</summary>
    public TargetEncoding Encoding { get; init; } = TargetEncoding.Labels;

    /// <summary>Cuts validation and test samples out of the source; null = all samples train.</summary>
    public SplitSettings? Split { get; init; }

    /// <summary>Validation samples stated explicitly; null = those of the split, if any.</summary>
    public DataSourceSettings? Validation { get; init; }

    /// <summary>Test samples stated explicitly; null = those of the split, if any.</summary>
    public DataSourceSettings? Test { get; init; }

    /// <summary>x ← (x − mean)/std per input, mean and population std of the training rows only (std 0 counts as 1).</summary>
    public bool Standardise { get; init; }

    /// <summary>The same for numeric targets.</summary>
    public bool StandardiseTargets { get; init; }

    /// <summary>Random changes of the training inputs, drawn anew in each update; null = none.</summary>
    public AugmentationSettings? Augmentation { get; init; }
}

/// <summary>How class numbers 0 … C−1 become the targets of the loss.</summary>
public enum TargetEncoding
{
    /// <summary>
    /// As the loss wants them: the class number itself for softmax_ce and cross_entropy; 0/1 for one output and two classes;
    /// a one-hot row for as many outputs as classes.
    /// </summary>
    Labels,

    /// <summary>Two classes and one output: class 0 → −1, class 1 → +1 (for tanh outputs).</summary>
    PlusMinusOne,

    /// <summary>A row of C numbers, 1 at the class and 0 elsewhere.</summary>
    OneHot,
}

/// <summary>Random changes of the training inputs.</summary>
/// <param name="Jitter">Standard deviation of normal noise added to every input; 0 = none.</param>
/// <param name="Shift">
/// Images of shape [rows, columns] (rank 2 inputs, or the last two indices) are moved by −Shift … Shift whole pixels both ways; freed pixels are 0.
/// </param>
public sealed record AugmentationSettings(double Jitter = 0, int Shift = 0);

/// <summary>How samples are divided into training, validation and test sets; what is in neither of the last two trains.</summary>
public abstract record SplitSettings;

/// <summary>By share of all samples, rounded by largest remainders (training, validation, test among equal ones).</summary>
/// <param name="Validation">Share 0 … 1 of the samples.</param>
/// <param name="Test">Share 0 … 1 of the samples.</param>
/// <param name="Stratified">Take the same share of each class.</param>
/// <param name="Shuffle">Draw the samples; otherwise the last ones are taken, validation before test.</param>
public sealed record FractionSplitSettings(double Validation = 0, double Test = 0, bool Stratified = false, bool Shuffle = true) : SplitSettings;

/// <summary>By number of samples.</summary>
/// <param name="Validation">Samples for validation.</param>
/// <param name="Test">Samples for the test.</param>
/// <param name="Stratified">Keep the classes' shares where they can be had.</param>
/// <param name="Shuffle">Draw the samples; otherwise the last ones are taken, validation before test.</param>
public sealed record CountSplitSettings(int Validation = 0, int Test = 0, bool Stratified = false, bool Shuffle = true) : SplitSettings;

/// <summary>By listing samples (numbered from 0 in the source).</summary>
/// <param name="Validation">Samples for validation.</param>
/// <param name="Test">Samples for the test.</param>
public sealed record GivenSplitSettings(IReadOnlyList<int> Validation, IReadOnlyList<int> Test) : SplitSettings;
