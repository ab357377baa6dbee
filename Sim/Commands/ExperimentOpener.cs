using System.Collections.Immutable;
using Core;
using Lessons;

namespace Sim;

/// <summary>Finds what a person named: a lesson by id or address, or a file that holds an experiment, a lesson or lessons.</summary>
internal sealed class ExperimentOpener(CommandHost host)
{
    private const string Expected = "a lesson id (sim list shows them), an address such as xor@3:layer1.z, or an experiment file";

    private ImmutableArray<CatalogueEntry>? lessons;

    /// <summary>The lessons that ship with the program.</summary>
    public ImmutableArray<CatalogueEntry> Lessons => lessons ??= Own();

    /// <summary>The experiment named by <paramref name="target"/>, changed by a variant and by <paramref name="sets"/>.</summary>
    /// <exception cref="RequestException">There is none, or it is wrong: every problem found.</exception>
    public OpenedExperiment Open(string target, string? variant = null, IReadOnlyList<string>? sets = null)
    {
        var address = Address.Parse(target);
        if (address.Ok && Lessons.FirstOrDefault(entry => entry.Id == address.Value.Lesson) is { } lesson)
            return Finish(lesson.Id, lesson, address.Value, variant, sets, null);
        if (host.Files.Exists(target)) return OpenFile(target, Whole, variant, sets);
        if (FilePart(target) is var (path, rest) && host.Files.Exists(path)) return OpenFile(path, RestOf(rest, target), variant, sets);
        throw Unknown(target, address);
    }

    /// <summary>An experiment of a tree, as <see cref="Open"/> reads it.</summary>
    public OpenedExperiment Finish(string name, CatalogueEntry entry, Address address, string? variant, IReadOnlyList<string>? sets, string? folder)
    {
        var problems = new Problems();
        var tree = entry.Experiment;
        if ((variant ?? address.Variant) is { } wanted) tree = Vary(entry, wanted, problems);
        var assignments = address.Settings.Select(setting => $"{setting.Key}={setting.Value}").Concat(sets ?? []);
        var read = ExperimentReader.Read(tree, assignments);
        foreach (var problem in read.Problems) problems.Add(problem);
        if (read.Experiment is null || !problems.None) throw Wrong(name, problems);
        return new(name, entry.Title, read.Experiment, LoaderFor(folder), address.At, folder is null);
    }

    /// <summary>The tree of a file.</summary>
    public JsonValue Tree(string path)
    {
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            throw new RequestException($"{path} is a table; expected an experiment or a lesson. To learn from it: sim run --csv {path}, or sim new --csv {path} for a lesson about it.");
        var problems = new Problems();
        var bytes = host.Files.Read(path, JsonLimits.Default.MaxBytes);
        return JsonValue.Parse(bytes, problems) ?? throw Wrong(path, problems);
    }

    /// <summary>What is wrong, one problem per line.</summary>
    public static RequestException Wrong(string name, Problems problems)
    {
        var count = problems.Count + problems.Left;
        return new($"{name}: {count} problem{(count == 1 ? "" : "s")}\n{OpenedExperiment.Indented(problems.ToString())}");
    }

    private static Address Whole { get; } = new("file", null, [], null);

    private OpenedExperiment OpenFile(string path, Address address, string? variant, IReadOnlyList<string>? sets)
    {
        var tree = Tree(path);
        var folder = Path.GetDirectoryName(path) ?? "";
        if (tree["lessons"] is null && tree["experiment"] is null)
        {
            var name = tree["name"]?.Text is { Length: > 0 } own ? own : Path.GetFileName(path);
            return Finish(path, new("file", new(name, name), new("", ""), tree, []), address, variant, sets, folder);
        }

        var problems = new Problems();
        ImmutableArray<CatalogueEntry> entries = tree["lessons"] is not null
            ? Catalogue.Read(tree, problems)
            : Catalogue.Entry(tree, problems) is { } only ? [only] : [];
        if (!problems.None) throw Wrong(path, problems);
        if (address.Lesson != Whole.Lesson && entries.FirstOrDefault(entry => entry.Id == address.Lesson) is { } chosen)
            return Finish(path, chosen, address, variant, sets, folder);
        if (entries.Length == 1 && address.Lesson == Whole.Lesson) return Finish(path, entries[0], address, variant, sets, folder);
        throw new RequestException(
            $"{path} holds {entries.Length} lessons; expected one of them: {string.Join(", ", entries.Select(entry => $"{path}/{entry.Id}"))}");
    }

    // FILE/ID, FILE?KEY=VALUE, FILE@POSITION: the file is what stands before the first such sign that follows an existing path.
    private (string Path, string After)? FilePart(string target)
    {
        for (var k = target.IndexOfAny(['/', '?', '@'], 1 < target.Length ? 1 : 0); k > 0; k = k + 1 < target.Length ? target.IndexOfAny(['/', '?', '@'], k + 1) : -1)
            if (host.Files.Exists(target[..k]) && !IsFolder(target, k))
                return (target[..k], target[k..]);
        return null;
    }

    private bool IsFolder(string target, int at) => target[at] == '/' && (host.Files.Exists(target[..(at + 1)]) || !Path.HasExtension(target[..at]));

    private static Address RestOf(string rest, string target)
    {
        var address = Address.Parse(rest[0] == '/' ? rest[1..] : "file" + rest);
        return address.Ok ? address.Value : throw new RequestException($"{target} is no address\n{OpenedExperiment.Indented(address.Error.ToString())}");
    }

    private static JsonValue Vary(CatalogueEntry entry, string wanted, Problems problems)
    {
        if (entry.Variants.FirstOrDefault(variant => variant.Id == wanted) is not { } found)
        {
            var names = entry.Variants.Select(variant => variant.Id).ToArray();
            throw new RequestException($"{entry.Id} has no variant {wanted}; expected {(names.Length == 0 ? "none, for it has no variants" : "one of " + string.Join(", ", names))}{Hint(wanted, names)}");
        }

        var tree = entry.Experiment;
        foreach (var set in found.Set) tree = Override.Apply(tree, ExperimentSpec.Root, set.Key!, set, problems) ?? tree;
        return tree;
    }

    /// <summary>Opens data files beside a lesson file.</summary>
    public DataLoader LoaderFor(string? folder) => DataFiles.Beside(folder, host.Files);

    private ImmutableArray<CatalogueEntry> Own()
    {
        var problems = new Problems();
        var tree = JsonValue.Parse(host.Lessons, problems);
        ImmutableArray<CatalogueEntry> entries = tree is null ? [] : Catalogue.Read(tree, problems);
        return problems.None ? entries : throw Wrong("lessons.json", problems);
    }

    private RequestException Unknown(string target, TextResult<Address> address)
    {
        if (target.Contains('/') || target.Contains('\\') || target.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            if (Lessons.All(entry => entry.Id != target.Split('/', '?', '@')[0]))
            {
                host.Files.Read(target, JsonLimits.Default.MaxBytes);
                return new($"there is no file {target}; expected {Expected}.");
            }
        }

        if (!address.Ok) return new($"\"{target}\" is no lesson or file; expected {Expected}.\n{OpenedExperiment.Indented(address.Error.ToString())}");
        var ids = Lessons.Select(entry => entry.Id).ToArray();
        return new($"there is no lesson or file \"{target}\"; expected {Expected}{Hint(address.Value.Lesson, ids)}\n  lessons: {string.Join(", ", ids)}");
    }

    private static string Hint(string given, IEnumerable<string> names) => Nearest.Of(given, names) is { } near ? $"; did you mean {near}?" : "";
}
