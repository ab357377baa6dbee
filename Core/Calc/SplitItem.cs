using System.Numerics;

namespace Core;

/// <summary>Which rows a split takes for training, validation and test.</summary>
internal sealed class SplitItem(Split split) : ICalculation
{
    public static CalcKind Kind { get; } = new(
        "split",
        Phase.Batch,
        "Which rows a split of a run with this seed takes. Records, row numbers from 0: `train`, `validation`, `test`.",
        [
            Field.Required("split", DataSpec.Split, "The rule."),
            Field.Optional("n", Spec.Integer(1, CalcContext.MostValues), "Number of rows."),
            Field.Optional("labels", Spec.List(Spec.Integer(0, 999_999), "class numbers", 1), "Class number of each row, instead of n; a stratified split needs them."),
            CalcSpec.Seed,
        ],
        Bind);

    private static ICalculation? Bind(CalcContext context)
    {
        if (context.OneOf("n", "labels", "state \"n\", or \"labels\" with one class number for each row") is not { } field) return null;
        int before = context.Problems.Count + context.Problems.Left;
        var labels = Numbers.Whole(context.Fields["labels"]);
        int rows = field == "n" ? context.Fields.Integer("n") : labels!.Length;
        // The rows' only input is their number: what the loader of runs puts into a set says which rows it took.
        var source = new GivenSettings(
            GivenValues.List([.. Enumerable.Range(0, rows).Select(row => (double)row)]), labels is null ? GivenValues.List(new double[rows]) : null, labels);
        var settings = DataBinder.Split(context.Fields["split"])!;
        if (labels is null && settings is FractionSplitSettings { Stratified: true } or CountSplitSettings { Stratified: true })
            context.Problem("split", "a stratified split of rows without classes", "\"labels\": the class number of each row", "replace n by labels");
        var experiment = new Experiment { Data = new(source) { Split = settings }, Layers = [new DenseSettings(1)], Seed = context.Seed };
        new DataCheck(experiment, context.Fields.Value, context.Problems).All();
        if (context.Problems.Count + context.Problems.Left > before) return null;
        return context.Try("split", () => DataLoader.WithoutFiles.Load(experiment)) is { } data
            ? new SplitItem(new Split(RowsOf(data.Train), RowsOf(data.Validation), RowsOf(data.Test)))
            : null;
    }

    private static System.Collections.Immutable.ImmutableArray<int> RowsOf(DataSet? set) => set is null ? [] : [.. set.Inputs.Select(row => (int)row)];

    public IEnumerable<CalcValue> Run<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (var (name, rows) in new[] { ("train", split.Train), ("validation", split.Validation), ("test", split.Test) })
            yield return CalcValue.Double(name, [rows.Length], [.. rows.Select(row => (double)row)]);
    }
}
