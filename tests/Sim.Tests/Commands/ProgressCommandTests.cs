using Lessons;

namespace Sim.Tests;

public sealed class ProgressCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sim-progress").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Exported_reset_and_imported_is_as_before()
    {
        Keep("xor", known => known with { IsDone = true, Scene = "forward" });
        Keep("watermelon", known => known.With("weighing", new AnswerState(2, 1, true, "0.5")));
        string before = File.ReadAllText(InFolder("progress.json")), kept = InFolder("mine.json");
        Assert.Equal(0, Run("progress", "export", kept).Code);
        Assert.Equal(before, File.ReadAllText(kept));
        Assert.Contains("xor   done", Run("progress").Out);
        Assert.Contains("1 of 1 questions right", Run("progress").Out);
        Assert.Equal(0, Run("progress", "reset").Code);
        Assert.Contains("No lesson has been opened", Run("progress").Out);
        Assert.Equal(0, Run("progress", "import", kept).Code);
        Assert.Equal(before, File.ReadAllText(InFolder("progress.json")));
    }

    [Fact]
    public void One_lesson_begins_anew_and_what_was_there_is_kept()
    {
        Keep("xor", known => known with { Scene = "forward" });
        Keep("watermelon", known => known with { Scene = "start" });
        string before = File.ReadAllText(InFolder("progress.json"));
        Assert.Equal(0, Run("progress", "reset", "xor").Code);
        Assert.DoesNotContain("xor", Run("progress").Out);
        Assert.Contains("watermelon", Run("progress").Out);
        Assert.Equal(before, File.ReadAllText(Assert.Single(Directory.GetFiles(_folder, "progress.json.before-reset-*"))));
    }

    [Fact]
    public void A_lesson_without_progress_is_refused_by_name()
    {
        Keep("xor", known => known with { Scene = "forward" });
        var typed = Run("progress", "reset", "xer");
        Assert.Equal(2, typed.Code);
        Assert.Contains("\"xer\"; expected one of xor", typed.Error);
    }

    [Fact]
    public void A_damaged_file_is_not_imported()
    {
        Keep("xor", known => known with { Scene = "forward" });
        string before = File.ReadAllText(InFolder("progress.json"));
        File.WriteAllText(InFolder("bad.json"), "{\"format\": 1, \"lessons\": [{\"id\": 7}]}");
        Assert.Equal(2, Run("progress", "import", InFolder("bad.json")).Code);
        Assert.Equal(before, File.ReadAllText(InFolder("progress.json")));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_said() => Assert.Contains("cannot be written", Run("progress", "export", "/dev/null/x/y.json").Error);

    private string InFolder(string name) => Path.Combine(_folder, name);

    private void Keep(string lesson, Func<LessonProgress, LessonProgress> change) => Assert.Null(new ProgressStore(_folder, () => DateTimeOffset.UnixEpoch.AddDays(1)).Save(lesson, change));

    private (int Code, string Out, string Error) Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter());
        var host = new CommandHost { Out = output, Error = error, Files = new DiskFiles(), Lessons = EmbeddedLessons.Read(), DataFolder = _folder };
        return (CommandLine.Run(arguments, host), output.ToString(), error.ToString());
    }
}
