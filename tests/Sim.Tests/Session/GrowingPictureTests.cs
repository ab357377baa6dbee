namespace Sim.Tests;

/// <summary>Pictures that are drawn before all of them is computed.</summary>
public class GrowingPictureTests
{
    private const string Book = """
        {"format": 1, "lessons": [{"id": "maps", "title": {"en": "Maps", "zh": "图"}, "summary": {"en": "A map.", "zh": "一幅图。"}, "takeaway": {"en": "Done.", "zh": "完。"}, "minutes": 1,
         "experiment": {"data": {"type": "bowl", "curvatures": [1, 100], "minimum": [1, 1]}, "layers": [{"units": 1, "bias": false, "initialWeights": [[-4, 2]]}], "loss": "mse",
           "optimizer": {"type": "sgd", "learningRate": 0.018}, "length": {"updates": 20}, "evaluation": {"every": 0}},
         "scenes": [{"text": {"en": "First.", "zh": "一。"}, "panels": ["loss"]},
          {"at": "5", "text": {"en": "The map.", "zh": "图在此。"}, "panels": ["sweep", "loss"],
           "sweep": {"over": "optimizer.learningRate", "from": 0.01, "to": 0.03, "count": 3, "by": {"over": "optimizer.type", "values": ["sgd", "adam", "rmsprop", "adagrad"]}, "updates": 5}}]}]}
        """;

    private static SessionKit AtTheMap() =>
        new SessionKit(new Size(120, 36), "maps", library: new LessonLibrary(System.Text.Encoding.UTF8.GetBytes(Book), new MemoryFiles([]), _ => [])).Press(" ");

    private static SweepData Half(SessionKit session)
    {
        var whole = (SweepData)session.Lesson.Pictures["sweep"];
        return whole with { Grid = whole.Grid with { Points = [.. whole.Grid.Points.Select((point, k) => k < 5 ? point : null)] } };
    }

    private static SessionModel With(SessionModel model, SweepData data) =>
        model with { Lesson = model.Lesson! with { Pictures = model.Lesson.Pictures.SetItem("sweep", data) } };

    [Fact]
    public void A_scene_stands_before_its_map_is_computed_and_then_the_map_follows()
    {
        using var session = AtTheMap();
        Assert.Contains("The map.", session.Text);
        Assert.True(((SweepData)session.Lesson.Pictures["sweep"]).Grid.IsWhole);
        Assert.Contains("◉", session.Text);
        // The scene itself brings a map of no run; everything else is on the screen.
        var prepared = PreparedLesson.Of(new LessonLibrary(System.Text.Encoding.UTF8.GetBytes(Book), new MemoryFiles([]), _ => []).Open("maps", null));
        var lesson = new EngineLesson(prepared.Opened.Lesson, prepared.Opened.Book, prepared.Opened.Loader, prepared.Start);
        lesson.EnterScene(1, default);
        var none = (SweepData)lesson.State(["sweep"]).Pictures["sweep"];
        Assert.Equal((0, true), (none.Grid.Done, none.GoesOn));
    }

    [Fact]
    public void A_map_that_grows_can_be_looked_at_and_what_is_stopped_goes_on_where_it_was()
    {
        var prepared = PreparedLesson.Of(new LessonLibrary(System.Text.Encoding.UTF8.GetBytes(Book), new MemoryFiles([]), _ => []).Open("maps", null));
        var lesson = new EngineLesson(prepared.Opened.Lesson, prepared.Opened.Book, prepared.Opened.Loader, prepared.Start);
        lesson.EnterScene(1, default);
        using var stop = new CancellationTokenSource();
        Func<object>? look = null;
        var seen = new List<int>();
        var stopped = (SweepData)lesson.State(["sweep"], stop.Token, share =>
        {
            seen.Add(((SweepData)look!()).Grid.Done);
            if (share >= 5 / 12.0) stop.Cancel();
        }, (name, how) => look = how).Pictures["sweep"];
        Assert.Equal([1, 2, 3, 4, 5], seen);
        Assert.Equal((5, true, false), (stopped.Grid.Done, stopped.IsStopped, stopped.GoesOn));
        Assert.Equal((5, true), (((SweepData)lesson.State(["sweep"]).Pictures["sweep"]).Grid.Done, ((SweepData)lesson.State(["sweep"]).Pictures["sweep"]).GoesOn));
        var whole = (SweepData)lesson.State(["sweep"], grows: (_, _) => { }).Pictures["sweep"];
        Assert.True(whole.Grid.IsWhole);
        Assert.Same(stopped.Grid.Points[0], whole.Grid.Points[0]);
    }

    [Fact]
    public void The_screen_shows_what_there_is_of_it()
    {
        using var session = AtTheMap();
        var (model, effects) = SessionUpdate.Apply(session.Model, new WorkMoved(new WorkState(SessionWords.Drawing, 0.4, Yields: true), KeyValuePair.Create("sweep", (object)Half(session))));
        Assert.Empty(effects);
        Assert.Contains("5 of 12 runs", GridText.Of(SessionView.Draw(model, model.Size)));
        Assert.Contains("40 %", GridText.Of(SessionView.Draw(model, model.Size)));
    }

    [Fact]
    public void A_key_stops_it_and_is_obeyed_and_the_picture_goes_on()
    {
        using var session = AtTheMap();
        var working = With(session.Model, Half(session)) with { Work = new WorkState(SessionWords.Drawing, 0.4, Yields: true) };
        var (held, effects) = SessionUpdate.Apply(working, new KeyPressed(KeyNames.Parse("Right")));
        Assert.IsType<CancelWork>(Assert.Single(effects));
        (held, effects) = SessionUpdate.Apply(held, new KeyPressed(KeyNames.Parse("?")));
        (held, effects) = SessionUpdate.Apply(held, new PicturesReady(held.Lesson!.Pictures.SetItem("sweep", Half(session) with { IsStopped = true })));
        var again = Assert.IsType<TypeAgain>(Assert.Single(effects));
        Assert.Equal(new[] { KeyNames.Parse("Right"), KeyNames.Parse("?") }, again.Keys.AsEnumerable());
        Assert.Equal((null, 0), (held.Work, held.Held.Length));
        // A key that asks nothing of the engine: the picture goes on at once.
        (_, effects) = SessionUpdate.Apply(held, new KeyPressed(KeyNames.Parse("?")));
        Assert.IsType<WatchPictures>(Assert.Single(effects));
        // One that does: the step first, then the picture.
        (_, effects) = SessionUpdate.Apply(held, new KeyPressed(KeyNames.Parse("Right")));
        Assert.IsType<MoveBy>(Assert.Single(effects));
    }

    [Fact]
    public void Escape_stops_it_for_good_until_something_moves()
    {
        using var session = AtTheMap();
        var working = With(session.Model, Half(session)) with { Work = new WorkState(SessionWords.Drawing, 0.4, Yields: true) };
        var (stopped, effects) = SessionUpdate.Apply(working, new KeyPressed(KeyNames.Parse("Escape")));
        Assert.IsType<CancelWork>(Assert.Single(effects));
        (stopped, effects) = SessionUpdate.Apply(stopped, new PicturesReady(stopped.Lesson!.Pictures.SetItem("sweep", Half(session) with { IsStopped = true })));
        Assert.Empty(effects);
        Assert.Contains("stopped", GridText.Of(SessionView.Draw(stopped, stopped.Size)));
        (_, effects) = SessionUpdate.Apply(stopped, new KeyPressed(KeyNames.Parse("?")));
        Assert.Empty(effects);
    }

    [Fact]
    public void Work_that_does_not_yield_waits_for_nobody_as_before()
    {
        using var session = AtTheMap();
        var (model, effects) = SessionUpdate.Apply(session.Model with { Work = new WorkState(SessionWords.Working, 0.4) }, new KeyPressed(KeyNames.Parse("Right")));
        Assert.Empty(effects);
        Assert.Empty(model.Held);
    }
}
