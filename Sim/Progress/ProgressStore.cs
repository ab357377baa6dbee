using Lessons;

namespace Sim;

/// <summary>The learner's progress on disk. Each save merges with what another program has written meanwhile.</summary>
internal sealed class ProgressStore(string folder, Func<DateTimeOffset> now)
{
    private readonly string _path = Path.Combine(folder, "progress.json");
    private bool _warned;

    /// <summary>What is known of the learner, and what has to be said about the file.</summary>
    public (Progress Progress, Phrase? Warning) Read()
    {
        try
        {
            if (!File.Exists(_path)) return (Progress.None, null);
            var read = ProgressFile.Read(File.ReadAllBytes(_path));
            return read.Progress is { } progress ? (progress, null) : (Progress.None, SetAside());
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return (Progress.None, Once(wrong));
        }
    }

    /// <summary>Changes one lesson's state and saves everything; a warning once if that cannot be done.</summary>
    public Phrase? Save(string lesson, Func<LessonProgress, LessonProgress> change) => Change(known =>
        known.With(lesson, change(known.Of(lesson)) with { When = Math.Max(0, now().ToUnixTimeMilliseconds()) }));

    /// <summary>Changes what is known and saves it; a warning once if that cannot be done.</summary>
    public Phrase? Change(Func<Progress, Progress> change)
    {
        try
        {
            using var only = Lock();
            var (known, warning) = Read();
            AtomicFile.Write(_path, ProgressFile.Write(change(known)));
            return warning;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Once(wrong);
        }
    }

    // Two programs at once take turns; whoever cannot get the lock in time saves all the same, for the merge loses nothing of the other's lessons.
    private FileStream? Lock()
    {
        Directory.CreateDirectory(folder);
        for (int tries = 0; tries < 20; tries++)
        {
            try { return new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose); }
            catch (IOException) { Thread.Sleep(10); }
        }
        return null;
    }

    private Phrase SetAside()
    {
        string kept = $"{_path}.damaged-{now():yyyyMMdd-HHmmss}";
        File.Move(_path, kept, overwrite: true);
        return SessionWords.ProgressSetAside.With(kept);
    }

    private Phrase? Once(Exception wrong)
    {
        if (_warned) return null;
        _warned = true;
        return SessionWords.ProgressNotSaved.With(wrong.Message);
    }
}
