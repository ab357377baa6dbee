namespace Core;

/// <summary>Tree to batches, length, stopping and evaluation.</summary>
internal static class RunBinder
{
    internal static BatchSettings Batches(JsonValue value)
    {
        if (ExperimentSpec.Batches.Read(value) is not var (type, fields)) return new MiniBatchSettings();
        if (type == "mini") return new MiniBatchSettings(fields.Integer("size"), fields.Boolean("shuffle"), fields.Boolean("stratified"));
        if (type == "full" || fields["updates"] is not { } updates) return new MiniBatchSettings();
        var batches = new List<GivenBatch>();
        foreach (var item in updates.Items)
        {
            var stated = item.Kind == JsonKind.Object ? ExperimentSpec.GivenBatch.Read(item) : null;
            int epoch = stated?.IntegerOrNull("epoch") ?? (batches.Count == 0 ? 1 : batches[^1].Epoch);
            batches.Add(new(Numbers.Whole(stated is null ? item : stated["samples"]) ?? [], epoch));
        }
        return new GivenBatchSettings(batches);
    }

    internal static WorkerSettings? Workers(JsonValue? value) => value is null || ExperimentSpec.Workers.Read(value) is not var (type, fields) ? null
        : new(fields.Integer("count"), Words.Of<WorkerCombination>(type));

    internal static LengthSettings Length(JsonValue? value, BatchSettings batches)
    {
        var fields = value is null ? null : ExperimentSpec.Length.Read(value);
        var (updates, epochs) = (fields?.LongOrNull("updates"), fields?.LongOrNull("epochs"));
        return new(updates is null && epochs is null && batches is GivenBatchSettings given ? given.Updates.Count : updates, epochs);
    }

    internal static EarlyStoppingSettings? EarlyStopping(JsonValue? value)
    {
        if (value is null) return null;
        var fields = ExperimentSpec.EarlyStopping.Read(value);
        return new(fields.Text("monitor"), fields.Integer("patience"), fields.Number("minDelta"), fields.Boolean("restoreBest"), Words.Of<MonitorMode>(fields.Text("mode")));
    }

    internal static StoppingRuleSettings? Stop(JsonValue value) => ExperimentSpec.Stop.Read(value) is not var (type, fields) ? null
        : new(Words.Of<StoppingRuleKind>(type), fields.Number("below"), fields.Integer("updates"));

    internal static EvaluationSettings Evaluation(JsonValue value)
    {
        var fields = ExperimentSpec.Evaluation.Read(value);
        return new()
        {
            Sets = fields.Texts("sets"),
            Metrics = fields.Texts("metrics"),
            Threshold = fields.Number("threshold"),
            Every = fields.Integer("every"),
            Dropout = fields.Boolean("dropout"),
        };
    }
}
