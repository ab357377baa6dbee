using Lessons;

namespace Sim;

/// <summary><c>sim progress</c>: what the learner has done, to look at, take along, or begin anew.</summary>
internal sealed class ProgressCommand(CommandHost host, ProgressStore store, ProgressFiles files)
{
    public int Show(Language language)
    {
        var progress = Known();
        var index = new LessonIndex(host.Lessons);
        if (progress.Lessons.IsEmpty) host.Out.WriteLine(language == Language.Chinese ? "还没有打开过任何课程。" : "No lesson has been opened yet.");
        foreach (var (id, state) in progress.Lessons) host.Out.WriteLine(Line(id, state, index.All.FirstOrDefault(head => head.Id == id), language));
        return ExitCode.Fine;
    }

    /// <summary>Writes the progress as JSON to a file, or to standard output.</summary>
    public int Export(string? path)
    {
        byte[] bytes = ProgressFile.Write(Known());
        if (path is null) host.Out.WriteLine(System.Text.Encoding.UTF8.GetString(bytes));
        else
        {
            Writing(path, () => AtomicFile.Write(path, bytes));
            host.Error.WriteLine($"sim: the progress is in {path}; sim progress import {path} adds it elsewhere.");
        }
        return ExitCode.Fine;
    }

    /// <summary>Adds progress that was exported, here or on another machine: nothing that either knows is lost.</summary>
    public int Import(string path)
    {
        var read = ProgressFile.Read(host.Files.Read(path, 16L << 20));
        if (read.Progress is not { } more) throw ExperimentOpener.Wrong(path, read.Problems);
        if (store.Change(known => known.Merge(more)) is { } warning) throw new RequestException(warning.In(host.Language));
        host.Out.WriteLine($"{more.Lessons.Count} lessons added.");
        return ExitCode.Fine;
    }

    /// <summary>Begins anew, one lesson or all. What was there is kept beside it, so that a slip of the hand costs nothing.</summary>
    public int Reset(string? lesson)
    {
        var known = Known();
        if (lesson is not null && !known.Lessons.ContainsKey(lesson))
            throw new RequestException($"there is no progress in \"{lesson}\"; expected {(known.Lessons.IsEmpty ? "nothing: no lesson has been opened yet" : $"one of {string.Join(", ", known.Lessons.Keys)}")}");
        if (known.Lessons.IsEmpty)
        {
            host.Out.WriteLine("There is no progress: nothing was changed.");
            return ExitCode.Fine;
        }
        string kept = files.Beside("before-reset");
        Writing(kept, () => AtomicFile.Write(kept, ProgressFile.Write(known)));
        if (store.Change(all => lesson is null ? Progress.None : new Progress(all.Lessons.Remove(lesson))) is { } warning) throw new RequestException(warning.In(host.Language));
        host.Out.WriteLine($"{(lesson ?? "All progress")} begins anew. What was there is in {kept}; sim progress import brings it back.");
        return ExitCode.Fine;
    }

    private Progress Known()
    {
        var (progress, warning) = store.Read();
        if (warning is not null) host.Error.WriteLine($"sim: {warning.In(host.Language)}");
        return progress;
    }

    private static string Line(string id, LessonProgress state, LessonHead? head, Language language)
    {
        int right = state.Answers.Values.Count(answer => answer.IsRight), all = state.Answers.Count;
        string place = state.IsDone ? language == Language.Chinese ? "已完成" : "done"
            : head is not null && state.Scene is not null && head.Scenes.IndexOf(state.Scene) is >= 0 and var at ? $"{at + 1}/{head.Scenes.Length}" : state.Scene ?? "";
        string answers = all == 0 ? "" : language == Language.Chinese ? $"，{all} 题答对 {right} 题" : $", {right} of {all} questions right";
        return $"{id}   {place}{answers}";
    }

    private static void Writing(string path, Action write)
    {
        try { write(); }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new RequestException($"{path} cannot be written ({wrong.Message}); expected a path in a folder that can be written");
        }
    }
}

/// <summary>Names of files beside the progress.</summary>
internal sealed class ProgressFiles(string folder, Func<DateTimeOffset> now)
{
    public string Beside(string why) => Path.Combine(folder, $"progress.json.{why}-{now():yyyyMMdd-HHmmss}");
}
