namespace Core;

/// <summary>What all metrics ask of their arguments.</summary>
internal static class MetricCheck
{
    internal static void SameRows(int truth, int predicted)
    {
        if (truth == 0) throw Bad("targets", "no rows", "at least one", "give rows to judge");
        if (truth != predicted) throw Bad("predictions", $"{predicted} rows", $"{truth}, one per target",
            "give every target one prediction");
    }

    internal static void SameShape(int targets, int predictions, int width)
    {
        if (width < 1) throw Bad("width", $"{width}", "at least 1", "state how many outputs there are");
        if (targets == 0) throw Bad("targets", "no rows", "at least one", "give rows to judge");
        if (targets % width != 0) throw Bad("targets", $"{targets} values", $"a multiple of {width}", "complete the last row");
        if (targets != predictions) throw Bad("predictions", $"{predictions} values", $"{targets}, as many as targets",
            "give every target one prediction");
    }

    internal static void ZeroOne(ReadOnlySpan<int> labels)
    {
        for (var i = 0; i < labels.Length; i++)
            if (labels[i] is not (0 or 1)) throw Bad($"label of row {i}", $"{labels[i]}", "0 or 1",
                "number the negative class 0 and the positive class 1");
    }

    internal static BadDataException Bad(string place, string given, string expected, string remedy) =>
        new([new(place, given, expected, remedy)]);
}
