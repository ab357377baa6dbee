using System.Text;
using Lessons;

namespace Sim;

/// <summary>What <c>sim notes</c> shows in a second terminal: written by the running program at every scene.</summary>
internal sealed class NotesFile(string folder)
{
    private readonly string _path = Path.Combine(folder, "notes.txt");

    public void Write(EngineLesson lesson, int scene, Language language)
    {
        var (here, values) = (lesson.Lesson.Scenes[scene], lesson.Run.Values);
        var text = new StringBuilder();
        text.Append($"{lesson.Lesson.Title.In(language)}\n{scene + 1}/{lesson.Lesson.Scenes.Length}  {here.Title.In(language)}\n\n{here.Notes.In(language, values)}\n");
        if (scene + 1 < lesson.Lesson.Scenes.Length) text.Append($"\n→ {lesson.Lesson.Scenes[scene + 1].Title.In(language)}\n");
        try { AtomicFile.Write(_path, Encoding.UTF8.GetBytes(text.ToString())); }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException) { }
    }

    /// <summary>The notes as they are now, with the time they were written; null if there are none.</summary>
    public (string Text, DateTime When)? Read()
    {
        try { return File.Exists(_path) ? (File.ReadAllText(_path), File.GetLastWriteTimeUtc(_path)) : null; }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException) { return null; }
    }
}
