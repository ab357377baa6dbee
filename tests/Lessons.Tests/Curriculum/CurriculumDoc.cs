using System.Text;

namespace Lessons.Tests;

/// <summary>docs/curriculum.md: every lesson with its claims and the numbers that decided them, and where each statement is judged.</summary>
internal static class CurriculumDoc
{
    public static string Of(LessonBook book, IReadOnlyList<MeasuredClaim> measured, IReadOnlyList<Statement> statements)
    {
        var text = new StringBuilder("""
            # The curriculum

            Every lesson with the claims that `sim check` runs, and the numbers that decided them. The left side of a comparison stands left of its sign,
            as the run gave it at that moment; `|a − b| = d` is a distance between two of its numbers. This page is written by a test from `lessons.json` and `statements.json`: run
            `UPDATE_DOCS=1 dotnet test tests/Lessons.Tests --filter CurriculumTests` after a change.


            """);
        Overview(text, book);
        foreach (var lesson in book.Lessons)
        {
            if (book.Parts.FirstOrDefault(one => one.From == lesson.Id) is { } begins) text.Append($"## {Both(begins.Title)}\n\n");
            Lesson(text, lesson, measured.Where(claim => claim.Lesson == lesson.Id));
        }
        Statements(text, book, measured, statements);
        return text.ToString();
    }

    private static void Overview(StringBuilder text, LessonBook book)
    {
        int scenes = book.Lessons.Sum(lesson => lesson.Scenes.Length), questions = book.Lessons.Sum(Questions), claims = book.Lessons.Sum(lesson => lesson.Claims.Length);
        text.Append($"{book.Lessons.Length} lessons, {book.Lessons.Sum(lesson => lesson.Minutes)} minutes, {scenes} scenes, {questions} questions, {claims} claims, {book.Glossary.Length} words explained.\n\n");
        text.Append("| lesson | | minutes | builds on | scenes | questions | claims |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var lesson in book.Lessons)
            text.Append($"| [{lesson.Id}](#{lesson.Id}) | {Cell(Both(lesson.Title))} | {lesson.Minutes} | {Needs(lesson)} | {lesson.Scenes.Length} | {Questions(lesson)} | {lesson.Claims.Length} |\n");
        text.Append('\n');
    }

    private static void Lesson(StringBuilder text, Lesson lesson, IEnumerable<MeasuredClaim> measured)
    {
        text.Append($"### {lesson.Id}\n\n**{Both(lesson.Title)}** – {lesson.Minutes} minutes, {lesson.Scenes.Length} scenes, {Questions(lesson)} questions{(lesson.Needs.IsEmpty ? "" : $"; builds on {Needs(lesson)}")}.\n\n");
        text.Append("| claim | at | measured | condition |\n| --- | --- | --- | --- |\n");
        foreach (var claim in measured)
        {
            string variant = claim.Claim.Variant is { } id ? $"{id}, " : "";
            text.Append($"| {Cell(claim.Text.En)} {Cell(claim.Text.Zh)} | {variant}{claim.At} | {Numbers(claim)} | `{Cell(claim.Claim.Holds.ToString())}` |\n");
        }
        text.Append($"\n*{Cell(Plain(lesson.Takeaway.En))}*  \n*{Cell(Plain(lesson.Takeaway.Zh))}*\n\n");
    }

    private static void Statements(StringBuilder text, LessonBook book, IReadOnlyList<MeasuredClaim> measured, IReadOnlyList<Statement> statements)
    {
        text.Append($"## Statements learners arrive with\n\n{statements.Count} statements and programs from widely read introductions: judged, and where a lesson shows it. What no run can show says why.\n\n");
        text.Append("| said | verdict | what is right | lesson | measured |\n| --- | --- | --- | --- | --- |\n");
        foreach (var one in statements)
        {
            string where = one.Lesson is null ? "outside what a run can show" : $"[{one.Lesson}](#{one.Lesson}): {book.Find(one.Lesson)?.Scenes.FirstOrDefault(scene => scene.Id == one.Scene)?.Title.En} (`{one.Scene}`)";
            var claim = measured.FirstOrDefault(claim => claim.Lesson == one.Lesson && claim.Claim.Text.En == one.Claim);
            text.Append($"| {Cell(one.Said)} | {one.Verdict} | {Cell(one.Note)} | {Cell(where)} | {(claim is null ? "" : $"{Cell(claim.Text.En)} {Numbers(claim)}")} |\n");
        }
    }

    private static int Questions(Lesson lesson) => lesson.Scenes.Count(scene => scene.Ask is not null);

    private static string Needs(Lesson lesson) => string.Join(", ", lesson.Needs.Select(need => $"[{need}](#{need})"));

    private static string Numbers(MeasuredClaim claim) => string.Join("; ", claim.Parts.Select(part => $"`{Cell(part)}`"));

    private static string Both(Text text) => $"{text.En} · {text.Zh}";

    // The takeaway may speak of numbers of the last scene; here it is a sentence.
    private static string Plain(string text) => text.Replace("\n", " ");

    private static string Cell(string text) => text.Replace("|", "\\|").Replace("\n", " ");
}
