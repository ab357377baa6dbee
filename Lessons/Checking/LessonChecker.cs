using Core;

namespace Lessons;

/// <summary>
/// Checks a lesson file by using it: reads it, goes to every scene, renders every text in both languages, answers every question rightly and
/// wrongly, runs every claim. Reports everything at once; never throws on input.
/// </summary>
public static class LessonChecker
{
    /// <summary>Checks a file.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="library">Lessons and terms it may refer to besides its own.</param>
    /// <param name="fit">How texts are measured; <see cref="PaneFit"/> when null.</param>
    /// <param name="loader">Opens data files; none can be read when null.</param>
    /// <param name="limits">How large texts and experiments may be.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static CheckResult Check(ReadOnlyMemory<byte> utf8, LessonBook? library = null, ITextFit? fit = null, DataLoader? loader = null,
        ExperimentLimits? limits = null, CancellationToken cancellation = default)
    {
        var read = LessonReader.Read(utf8, library, limits);
        var whereabouts = Whereabouts.Of(utf8);
        var notes = new CheckNotes();
        foreach (var problem in read.Problems) notes.Add("format", problem, whereabouts);
        foreach (var problem in read.Untranslated) notes.Add("translation", problem, whereabouts);
        foreach (var lesson in read.Readable) new LessonCheck(lesson, fit ?? new PaneFit(), loader, notes, cancellation).All();
        return notes.Result(read);
    }
}

/// <summary>Collects findings and counts.</summary>
internal sealed class CheckNotes
{
    private readonly List<Finding> findings = [];

    public List<MeasuredClaim> Measured { get; } = [];

    public int Scenes { get; set; }

    public int Questions { get; set; }

    public int Answers { get; set; }

    public int Claims { get; set; }

    public int Count => findings.Count;

    public void Add(string rule, Problem problem, Whereabouts whereabouts)
    {
        var (lesson, scene) = whereabouts.Of(problem.Place);
        findings.Add(new(rule, problem, lesson, scene));
    }

    public void Add(Finding finding) => findings.Add(finding);

    public CheckResult Result(LessonBookResult read) => new(
        [.. findings.OrderBy(finding => finding.Problem.Place.Line).ThenBy(finding => finding.Problem.Place.Column)],
        read.Book, read.Readable.Length, Scenes, Questions, Answers, Claims)
    {
        Measured = [.. Measured],
    };
}

/// <summary>Which lesson and scene a place of the file belongs to.</summary>
internal sealed class Whereabouts
{
    private readonly List<(int Line, int Column, string? Lesson, string? Scene)> starts = [];

    public static Whereabouts Of(ReadOnlyMemory<byte> utf8)
    {
        var found = new Whereabouts();
        foreach (var lesson in JsonValue.Parse(utf8, [])?["lessons"]?.Items ?? [])
        {
            var id = lesson["id"]?.Text;
            found.Add(lesson, id, null);
            var index = 0;
            foreach (var scene in lesson["scenes"]?.Items ?? [])
            {
                found.Add(scene, id, scene["id"]?.Text ?? SceneBinder.StandardId(index));
                index++;
            }
            if (lesson["scenes"] is not { } scenes) continue;
            foreach (var after in lesson.Members.Where(member => IsAfter(member.Place, scenes.Place))) found.Add(after, id, null);
        }
        return found;
    }

    public (string? Lesson, string? Scene) Of(Core.Place place)
    {
        if (place.Source is not null) return (null, null);
        var start = starts.LastOrDefault(start => start.Line < place.Line || start.Line == place.Line && start.Column <= place.Column);
        return (start.Lesson, start.Scene);
    }

    private void Add(JsonValue value, string? lesson, string? scene) => starts.Add((value.Place.Line, value.Place.Column, lesson, scene));

    private static bool IsAfter(Core.Place place, Core.Place other) => place.Line > other.Line || place.Line == other.Line && place.Column > other.Column;
}
