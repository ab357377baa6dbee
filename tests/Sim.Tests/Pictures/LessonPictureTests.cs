using Lessons;

namespace Sim.Tests;

/// <summary>The pictures as the program's own lessons ask for them.</summary>
public class LessonPictureTests
{
    private static readonly string[] Mine = ["boundary", "fit", "path", "sweep", "census", "histogram", "data", "figure", "confusion", "weights"];

    [Fact]
    public void Every_scene_of_the_lessons_gets_the_pictures_it_asks_for_and_the_run_stays_where_it_is()
    {
        var book = LessonReader.Read(EmbeddedLessons.Read()).Book!;
        int drawn = 0;
        foreach (var lesson in book.Lessons)
        {
            var runs = LessonRuns.Start(lesson).Runs!;
            var memory = new PictureMemory();
            for (int k = 0; k < lesson.Scenes.Length; k++)
            {
                if (!lesson.Scenes[k].Panels.Intersect(Mine).Any()) continue;
                Assert.True(runs.GoToScene(k).Ok);
                var run = runs.Of(lesson.Scenes[k].Variant);
                ulong before = run.Timeline.StateHash();
                var source = new PictureSource(RunView.Of(run.Timeline, LossRecord.Empty), run, null, null, Phrase.Empty, Phrase.Empty, lesson.Scenes[k]) { Memory = memory };
                foreach (string name in lesson.Scenes[k].Panels.Intersect(Mine)) drawn += Draw(name, source, $"{lesson.Id}/{lesson.Scenes[k].Id}");
                Assert.Equal(before, run.Timeline.StateHash());
            }
        }
        Assert.True(drawn >= 10, $"{drawn} pictures");
    }

    private static int Draw(string name, PictureSource source, string scene)
    {
        var picture = PictureRegistry.Find(name)!;
        object? data = picture.From(source);
        Assert.True(data is not null, $"{scene}: nothing for {name}");
        var model = new LessonModel { Id = scene, Title = Phrase.Empty, Run = source.View, Pictures = System.Collections.Immutable.ImmutableDictionary<string, object>.Empty.Add(name, data) };
        var grid = new Grid(60, 16);
        picture.Draw(grid.All, data, model, ViewSettings.Default);
        Assert.NotEqual("", GridText.Of(grid).Trim());
        Assert.NotEqual("", (picture.Heading?.Invoke(model, ViewSettings.Default) ?? "-") + picture.Note?.Invoke(model, ViewSettings.Default));
        if (Environment.GetEnvironmentVariable("SIM_PICTURES") is { Length: > 0 } folder)
            using (var file = new StreamWriter(Path.Combine(folder, $"lesson-{scene.Replace('/', '-')}-{name}.svg"))) GridSvg.Write(grid, Theme.Dark, file);
        return 1;
    }
}
