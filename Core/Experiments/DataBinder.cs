namespace Core;

/// <summary>Tree to <see cref="DataSettings"/>, with the checks that need no other part of the experiment.</summary>
internal sealed class DataBinder(Problems problems)
{
    internal DataSettings? Data(JsonValue value)
    {
        if (Source(value, DataSpec.Root) is not { } source) return null;
        var fields = DataSpec.Root.Read(value)!.Value.Fields;
        return new(source)
        {
            Encoding = Words.Of<TargetEncoding>(fields.Text("encoding")),
            Split = Split(fields["split"]),
            Validation = fields["validation"] is { } validation ? Source(validation, DataSpec.Source, DigitsSettings.ValidationFirst, source as TextSettings) : null,
            Test = fields["test"] is { } test ? Source(test, DataSpec.Source, DigitsSettings.TestFirst, source as TextSettings) : fields["split"] is null ? OwnTest(source) : null,
            Standardise = fields.Boolean("standardise"),
            StandardiseTargets = fields.Boolean("standardiseTargets"),
            Augmentation = fields["augmentation"] is { } augmentation ? Augmentation(DataSpec.Augmentation.Read(augmentation)) : null,
        };
    }

    private static AugmentationSettings Augmentation(FieldReader fields) => new(fields.Number("jitter"), fields.Integer("shift"));

    // Sources that come with test samples of their own.
    private static DataSourceSettings? OwnTest(DataSourceSettings source) => source switch
    {
        DigitsSettings digits => digits.Test,
        MnistSettings { IsTest: false } mnist => mnist with { IsTest = true, N = null },
        _ => null,
    };

    /// <summary>MNIST comes without samples for validation: where those are looked at and none are stated, a thirtieth of its 60,000 images.</summary>
    internal static DataSettings OwnValidation(DataSettings data) =>
        data is { Source: MnistSettings, Split: null, Validation: null } ? data with { Split = new FractionSplitSettings(Validation: 1.0 / 30) } : data;

    private DataSourceSettings? Source(JsonValue value, TaggedSpec spec, long first = 0, TextSettings? training = null)
    {
        if (spec.Read(value) is not var (type, fields)) return null;
        DataSourceSettings? source = type switch
        {
            "given" => Given(fields),
            "csv" => Csv(fields),
            "idx" => new IdxSettings(fields.Text("images"), fields.Text("labels"), fields.IntegerOrNull("n"), fields.Integer("classes")),
            "mnist" => new MnistSettings(fields["path"]?.Text, fields.Text("set") == "test", fields.IntegerOrNull("n")),
            "digits" => Digits(fields, first),
            "text" => TextBinder.Source(fields, training, problems),
            _ => GeneratedBinder.Source(type, fields, problems),
        };
        Unique(fields, "inputNames");
        Unique(fields, "classNames");
        return source is null ? null : source with { InputNames = fields.Texts("inputNames"), ClassNames = fields.Texts("classNames") };
    }

    private static DigitsSettings Digits(FieldReader fields, long first) =>
        new(fields.Integer("n"), fields.LongOrNull("first") ?? first, fields.Number("variation"), fields.Number("noise")) { Seed = (ulong?)fields.LongOrNull("seed") };

    private void Unique(FieldReader fields, string list)
    {
        var seen = new HashSet<string>();
        foreach (var name in fields[list]?.Items ?? [])
            if (name.Kind == JsonKind.String && !seen.Add(name.Text)) problems.Add(name, $"{name.Shown} a second time", "different names");
    }

    private GivenSettings? Given(FieldReader fields)
    {
        var inputs = Numbers.Read(fields["inputs"], 1, 6);
        if (inputs is null) return null;
        var targets = Numbers.Read(fields["targets"], 1, 2);
        var labels = Numbers.Whole(fields["labels"]);
        if (targets is null == labels is null)
            problems.Add(fields.Value, targets is null ? "inputs with neither targets nor labels" : "both targets and labels", "one of the two",
                "state \"targets\" for numbers and rows, \"labels\" for class numbers");
        Samples(fields, "targets", targets?.Count, inputs.Count);
        Samples(fields, "labels", labels?.Length, inputs.Count);
        var names = fields.Texts("sampleNames");
        Samples(fields, "sampleNames", names?.Count, inputs.Count);
        if (fields.Texts("inputNames") is { } inputNames && inputNames.Count != inputs.Width)
            problems.Add(fields["inputNames"]!, $"{inputNames.Count} names", $"{inputs.Width}, one for each input", "give one name each or none at all");
        var classes = fields.IntegerOrNull("classes");
        if (fields.Texts("classNames")?.Count is { } count && classes is not null && classes != count)
            problems.Add(fields["classes"]!, $"{classes} classes", $"{count}, as many as classNames", "leave \"classes\" out");
        return new(inputs, targets, labels, classes) { SampleNames = names };
    }

    private void Samples(FieldReader fields, string name, int? count, int samples)
    {
        if (count is not null && count != samples)
            problems.Add(fields[name]!, $"{count} {name} for {samples} inputs", $"{samples} {name}, one for each sample", "state as many of one as of the other");
    }

    private CsvSettings Csv(FieldReader fields) => new(
        fields.Text("path"), fields["target"] is { } target ? Columns(target)! : [], Columns(fields["inputs"]),
        Words.Of<CsvTargetKind>(fields.Text("targetKind")), fields.Boolean("header"),
        fields.Text("delimiter") is [var one, ..] ? one : ',', fields.Texts("classOrder"))
    {
        Categories = Columns(fields["categories"]),
        Missing = Words.Of<CsvMissing>(fields.Text("missing")),
        Every = fields.Integer("every"),
    };

    private static IReadOnlyList<string>? Columns(JsonValue? value) => value is null ? null
        : value.Kind == JsonKind.Array ? [.. value.Items.Select(Column)] : [Column(value)];

    private static string Column(JsonValue value) => value.Kind == JsonKind.Number ? value.Number.ToString("R") : value.Text;

    internal static SplitSettings? Split(JsonValue? value)
    {
        if (value is null || DataSpec.Split.Read(value) is not var (type, fields)) return null;
        if (type == "given") return new GivenSplitSettings(Numbers.Whole(fields["validation"]) ?? [], Numbers.Whole(fields["test"]) ?? []);
        var (stratified, shuffle) = (fields.Boolean("stratified"), fields.Boolean("shuffle"));
        return type == "count"
            ? new CountSplitSettings(fields.Integer("validation"), fields.Integer("test"), stratified, shuffle)
            : new FractionSplitSettings(fields.Number("validation"), fields.Number("test"), stratified, shuffle);
    }
}

/// <summary>Lists of numbers out of checked trees.</summary>
internal static class Numbers
{
    /// <summary>The numbers of a list of a rank in the range; null when absent or not such a list.</summary>
    internal static GivenValues? Read(JsonValue? value, int minRank, int maxRank) =>
        value is { Kind: JsonKind.Array } ? new NumbersSpec(minRank, maxRank, "").Read(value, []) : null;

    /// <summary>A list of whole numbers; null when absent or not such a list.</summary>
    internal static int[]? Whole(JsonValue? value) =>
        value?.Numbers is { } numbers && numbers.All(number => number == (int)number) ? Array.ConvertAll(numbers, number => (int)number) : null;
}

/// <summary>Words of the file and members of enumerations: <c>plus_minus_one</c> is <c>PlusMinusOne</c>.</summary>
internal static class Words
{
    internal static E Of<E>(string word) where E : struct, Enum => Enum.TryParse<E>(word.Replace("_", ""), ignoreCase: true, out var member) ? member : default;
}
