using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Core;

/// <summary>Experiments for a table.</summary>
public static class CsvExperiment
{
    private const int Batch = 16, Updates = 1000, MostEpochs = 200;

    // What belongs to the data a network was made for.
    private static readonly string[] OfOldData = ["edits", "workers", "earlyStopping", "evaluation"], OfOldLayers = ["initialWeights", "initialBias", "masks"];

    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The experiment as JSON text, indented.</summary>
    public static string Text(JsonObject experiment) => experiment.ToJsonString(Pretty);

    /// <summary>A starting experiment: one hidden layer of tanh units, Adam, batches of 16, about a thousand updates.</summary>
    public static JsonObject New(CsvPlan plan)
    {
        var perEpoch = Math.Max(1, (plan.Rows - plan.TestRows + Batch - 1) / Batch);
        return new()
        {
            ["data"] = Data(plan),
            ["layers"] = new JsonArray(new JsonObject { ["units"] = (int)Math.Clamp(plan.Width, 4, 16), ["activation"] = "tanh" }, Output(plan)),
            ["loss"] = Loss(plan),
            ["optimizer"] = new JsonObject { ["type"] = "adam", ["learningRate"] = 0.01 },
            ["batches"] = new JsonObject { ["type"] = "mini", ["size"] = Math.Clamp(plan.Rows - plan.TestRows, 1, Batch), ["shuffle"] = true },
            ["length"] = new JsonObject { ["epochs"] = Math.Clamp(Updates / perEpoch, 1, MostEpochs) },
        };
    }

    /// <summary>
    /// An experiment with its data replaced by the table: hidden layers, optimizer, schedule, batches of a size, seed and length stay; output layer and
    /// loss fit the table; what was stated for the old data (weights, given batches, masks, edits, evaluation) goes.
    /// </summary>
    public static JsonValue Adapt(JsonValue experiment, CsvPlan plan)
    {
        var tree = JsonNode.Parse(JsonWriter.Write(experiment))!.AsObject();
        tree["data"] = Data(plan);
        tree["loss"] = Loss(plan);
        foreach (var name in OfOldData) tree.Remove(name);
        if (IsGiven(tree["initialWeights"])) tree.Remove("initialWeights");
        var isGiven = IsGiven(tree["batches"]);
        if (isGiven) tree.Remove("batches");
        if (tree["batches"] is JsonObject batches && !plan.IsClasses) batches.Remove("stratified");
        if (tree["length"] is null) tree["length"] = New(plan)["length"]!.DeepClone();
        var old = tree["layers"]!.AsArray();
        var layers = new JsonArray();
        foreach (var layer in old.Take(old.Count - 1))
            if (layer is not null && TypeOf(layer) != "flatten") layers.Add(Hidden(layer));
        layers.Add(Output(plan));
        tree["layers"] = layers;
        return Tree(tree);
    }

    /// <summary>The tree of an experiment.</summary>
    public static JsonValue Tree(JsonObject experiment) => JsonValue.Parse(Encoding.UTF8.GetBytes(Text(experiment)), [])!;

    private static JsonObject Data(CsvPlan plan)
    {
        var data = new JsonObject
        {
            ["type"] = "csv",
            ["path"] = plan.Request.Path,
            ["target"] = plan.Target,
            ["inputs"] = Names(plan.Inputs.Select(column => column.Name)),
            ["targetKind"] = plan.IsClasses ? "classes" : "numbers",
        };
        if (plan.Request.Delimiter != ',') data["delimiter"] = plan.Request.Delimiter.ToString();
        if (plan.IsClasses) data["classOrder"] = Names(plan.Classes);
        if (plan.Request.Categories.Any(name => plan.Inputs.Any(column => column.Name == name))) data["categories"] = Names(plan.Request.Categories);
        if (plan.Request.Missing != CsvMissing.Refuse) data["missing"] = plan.Request.Missing == CsvMissing.Drop ? "drop" : "mean";
        if (plan.Request.Every > 1) data["every"] = plan.Request.Every;
        data["standardise"] = true;
        if (!plan.IsClasses) data["standardiseTargets"] = true;
        if (plan.TestRows > 0) data["split"] = new JsonObject { ["type"] = "fraction", ["test"] = plan.Request.TestShare, ["stratified"] = plan.IsClasses };
        return data;
    }

    private static JsonObject Output(CsvPlan plan) => plan.IsClasses
        ? new() { ["units"] = plan.Outputs, ["activation"] = plan.Outputs == 1 ? "sigmoid" : "softmax" }
        : new() { ["units"] = 1 };

    private static string Loss(CsvPlan plan) => !plan.IsClasses ? "mse" : plan.Outputs == 1 ? "sigmoid_bce" : "softmax_ce";

    private static JsonNode Hidden(JsonNode layer)
    {
        var copy = layer.DeepClone();
        foreach (var name in OfOldLayers) (copy as JsonObject)?.Remove(name);
        return copy;
    }

    private static bool IsGiven(JsonNode? value) => value is JsonArray || (value is JsonObject && TypeOf(value) == "given");

    private static string? TypeOf(JsonNode value) => value is JsonObject own ? (string?)own["type"] : value.GetValueKind() == JsonValueKind.String ? (string?)value : null;

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => (JsonNode)name)];
}
