namespace Lessons;

/// <summary>Functions that ask the run itself: other moments, other variants, whole histories, units of a layer.</summary>
internal static class RunWords
{
    private static readonly Dictionary<string, (string Usage, int Arity)> All = new()
    {
        ["prev"] = ("prev(x)", 1),
        ["at"] = ("at(x, update)", 2),
        ["variant"] = ("variant(name, x)", 2),
        ["history"] = ("history(x)", 1),
        ["min_so_far"] = ("min_so_far(x)", 1),
        ["dead"] = ("dead(layer1)", 1),
        ["saturated"] = ("saturated(layer1)", 1),
    };

    // As other languages call them.
    private static readonly Dictionary<string, string> Foreign = new()
    {
        ["log"] = "ln (natural), log10 or log2",
        ["avg"] = "mean",
        ["average"] = "mean",
        ["len"] = "size",
        ["length"] = "size",
        ["stdev"] = "std",
        ["where"] = "if(x > 0, a, b), or pick(x, x > 0)",
        ["arange"] = "iota(n)",
        ["ones"] = "zeros(n) + 1",
    };

    public static IEnumerable<string> Names => All.Keys;

    public static string? UsageOf(string name) => All.TryGetValue(name, out var word) ? word.Usage : null;

    /// <summary>What a function of other languages is called here; null: not known.</summary>
    public static string? Known(string name) => Foreign.TryGetValue(name, out var known) ? $"; write {known}" : null;

    public static int Arity(string name) => All[name].Arity;
}
