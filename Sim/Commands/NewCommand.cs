using System.Text;
using Lessons;

namespace Sim;

/// <summary><c>sim new lesson ID</c>: a first lesson to change, playable as it is.</summary>
internal sealed class NewCommand(CommandHost host)
{
    public int Run(string id)
    {
        string path = id + ".json";
        if (host.Files.Exists(path)) throw new RequestException($"{path} is there already; expected a new name. Choose another id, or remove the file.");
        string text;
        try { text = LessonScaffold.Text(id); }
        catch (ArgumentException wrong) { throw new RequestException(wrong.Message); }
        try { AtomicFile.Write(Path.GetFullPath(path), Encoding.UTF8.GetBytes(text)); }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException) { throw new RequestException($"{path}: it cannot be written ({wrong.Message})."); }
        host.Out.WriteLine($"{path}: a lesson to begin with. sim play {path} plays it and reads it again whenever it is saved; sim check {path} finds what is wrong.");
        return ExitCode.Fine;
    }
}
