using System.Text;
using Core;
using Lessons;

namespace Sim;

/// <summary><c>sim new --csv FILE</c>: a lesson about a table, playable as it is.</summary>
internal sealed class NewFromCsv(CommandHost host)
{
    public int Run(CsvRequest request, string? name, Language language)
    {
        var id = name ?? Id(request.Path);
        var path = id + ".json";
        if (host.Files.Exists(path)) throw new RequestException($"{path} is there already; expected a new name. Give another one: sim new NAME --csv {request.Path}, or remove the file.");
        var plan = new OwnData(host).Plan(request);
        string text;
        try { text = CsvLessonScaffold.Text(id, Path.GetFileNameWithoutExtension(request.Path), plan); }
        catch (ArgumentException wrong) { throw new RequestException(wrong.Message); }
        // Read once for nothing: what does not fit is told before there is a file.
        _ = new OwnData(host).Open(null, null, [], plan).Load();
        try { host.Files.Write(path, Encoding.UTF8.GetBytes(text)); }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException) { throw new RequestException($"{path}: it cannot be written ({wrong.Message})."); }
        foreach (var line in OwnDataReport.Lines(plan, language)) host.Out.WriteLine(line);
        host.Out.WriteLine();
        host.Out.WriteLine(language == Language.Chinese
            ? $"{path}：关于这个表格的一课。sim play {path} 立刻可以学，每次保存后会重新读取；sim run {path} 直接训练；sim check {path} 检查错误。"
            : $"{path}: a lesson about this table. sim play {path} plays it and reads it again whenever it is saved; sim run {path} trains it; sim check {path} finds what is wrong.");
        return ExitCode.Fine;
    }

    /// <summary>An id of a lesson that a file's name gives.</summary>
    public static string Id(string path)
    {
        var letters = string.Concat(Path.GetFileNameWithoutExtension(path).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')).Trim('-');
        return letters.Length == 0 ? "my-data" : letters.Length <= 40 ? letters : letters[..40];
    }
}
