using Lessons;

namespace Sim.Tests;

/// <summary>Moving inside panes, pictures that take long, and the menu that follows its folder.</summary>
public class PaneTests
{
    private static LessonLibrary Shipped => new(EmbeddedLessons.Read(), new MemoryFiles([]), _ => []);

    [Fact]
    public void A_step_that_does_not_fit_scrolls_to_its_last_line_and_the_next_step_begins_at_the_top()
    {
        using var session = new SessionKit(new Size(80, 24), "xor.json");
        session.Press("g").Type("3:layer1.weight.grad").Press("Enter");
        Assert.Contains("^↓", session.Text);
        for (int k = 0; k < 20; k++) session.Press("Ctrl+Down");
        Assert.Contains("layer1.dz[3,0]", session.Text);
        int most = session.Lesson.Scroll;
        session.Press("Ctrl+Up");
        Assert.InRange(session.Lesson.Scroll, 0, most - 1);
        session.Press("Right");
        Assert.Equal(0, session.Lesson.Scroll);
    }

    [Fact]
    public void A_check_is_seen_where_the_pane_is_small()
    {
        using var session = new SessionKit(new Size(80, 24), "xor.json");
        session.Press("g").Type("3:layer1.weight.grad").Press("Enter", "C");
        Assert.Contains("central difference", string.Join('\n', session.Text.Split('\n')[..12]));
    }

    [Fact]
    public void The_inputs_of_a_boundary_are_chosen_where_it_is_in_focus()
    {
        using var session = new SessionKit(new Size(120, 36), "watermelon/basket", library: Shipped);
        for (int k = 0; k < 20 && PictureChoice.Current(session.Lesson) != "boundary"; k++) session.Press("o");
        Assert.Equal(("curl", "colour"), Axes(session));
        session.Press(".");
        Assert.Equal(("curl", "size"), Axes(session));
        session.Press(".", ".");
        Assert.Equal(("curl", "colour"), Axes(session));
        session.Press(",");
        Assert.Equal(("colour", "size"), Axes(session));
    }

    [Fact]
    public void The_data_table_scrolls_where_it_is_in_focus()
    {
        using var session = new SessionKit(new Size(80, 24), "watermelon/basket", library: Shipped);
        for (int k = 0; k < 20 && (k == 0 || PictureChoice.Current(session.Lesson) != "data"); k++) session.Press("o");
        string before = session.Text;
        session.Press("Ctrl+Down", "Ctrl+Down");
        Assert.NotEqual(before, session.Text);
        session.Press("Ctrl+Up", "Ctrl+Up");
        Assert.Equal(before, session.Text);
    }

    [Fact]
    public void A_picture_that_is_stopped_says_so_and_the_next_one_is_whole()
    {
        var prepared = PreparedLesson.Of(SessionKit.Library().Open("xor.json", null));
        var lesson = new EngineLesson(prepared.Opened.Lesson, prepared.Opened.Book, prepared.Opened.Loader, prepared.Start);
        using var stop = new CancellationTokenSource();
        Assert.Same(PictureStopped.Instance, lesson.State(["path"], stop.Token, _ => stop.Cancel()).Pictures["path"]);
        Assert.IsType<SurfaceData>(lesson.State(["path"]).Pictures["path"]);
        using var session = new SessionKit(new Size(120, 36), "xor.json");
        session.Tell(new PicturesReady(session.Lesson.Pictures.SetItem(PictureChoice.Current(session.Lesson), PictureStopped.Instance)));
        Assert.Contains("Stopped. The next step computes", session.Text);
    }

    [Fact]
    public void The_menu_is_read_again_when_the_folder_has_changed()
    {
        var files = new List<string>();
        var changed = DateTime.UnixEpoch;
        using var runner = new SessionRunner(new SessionWorld { Library = new LessonLibrary(EmbeddedLessons.Read(), new MemoryFiles([]), _ => files), Changed = _ => changed });
        var said = new List<SessionMessage>();
        runner.Perform(new ReadMenu("own"), said.Add);
        runner.Perform(new RefreshMenu(), said.Add);
        Assert.Single(said.OfType<MenuRead>());
        files.Add("own/new.json");
        runner.Perform(new RefreshMenu(), said.Add);
        Assert.Equal(2, said.OfType<MenuRead>().Count());
        changed = changed.AddSeconds(1);
        runner.Perform(new RefreshMenu(), said.Add);
        runner.Perform(new RefreshMenu(), said.Add);
        Assert.Equal(3, said.OfType<MenuRead>().Count());
    }

    [Fact]
    public void A_warning_about_the_progress_file_stays_until_escape()
    {
        using var session = new SessionKit(new Size(80, 24), "xor.json");
        session.Tell(new Said(new Notice(SessionWords.ProgressSetAside.With("progress.json.damaged"), true, Stays: true))).Press("Right", "Down");
        Assert.Contains("damaged", session.Text);
        Assert.Contains("Esc close", session.Text);
        session.Press("Escape");
        Assert.DoesNotContain("damaged", session.Text);
    }

    [Theory]
    [InlineData("Right on the nose.", "")]
    [InlineData("Yes: 0.69.", "")]
    [InlineData("Righteous.", "Right. ")]
    [InlineData("The slope is 2.", "Right. ")]
    [InlineData("", "Right.")]
    public void A_verdict_is_not_said_twice(string feedback, string verdict) =>
        Assert.Equal(verdict, AnswerWords.Verdict(new AskState(["1"], true, Phrase.Same(feedback)), Language.English));

    private static (string, string) Axes(SessionKit session)
    {
        var data = (BoundaryData)session.Lesson.Pictures["boundary"];
        return (data.XName, data.YName);
    }
}
