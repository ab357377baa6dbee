using Lessons;

namespace Sim.Tests;

public sealed class ProgressStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sim-progress").FullName;
    private readonly DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private ProgressStore Store() => new(_folder, () => _now);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Two_programs_at_once_lose_nothing_of_each_other()
    {
        var (a, b) = (Store(), Store());
        Assert.Null(a.Save("xor", known => known with { Scene = "one" }));
        Assert.Null(b.Save("line", known => known with { Scene = "two" }));
        Assert.Null(a.Save("xor", known => known.With("one", new AnswerState(1, 0, true, "2"))));
        var both = Store().Read().Progress;
        Assert.Equal(("one", "two", true), (both.Of("xor").Scene, both.Of("line").Scene, both.Of("xor").Answer("one").IsRight));
    }

    [Fact]
    public void Many_writers_at_the_same_time_leave_a_whole_file()
    {
        Parallel.For(0, 24, k => Store().Save($"lesson{k}", known => known with { Scene = "s" }));
        Assert.Equal(24, Store().Read().Progress.Lessons.Count);
        Assert.DoesNotContain(Directory.GetFiles(_folder), path => path.EndsWith(".new"));
    }

    [Fact]
    public void A_damaged_file_is_set_aside_with_a_message_and_work_goes_on()
    {
        File.WriteAllText(Path.Combine(_folder, "progress.json"), "{\"format\": 1, \"lessons\": [");
        var (progress, warning) = Store().Read();
        Assert.Empty(progress.Lessons);
        Assert.Contains("damaged", warning!.En);
        Assert.Null(Store().Save("xor", known => known with { Scene = "one" }));
        Assert.Equal("one", Store().Read().Progress.Of("xor").Scene);
        Assert.Single(Directory.GetFiles(_folder, "progress.json.damaged-*"));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_said_once()
    {
        string file = Path.Combine(_folder, "in-the-way");
        File.WriteAllText(file, "");
        var store = new ProgressStore(Path.Combine(file, "sim"), () => _now);
        Assert.NotNull(store.Save("xor", known => known));
        Assert.Null(store.Save("xor", known => known));
        using var session = new SessionKit(new Size(80, 24), progress: new ProgressStore(Path.Combine(file, "sim"), () => _now));
        session.Press("Space");
        Assert.Equal(1, session.Lesson.Scene);
    }

    [Fact]
    public void The_learner_comes_back_to_the_scene_with_the_answers()
    {
        using (var first = new SessionKit(new Size(120, 36), progress: Store())) first.Press("Space", "H", "Enter").Type("-10").Press("Enter", "Space");
        using var again = new SessionKit(new Size(120, 36), progress: Store());
        Assert.Equal(2, again.Lesson.Scene);
        again.Press("{");
        Assert.True(again.Lesson.Answer!.IsRight);
        Assert.Equal(1, again.Lesson.Answer.Hints);
    }

    [Theory]
    [InlineData("/data", "/home/u", "/data/sim")]
    [InlineData("", "/home/u", "/home/u/.local/share/sim")]
    [InlineData("relative", "/home/u", "/home/u/.local/share/sim")]
    public void Progress_lies_where_the_system_says(string data, string home, string expected) =>
        Assert.Equal(expected, ProgressPlace.Folder(name => name switch { "XDG_DATA_HOME" => data, "HOME" => home, _ => null }, false, false));

    [Fact]
    public void Choices_come_back_and_a_broken_file_counts_as_none()
    {
        var store = new ChoiceStore(_folder);
        store.Write(new Choices(Language.Chinese, 6, true, "light", "/own", true));
        Assert.Equal(new Choices(Language.Chinese, 6, true, "light", "/own", true), store.Read());
        File.WriteAllText(Path.Combine(_folder, "choices.json"), "[1");
        Assert.Equal(new Choices(), store.Read());
    }
}
