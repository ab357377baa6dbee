namespace Bench;

/// <summary>A part of the table, measured alone when it is named.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Group">A name for several parts.</param>
/// <param name="Title">Above its rows.</param>
/// <param name="Run">Measures and adds its rows.</param>
internal sealed record Part(string Name, string Group, string Title, Action<Table, Settings> Run)
{
    // Measured only when it is named.
    private const string Detail = "detail";

    private static readonly string Built = Path.Combine(AppContext.BaseDirectory, "sim.dll");

    /// <summary>All parts in the order of the table.</summary>
    public static Part[] All { get; } =
    [
        new("machine", "kernels", "The machine", (table, _) => MachineRows.Run(table)),
        new("products", "kernels", "Matrix products, batch × in × out", (table, _) => ProductRows.Run(table)),
        new("elementwise", "kernels", "Elementwise functions", (table, _) => ElementwiseRows.Run(table)),
        new("random", "kernels", "Random numbers", (table, _) => RandomRows.Run(table)),
        .. new[] { "W1", "W2", "W3", "W4", "W5", "W6", "digits" }.Select((name, k) =>
            new Part(name, "workloads", k == 0 ? "Workloads" : "", (table, settings) => WorkloadRows.Run(table, name, settings.Threads))),
        new("growth", "workloads", "How an update grows", (table, _) => GrowthRows.Run(table)),
        new("update", Detail, "An update's operations", (table, settings) => UpdateRows.Run(table, settings.Threads)),
        new("seek", "time travel", "Time travel", Seek),
        new("frame", "screen", "The screen", (table, _) => FrameTimes.Run(table)),
        new("script", "screen", "", (table, _) => ScriptTimes.Run(table)),
        new("start", "screen", "", (table, settings) => EachBuild(settings, (sim, build, aim) => StartTimes.Run(table, build, sim, aim))),
        new("key", "screen", "", (table, settings) => EachBuild(settings with { Published = null }, (sim, _, _) => KeyTimes.Run(table, sim))),
        new("memory", "screen", "", (table, settings) => EachBuild(settings, (sim, build, _) => LessonMemory.Run(table, sim, build))),
    ];

    /// <summary>Names of parts and groups.</summary>
    public static IEnumerable<string> Names => All.Select(part => part.Name).Concat(All.Select(part => part.Group)).Distinct();

    /// <summary>Whether a part or group has this name.</summary>
    public static bool Knows(string name) => Names.Contains(name);

    /// <summary>The parts asked for.</summary>
    public static IEnumerable<Part> Chosen(IReadOnlyList<string> names) => All.Where(part => names.Count == 0 ? part.Group != Detail : names.Contains(part.Name) || names.Contains(part.Group));

    private static void Seek(Table table, Settings settings)
    {
        if (settings.Parts is ["seek"]) SeekTimes.Run(table);
        else ChildRows.Run(table, "seek");
    }

    // What drives the program through a terminal is Linux's.
    private static void EachBuild(Settings settings, Action<string, string, double> measure)
    {
        if (!OperatingSystem.IsLinux()) return;
        measure(Built, "built", 150);
        if (settings.Published is { } folder) measure(Path.GetFullPath(Path.Combine(folder, "sim")), "published", 80);
    }
}
