namespace Core;

/// <summary>What a calculation file may be.</summary>
public static class CalcSpec
{
    private static readonly CalcKind[] Kinds =
    [
        ActivationItem.Kind, LossItem.Kind, ScheduleItem.Kind, InitialiserItem.Kind, OptimizerItem.Kind, RegularizersItem.Kind, ClippingItem.Kind,
        DropoutItem.Kind, MetricsItem.Kind, EarlyStoppingItem.Kind, SplitItem.Kind, StandardiseItem.Kind,
    ];

    private static readonly Spec PrecisionSpec = Spec.Choice("single", "double");

    internal static Field Seed => Field.Optional("seed", Spec.Integer(0, (1L << 53) - 1), "Own seed; otherwise the file's.");

    internal static TaggedSpec Item { get; } = Kinds.Aggregate(
        new TaggedSpec("item", "One rule with its numbers. The rule stands in the field of the same name and is written as in an experiment file.", null,
            Field.Required("id", Spec.Text("an id of at most 60 letters, digits, '_', '-' and '.'", pattern: @"[\p{L}\p{N}_.\-]{1,60}"), "Begins the names of its records; each id once."),
            Field.Optional("precision", PrecisionSpec, "Arithmetic of this item; otherwise the file's.")),
        (spec, kind) => spec.Case(kind.Name, kind.Doc, kind.Fields));

    /// <summary>The whole file; its list of items may also stand alone.</summary>
    public static ObjectSpec Root { get; } = Spec.Object("calculation", "Rules outside a run, on given numbers.",
        Field.Optional("precision", PrecisionSpec, "Arithmetic: float32 as in a run, or float64. Metrics, splits and standardisation are always float64, as in a run.", "\"single\""),
        Field.Optional("seed", Spec.Integer(0, (1L << 53) - 1), "For items that draw random numbers and state none.", "1"),
        Field.Required("items", Items, "Computed in this order."));

    internal static Spec File { get; } = Spec.Either(Root, Items);

    private static Spec Items => Spec.List(Item, "items", 1, 10_000);

    /// <summary>An item, or null with its problems reported; one whose fields the specification refuses (already reported) is not looked at further.</summary>
    internal static CalcItem? Bind(JsonValue value, FieldReader? file, Precision? precision, Problems problems)
    {
        var probe = new Problems(1);
        Item.Check(value, probe);
        if (!probe.None || Item.Read(value) is not var (type, fields)) return null;
        var kind = Kinds.Single(kind => kind.Name == type);
        var stated = fields.TextOrNull("precision") ?? file?.Text("precision") ?? "single";
        return kind.Bind(new(fields, file?.LongOrNull("seed") ?? 1, problems)) is { } calculation
            ? new(fields.Text("id"), kind, precision ?? Words.Of<Precision>(stated), calculation)
            : null;
    }
}
