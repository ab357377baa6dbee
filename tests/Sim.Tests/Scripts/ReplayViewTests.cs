using Snapshooter.Xunit;

namespace Sim.Tests;

/// <summary>The screen of a replay, at the sizes it is designed for, in both languages, with and without colour.</summary>
public class ReplayViewTests
{
    private const string Text = """
        lesson doubling
        chapter One
        say Every feature has a weight, 每个特征都有权重, and the unit adds them up.
        scene
        step 12
        chapter Two
        say More.
        update 3
        """;

    public static TheoryData<string, int, int, string> Cases()
    {
        var cases = new TheoryData<string, int, int, string>();
        foreach (string state in new[] { "playing", "taken-over", "ended", "problem" })
            foreach (var (width, height) in new[] { (120, 36), (100, 30), (80, 24), (40, 12) })
                foreach (string language in new[] { "en", "zh" })
                    cases.Add(state, width, height, language);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Replays_look_as_accepted(string state, int width, int height, string language) =>
        Snapshot.Match(GridText.Of(ReplayView.Draw(Model(state, new Size(width, height), language), new Size(width, height))), SnapshotNameExtension.Create(state, $"{width}x{height}", language));

    [Fact]
    public void Colours_are_as_accepted() =>
        Snapshot.Match(Colours(ReplayView.Draw(Model("playing", new Size(80, 24), "en"), new Size(80, 24))), SnapshotNameExtension.Create("colour"));

    private static string Colours(Grid grid)
    {
        var text = new StringWriter();
        GridAnsi.Write(grid, Theme.Dark, ColorDepth.TrueColor, text);
        return text.ToString();
    }

    [Fact]
    public void Any_size_can_be_drawn()
    {
        var model = Model("playing", new Size(100, 30), "en");
        for (int width = 0; width < 160; width += 7)
            for (int height = 0; height < 40; height += 3)
                Assert.Equal(new Size(width, height), ReplayView.Draw(model, new Size(width, height)).Size);
    }

    // In the middle of step 12, with the session that a check has at that place.
    private static ReplayModel Model(string state, Size size, string language)
    {
        var script = ScriptParser.Parse("test", Text).Script;
        var view = ViewSettings.Default with { Language = Lessons.Languages.Of(language)!.Value };
        var frame = new ScriptPlayer(SessionKit.Library(), view).Play(script).OfType<FrameShown>().Where(shown => shown.Command.Is("step")).ElementAt(4).Frame;
        var session = frame.Session with { Size = size };
        var model = new ReplayModel { Script = script, Session = session, Caption = frame.Caption, At = 4, Move = 5, Key = "→ ×12  step 12", Here = new(session, null, frame.Caption) };
        return state switch
        {
            "taken-over" => model with { State = ReplayState.TakenOver, Caption = "" },
            "ended" => model with { State = ReplayState.Ended, Caption = "", At = script.Commands.Length, Move = 0 },
            "problem" => model with { State = ReplayState.Paused, Speed = 2, Problem = model.Say(ReplayWords.DoesNotHold.With(12, "loss < 0.1", "loss = 0.5")) },
            _ => model,
        };
    }
}
