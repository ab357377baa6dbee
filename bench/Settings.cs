namespace Bench;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Parts">Names of parts or groups; none: all.</param>
/// <param name="Threads">Threads of the rows that use several.</param>
/// <param name="Published">A folder with a published build to be started as well, or nothing.</param>
/// <param name="Format">How the table is written.</param>
/// <param name="Into">A Markdown page that takes the table too, or nothing.</param>
internal sealed record Settings(IReadOnlyList<string> Parts, int Threads, string? Published, TableFormat Format, string? Into = null)
{
    private const int MostThreads = 256;

    public const string Usage = "usage: dotnet run --project bench -c Release [-- [NAME…] [--threads N] [--published FOLDER] [--markdown|--json] [--into PAGE.md]]";

    /// <summary>Reads the arguments; an error is told instead.</summary>
    public static (Settings? Settings, string? Error) Read(string[] args)
    {
        var settings = new Settings([], Math.Min(2, Environment.ProcessorCount), null, TableFormat.Text);
        var names = new List<string>();
        for (int k = 0; k < args.Length; k++)
        {
            string? value = args.ElementAtOrDefault(k + 1);
            switch (args[k])
            {
                case "--markdown": settings = settings with { Format = TableFormat.Markdown }; break;
                case "--json": settings = settings with { Format = TableFormat.Json }; break;
                case "--threads":
                    if (!int.TryParse(value, out int threads) || threads is < 1 or > MostThreads) return (null, $"--threads: given {value}; expected 1 to {MostThreads}");
                    (settings, k) = (settings with { Threads = threads }, k + 1);
                    break;
                case "--published":
                    (settings, k) = (settings with { Published = value ?? "" }, k + 1);
                    break;
                case "--into":
                    if (!Page.HasPlace(value ?? "")) return (null, $"--into: given {value}; expected a page with the lines {Page.Begin} and {Page.End}");
                    (settings, k) = (settings with { Into = value }, k + 1);
                    break;
                default: names.Add(args[k]); break;
            }
        }

        // "screen FOLDER" and "kernels PART" of old.
        if (names is ["screen", var folder] && !Part.Knows(folder)) (settings, names) = (settings with { Published = folder }, ["screen"]);
        if (names is ["kernels", var kernel]) names = [kernel];
        settings = settings with { Parts = names };
        if (names.FirstOrDefault(name => !Part.Knows(name)) is { } unknown) return (null, $"{unknown}: expected one of {string.Join(", ", Part.Names)}");
        return settings.Published is { } path && !File.Exists(Path.Combine(path, "sim"))
            ? (null, $"{path} holds no sim; expected the folder of dotnet publish Sim -p:PublishProfile=native -o FOLDER")
            : (settings, null);
    }
}
