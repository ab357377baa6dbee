using Lessons;

namespace Sim;

/// <summary><c>sim worksheet LESSON</c>: the lesson on paper, as Markdown.</summary>
internal sealed class WorksheetCommand(CommandHost host)
{
    public int Run(string target, Language language, bool withAnswers)
    {
        var opened = new LessonLibrary(host.Lessons, host.Files, _ => []).Open(target, null);
        if (opened.Lesson.Scenes.IsEmpty) throw new RequestException($"{target} is an experiment without scenes; expected a lesson.");
        var start = LessonRuns.Start(opened.Lesson, opened.Address.Settings.Select(pair => $"{pair.Key}={pair.Value}"), opened.Loader);
        if (start.Runs is not { } runs) throw ExperimentOpener.Wrong(target, start.Problems);
        host.Out.Write(Worksheet.Markdown(runs, language, withAnswers));
        return ExitCode.Fine;
    }
}
