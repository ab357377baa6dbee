using FsCheck.Fluent;

namespace Sim.Tests;

/// <summary>What is done in a session becomes a script; the script does the same.</summary>
public class RecordingTests
{
    // Single keys, and what people type in one go. Without keys that go by the clock, write files or end the program.
    private static readonly string[][] Actions =
    [
        .. KeyMap.All.SelectMany(binding => binding.Names).Where(name => !"a + = - S T R q K / F Delete D".Split(' ').Contains(name)).Select(name => new[] { name }),
        .. "Right Right Right Left PageDown Down Space Space } 1 2 Enter".Split(' ').Select(name => new[] { name }),
        Typed("g", "3"), Typed("g", "2:layer1.a"), Typed("g", "999"), Typed("g", "end"), Typed("g", "nonsense"), Typed("g", ""),
        Typed("u", "update > 3"), Typed("u", "loss < -1"), Typed("u", "los < 1"), Typed("s", "optimizer.learningRate 0.3"), Typed("s", "optimizer.learningRate=9"), Typed("s", "seed banana"),
        Typed("b", "update == 4"), Typed("b", "1"), [.. Typed("e", "").SkipLast(1), "Ctrl+u", "1", ".", "5", "Enter"], Typed("e", "x"),
        [.. Typed("g", "77").SkipLast(1), "Escape"], ["g", "9", "9", "Enter", "Backspace", "Backspace", "1", "Enter"], ["g", "9", "9", "9", "9", "Enter", "Escape"],
        ["v", "Down", "Enter"], ["v", "Escape"], ["c", "Down", "Enter"], ["c", "Enter"], ["?", "Down", "Escape"], ["G", "q"], ["N", "Escape"],
    ];

    private static string[] Typed(string key, string text) => [key, .. text.EnumerateRunes().Select(rune => new Key(KeyCode.Rune, rune).ToString()), "Enter"];

    private static (HeadlessSession Session, Func<TimeSpan> Clock, Action<double> Wait) Start(string target, RecordedPauses? pauses = null, Size? size = null)
    {
        var now = TimeSpan.Zero;
        Func<TimeSpan> clock = () => now;
        var model = new SessionModel { Size = size ?? new Size(100, 30) };
        var recording = RecordingStart.Of(new Recording { Clock = clock, Pauses = pauses ?? RecordedPauses.Real, Target = target }, model);
        recording = recording with { Lines = recording.Lines.Add(new("lesson", target)) };
        var session = new HeadlessSession(SessionKit.Library(), model with { Recording = recording }, readsMenu: false);
        session.Tell(new LessonAsked(target));
        return (session, clock, seconds => now += TimeSpan.FromSeconds(seconds));
    }

    private static string Screen(SessionModel model) => GridText.Of(SessionView.Draw(model with { Recording = null, Notice = null }, model.Size));

    private static string Text(HeadlessSession session) => session.Model.Recording!.Text();

    // Without the three lines that say size, language and lesson, and the comment.
    private static string[] Lines(HeadlessSession session) => [.. session.Model.Recording!.Lines.Skip(3).Select(line => line.ToString())];

    private static string[] Record(string target, params string[][] actions)
    {
        var (session, _, _) = Start(target);
        using (session)
        {
            foreach (string key in actions.SelectMany(keys => keys)) session.Tell(new KeyPressed(KeyNames.Parse(key)));
            return Lines(session);
        }
    }

    [Theory]
    [InlineData("xor.json")]
    [InlineData("doubling")]
    public void Recorded_and_replayed_a_session_ends_with_the_same_bits_and_the_same_screen(string target) =>
        Samples.Check(Gen.Elements(Actions).ArrayOf(), actions => Same(target, actions), count: 30);

    [Fact]
    public void A_session_found_by_chance_ends_alike() => Same("xor.json",
    [
        ["Down"], ["l"], ["Up"], ["Right"], ["x"], Typed("s", "optimizer.learningRate=9"), ["Escape"], ["Escape"], ["Backspace"], ["e"], ["Enter"], [">"], ["H"], ["{"], ["g", "e", "n", "d", "Enter"],
    ]);

    private static void Same(string target, string[][] actions)
    {
        var (session, _, wait) = Start(target);
        using (session)
        {
            foreach (string key in actions.SelectMany(keys => keys))
            {
                wait(0.3);
                session.Tell(new KeyPressed(KeyNames.Parse(key)));
                if (session.Model.ExitCode is not null) break;
            }
            if (session.Model.Lesson!.Auto is not null) session.Tell(new Commanded(SessionCommand.Auto));
            // A line that is still being typed, or a page that is still looked at, is not yet something done.
            for (int k = 0; k < 3 && (session.Model.Prompt is not null || session.Model.Overlay != Overlay.None); k++) session.Tell(new KeyPressed(new Key(KeyCode.Escape)));
            string text = Text(session);
            var reading = ScriptParser.Parse("recorded", text);
            Assert.Empty(reading.Problems);
            var events = new ScriptPlayer(SessionKit.Library()).Play(reading.Script).ToList();
            Assert.All(events.OfType<CommandFailed>(), failed => Assert.Fail($"{failed.Command}: {failed.Message}\n{text}"));
            var end = Assert.IsType<ScriptEnded>(events[^1]);
            // A message goes with the next key, also with one that leaves no trace.
            string screen = Screen(session.Model), replayed = Screen(end.Frame.Session);
            Assert.True(session.Lesson!.Run.Timeline.StateHash() == end.Hash, text);
            Assert.True(screen == replayed, text + "\n" + string.Join('\n', TextDifference.Of(screen, replayed)));
        }
    }

    [Fact]
    public void The_same_move_again_is_counted() =>
        Assert.Equal(["step 12", "back 2", "update 3", "down", "step"], Record("xor.json", [.. Enumerable.Repeat("Right", 12), "Left", "h", "PageDown", "f", "f", "Down", "l"]));

    [Fact]
    public void What_was_typed_or_chosen_becomes_the_command_it_was() =>
        Assert.Equal(
            ["go 3:layer1.z", "until loss < 0.69", "break update == 9", "next-break", "set optimizer.learningRate 2", "undo", "end", "start"],
            Record("xor.json", Typed("g", "3:layer1.z"), Typed("u", "loss < 0.69"), Typed("b", "update == 9"), [">"], Typed("s", "optimizer.learningRate 2"), ["U", "End", "Home"]));

    [Fact]
    public void What_the_session_refused_is_replayed_key_by_key() =>
        Assert.Equal(["key g", "key 9", "key 9", "key Enter", "step"], Record("xor.json", Typed("g", "99"), ["Right"]));

    [Fact]
    public void A_line_typed_for_nothing_leaves_no_trace_and_a_page_looked_at_does() =>
        Assert.Equal(["step", "help", "down 2", "cancel", "step"], Record("xor.json", ["Right", "g", "3", "Escape", "?", "Down", "Down", "Escape", "Right"]));

    [Fact]
    public void Halts_become_pauses_as_long_as_they_were_none_or_all_alike()
    {
        foreach (var (pauses, lines) in new (RecordedPauses, string[])[]
        {
            (RecordedPauses.Real, ["step 2", "pause 2.5", "step", "pause 20", "step"]),
            (RecordedPauses.None, ["step 4"]),
            (new(true, TimeSpan.FromSeconds(1.5)), ["step 2", "pause 1.5", "step", "pause 1.5", "step"]),
        })
        {
            var (session, _, wait) = Start("xor.json", pauses);
            using (session)
                foreach (double gap in new[] { 0.2, 0.9, 2.5, 100 })
                {
                    wait(gap);
                    session.Tell(new KeyPressed(new Key(KeyCode.Right)));
                }
            Assert.Equal(lines, Lines(session).SkipWhile(line => line.StartsWith("pause", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Auto_play_is_recorded_as_the_steps_it_took()
    {
        var (session, _, _) = Start("xor.json");
        using (session)
        {
            session.Tell(new KeyPressed(new Key('a')));
            for (int k = 0; k < 9; k++) session.Tell(new AutoTick());
            session.Tell(new KeyPressed(new Key('a')));
            Assert.Equal(["step 9"], Lines(session));
        }
    }

    [Fact]
    public void The_key_starts_in_the_middle_and_stops()
    {
        using var session = new HeadlessSession(SessionKit.Library(), new SessionModel { Size = new Size(100, 30), Recording = new Recording() }, readsMenu: false);
        session.Tell(new LessonAsked("xor.json"));
        foreach (string key in "PageDown PageDown Right Right R Right Right".Split(' ')) session.Tell(new KeyPressed(KeyNames.Parse(key)));
        Assert.Contains("● REC", GridText.Of(SessionView.Draw(session.Model, session.Model.Size)));
        string text = Text(session);
        Assert.EndsWith("lesson xor.json\ngo xor.json@3:batch.x\nstep 2\n", text);
        ulong hash = session.Lesson!.Run.Timeline.StateHash();
        Assert.Equal(hash, new ScriptPlayer(SessionKit.Library()).Play(ScriptParser.Parse("recorded", text).Script).OfType<ScriptEnded>().Single().Hash);
        foreach (string key in "R Right".Split(' ')) session.Tell(new KeyPressed(KeyNames.Parse(key)));
        Assert.Equal(text, Text(session));
        Assert.DoesNotContain("REC", GridText.Of(SessionView.Draw(session.Model, session.Model.Size)));
    }
}
