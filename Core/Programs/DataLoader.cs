using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Core;

/// <summary>Makes the samples of an experiment: source, split, encoding, standardisation fitted on the training rows.</summary>
/// <param name="openText">Opens the text of a data file by its path as written in the experiment.</param>
/// <param name="openBytes">Opens the bytes of the first of some paths that exists; fails, naming the first, if none does.</param>
public sealed class DataLoader(Func<string, TextReader> openText, Func<IReadOnlyList<string>, Stream>? openBytes = null)
{
    // Variants of a lesson look at the same pictures: each is drawn once, as long as anybody holds them.
    private readonly ConcurrentDictionary<(ulong Seed, DigitsSettings Settings), WeakReference<DataSet>> drawn = [];

    /// <summary>A loader for experiments that state or generate their data.</summary>
    public static DataLoader WithoutFiles { get; } =
        new(path => throw NoFiles(path));

    private static RunException NoFiles(string path) => new($"data file {path}: no files can be read here. State the rows in the experiment, or run it from a file.");

    /// <summary>The samples of <paramref name="experiment"/>.</summary>
    /// <exception cref="BadDataException">The data cannot be used, with every reason found.</exception>
    public RunData Load(Experiment experiment)
    {
        var settings = experiment.Data;
        var source = Make(settings.Source, experiment);
        var split = settings.Split is { } wanted ? SplitOf(wanted, source, experiment.Seed) : Split.None(source.Rows);
        var fill = MissingInputs.Means(source, split.Train);
        source = MissingInputs.Fill(source, fill);
        var train = source.Take([.. split.Train]);
        var validation = settings.Validation is { } v ? Like(source, Make(v, experiment), fill, AreTables(settings.Source, v)) : split.Validation.IsEmpty ? null : source.Take([.. split.Validation]);
        var test = settings.Test is { } t ? Like(source, Make(t, experiment), fill, AreTables(settings.Source, t)) : split.Test.IsEmpty ? null : source.Take([.. split.Test]);
        var inputs = settings.Standardise ? Standardisation.Fit(train, [.. Enumerable.Range(0, train.Rows)]) : null;
        var targets = settings.StandardiseTargets ? TargetScale.Fit(train) : null;
        return new RunData(Finish(train)!, Finish(validation), Finish(test)) { InputScale = inputs, TargetScale = targets, Gaps = [.. fill ?? []] };

        DataSet? Finish(DataSet? data) => data is null ? null : TargetEncoder.Encode(targets.ApplyTo(inputs is null ? data : inputs.Apply(data)), experiment);
    }

    private static bool AreTables(DataSourceSettings source, DataSourceSettings other) => source is CsvSettings && other is CsvSettings;

    // Inputs of two tables must be the same ones: other categories would stand in other places.
    private static DataSet Like(DataSet source, DataSet other, double[]? fill, bool areTables)
    {
        if (areTables && !source.FeatureNames.IsEmpty && !other.FeatureNames.IsEmpty && !source.FeatureNames.SequenceEqual(other.FeatureNames))
            throw new RunException($"validation or test samples: given the inputs {Shown.Names(other.FeatureNames)}; expected {Shown.Names(source.FeatureNames)}, as in the training. "
                + "Put all rows into one table and use \"split\".");
        return MissingInputs.Fill(other, fill);
    }

    private static Split SplitOf(SplitSettings settings, DataSet data, ulong seed)
    {
        switch (settings)
        {
            case GivenSplitSettings given:
                var taken = given.Validation.Concat(given.Test).ToHashSet();
                return Split.Given(data.Rows, [.. Enumerable.Range(0, data.Rows).Where(row => !taken.Contains(row))], [.. given.Validation], [.. given.Test]);
            case FractionSplitSettings f:
                return Cut(f.Stratified, f.Shuffle, SplitSizes.Fractions(1 - f.Validation - f.Test, f.Validation, f.Test));
            case CountSplitSettings c:
                return Cut(c.Stratified, c.Shuffle, SplitSizes.Counts(data.Rows - c.Validation - c.Test, c.Validation, c.Test));
            default:
                throw new ArgumentOutOfRangeException(nameof(settings), settings, "No such split.");
        }

        Split Cut(bool stratified, bool shuffle, SplitSizes sizes)
        {
            if (stratified) return Split.Stratified(Enumerable.Range(0, data.Rows).Select(data.Targets.ClassOf).ToArray(), sizes, seed);
            if (shuffle) return Split.Random(data.Rows, sizes, seed);
            var counts = sizes.Rows(data.Rows);
            int[] rows = [.. Enumerable.Range(0, data.Rows)];
            return new Split([.. rows[..counts[0]]], [.. rows[counts[0]..(counts[0] + counts[1])]], [.. rows[(counts[0] + counts[1])..]]);
        }
    }

    private DataSet Make(DataSourceSettings settings, Experiment experiment)
    {
        var data = settings switch
        {
            GivenSettings given => Given(given, experiment.Loss.Kind),
            CsvSettings csv => Csv(csv),
            IdxSettings idx => IdxReader.Read(path => Open([path]), idx.Images, idx.Labels, idx.Classes, idx.N),
            MnistSettings mnist => Mnist(mnist),
            DigitsSettings digits => Digits(digits with { Seed = null, InputNames = null, ClassNames = null }, digits.Seed ?? experiment.Seed),
            TextSettings text => TextWindows.Of(text),
            GeneratedSettings generated => Generators.For(generated).Make(generated.Seed ?? experiment.Seed, generated.N),
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings, "No such data source."),
        };
        return data.With(data.Targets, Names(settings.InputNames, data.FeatureNames), Names(settings.ClassNames, data.ClassNames));
    }

    private static ImmutableArray<string> Names(IReadOnlyList<string>? stated, ImmutableArray<string> own) => stated is null ? own : [.. stated];

    private static DataSet Given(GivenSettings given, LossKind loss)
    {
        ImmutableArray<int> shape = given.Inputs.Shape.Count == 1 ? [1] : [.. given.Inputs.Shape.Skip(1)];
        var targets = given.Labels is { } labels
            ? Targets.Classes([.. labels], given.Classes ?? given.ClassNames?.Count ?? labels.Max() + 1)
            : Stated(given.Targets!.ToArray<double>(), given.Targets!.Width);
        return DataSet.Create(given.Inputs.ToArray<double>(), shape, targets);

        Targets Stated(double[] values, int width) => Targets.Of(StatedTargets.KindOf(values, width, loss), values, width);
    }

    private Stream Open(IReadOnlyList<string> paths) => openBytes?.Invoke(paths) ?? throw NoFiles(paths[0]);

    private DataSet Digits(DigitsSettings settings, ulong seed)
    {
        if (drawn.TryGetValue((seed, settings), out var known) && known.TryGetTarget(out var same)) return same;
        var made = Generators.For(settings).Make(seed, settings.N);
        drawn[(seed, settings)] = new(made);
        return made;
    }

    private DataSet Mnist(MnistSettings mnist)
    {
        if (mnist.Path is not { } folder)
            throw new RunException("data of type mnist: no folder is stated; expected the folder with its four IDX files. Give --data DIR, or \"path\" in the experiment.");
        var files = new[] { false, true }.Select(isLabels => MnistFiles.Names(mnist.IsTest, isLabels)).ToArray();
        return IdxReader.Read(file => Open([.. files.Single(names => names[0] == file).Select(name => $"{folder}/{name}")]), files[0][0], files[1][0], 10, mnist.N);
    }

    private DataSet Csv(CsvSettings csv)
    {
        using var text = openText(csv.Path);
        return CsvReader.Read(text, new CsvOptions
        {
            Targets = [.. csv.Target],
            Features = csv.Inputs is null ? [] : [.. csv.Inputs],
            TargetKind = csv.TargetKind == CsvTargetKind.Classes ? TargetKind.Classes : TargetKind.Numbers,
            Categories = [.. csv.Categories ?? []],
            Missing = csv.Missing,
            ClassOrder = CsvClassOrder.Appearance,
            ClassNames = csv.ClassOrder is null ? [] : [.. csv.ClassOrder],
            HasHeader = csv.Header,
            Separator = csv.Delimiter,
            Every = csv.Every,
        });
    }
}
