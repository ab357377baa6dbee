using Core;
using Lessons;

namespace Sim;

/// <summary>Finds lessons: those of the program, those of the learner's folder, and files named on the command line.</summary>
internal sealed class LessonLibrary(ReadOnlyMemory<byte> shipped, IFiles files, Func<string, IEnumerable<string>> jsonFilesIn)
{
    private readonly Lazy<LessonIndex> _shipped = new(() => new LessonIndex(shipped));

    /// <summary>The lessons that ship with the program; a test sees to it that they can be read.</summary>
    public LessonIndex Shipped => _shipped.Value;

    /// <summary>Reads what a menu shows while something else is done; whoever needs it first waits for it.</summary>
    public void ReadAhead() => new Thread(() => _ = Shipped.Glossary) { IsBackground = true, Name = "lessons" }.Start();

    /// <summary>The lessons of a folder; what is wrong with a file of the folder is said, and its lessons are left out.</summary>
    public (LessonBook Own, Phrase? Problem) Own(string? folder)
    {
        Phrase? problem = null;
        var own = OwnFiles(folder, wrong => problem ??= wrong).Aggregate(LessonBook.Empty, (all, file) => all.With(file.Book));
        return (own, problem);
    }

    private List<(string Path, LessonBook Book)> OwnFiles(string? folder, Action<Phrase> say)
    {
        var own = new List<(string, LessonBook)>();
        foreach (string path in folder is null ? [] : Files(folder, say))
        {
            try { own.Add((path, Read(path, files.Read(path, JsonLimits.Default.MaxBytes), Shipped.Library))); }
            catch (RequestException wrong) { say(Phrase.Same(FirstLines(wrong.Message))); }
        }
        return own;
    }

    /// <summary>The files of a folder that may hold lessons.</summary>
    public IEnumerable<string> FilesIn(string folder) => jsonFilesIn(folder);

    /// <summary>What a target names: an id, an address, or a file with an experiment, a lesson or lessons (FILE, FILE/ID, FILE@POSITION).</summary>
    /// <exception cref="RequestException">There is none, or it is wrong.</exception>
    public OpenedLesson Open(string target, string? folder)
    {
        var address = Address.Parse(target);
        if (address.Ok && !files.Exists(target))
        {
            string id = address.Value.Lesson;
            if (Shipped.Open(id) is var (shippedLesson, book)) return new OpenedLesson(shippedLesson, book, LoaderFor(null), address.Value, null);
            var own = OwnFiles(folder, _ => { });
            foreach (var (from, its) in own)
                if (its.Find(id) is { } lesson) return new OpenedLesson(lesson, own.Aggregate(Shipped.Library, (all, file) => all.With(file.Book)), LoaderFor(folder), address.Value, from);
        }
        var (path, rest) = Split(target);
        if (path is null) throw Unknown(target, folder);
        return OpenFile(path, rest);
    }

    /// <summary>The first lesson of a text.</summary>
    /// <exception cref="RequestException">It is wrong.</exception>
    public OpenedLesson OfText(string name, ReadOnlyMemory<byte> text, DataLoader loader)
    {
        var book = Read(name, text, Shipped.Library);
        return new OpenedLesson(book.Lessons[0], Shipped.Library.With(book), loader, new Address(book.Lessons[0].Id, null, [], null), null);
    }

    /// <summary>An experiment by itself.</summary>
    /// <exception cref="RequestException">It is wrong.</exception>
    public OpenedLesson OfExperiment(string name, JsonValue tree, DataLoader loader) => new(Bare(name, tree), LessonBook.Empty, loader, new Address("file", null, [], null), null);

    private OpenedLesson OpenFile(string path, string rest)
    {
        var bytes = files.Read(path, JsonLimits.Default.MaxBytes);
        var problems = new Problems();
        var tree = JsonValue.Parse(bytes, problems) ?? throw ExperimentOpener.Wrong(path, problems);
        var loader = LoaderFor(Path.GetDirectoryName(path) ?? "");
        bool isBook = tree["lessons"] is not null;
        var address = AddressOf(rest, isBook);
        if (!isBook) return OfExperiment(path, tree, loader) with { Address = address with { Lesson = "file" }, Path = path };
        var book = Read(path, bytes, Shipped.Library);
        var lesson = address.Lesson == "" ? book.Lessons.FirstOrDefault() : book.Find(address.Lesson);
        if (lesson is null) throw new RequestException($"{path} holds {book.Lessons.Length} lessons; expected one of them: {string.Join(", ", book.Lessons.Select(each => $"{path}/{each.Id}"))}.");
        return new OpenedLesson(lesson, Shipped.Library.With(book), loader, address with { Lesson = lesson.Id }, path);
    }

    // An experiment by itself is a lesson without scenes.
    private static Lesson Bare(string path, JsonValue tree)
    {
        var source = tree["experiment"] ?? tree;
        var read = ExperimentReader.Read(source);
        if (read.Experiment is not { } experiment) throw ExperimentOpener.Wrong(path, read.Problems);
        string name = experiment.Name ?? Path.GetFileNameWithoutExtension(path);
        return new Lesson
        {
            Id = Path.GetFileName(path),
            Title = new Lessons.Text(name, name),
            Summary = Lessons.Text.None,
            Minutes = 1,
            Source = source,
            Experiment = experiment,
            Scenes = [],
            Takeaway = Lessons.Text.None,
            Place = tree.Place,
        };
    }

    private LessonBook Read(string name, ReadOnlyMemory<byte> bytes, LessonBook? library)
    {
        var read = LessonReader.Read(bytes, library);
        return read.Book ?? throw ExperimentOpener.Wrong(name, read.Problems);
    }

    private static Address AddressOf(string rest, bool isBook)
    {
        if (rest.Length == 0) return new Address("", null, [], null);
        var address = Address.Parse(rest[0] == '/' && isBook ? rest[1..] : "file" + rest);
        if (!address.Ok) throw new RequestException($"{rest} is no part of an address\n{OpenedExperiment.Indented(address.Error.ToString())}");
        return rest[0] == '/' && isBook ? address.Value : address.Value with { Lesson = "" };
    }

    // The file is the longest existing beginning that ends before /, ? or @.
    private (string? Path, string After) Split(string target)
    {
        if (IsFile(target)) return (target, "");
        for (int k = target.Length - 1; k > 0; k--)
            if (target[k] is '/' or '?' or '@' && IsFile(target[..k])) return (target[..k], target[k..]);
        return (null, "");
    }

    private bool IsFile(string path) => files.Exists(path) && !path.EndsWith('/');

    private RequestException Unknown(string target, string? folder)
    {
        string[] ids = [.. Shipped.All.Select(head => head.Id), .. Own(folder).Own.Lessons.Select(lesson => lesson.Id)];
        string near = Nearest.Of(target.Split('@', '?', '/')[0], ids) is { } hint ? $"; did you mean {hint}?" : "";
        return new($"there is no lesson or file \"{target}\"; expected the id of a lesson (sim list shows them), an address such as xor@3:layer1.z, or a file{near}");
    }

    private DataLoader LoaderFor(string? folder) => DataFiles.Beside(folder, files);

    private IEnumerable<string> Files(string folder, Action<Phrase> say)
    {
        try { return [.. jsonFilesIn(folder).Order(StringComparer.Ordinal)]; }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            say(Phrase.Same(wrong.Message));
            return [];
        }
    }

    private static string FirstLines(string text) => string.Join(" ", text.Split('\n').Take(2).Select(line => line.Trim()));
}

/// <summary>A lesson that a target names.</summary>
/// <param name="Lesson">The lesson; without scenes for an experiment alone.</param>
/// <param name="Book">Where its terms and needs are.</param>
/// <param name="Loader">Opens its data files.</param>
/// <param name="Address">Variant, settings and moment that were asked for.</param>
/// <param name="Path">The file it comes from; null for the program's own.</param>
internal sealed record OpenedLesson(Lesson Lesson, LessonBook Book, DataLoader Loader, Address Address, string? Path);
