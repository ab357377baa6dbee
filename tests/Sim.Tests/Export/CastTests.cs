using System.Globalization;

namespace Sim.Tests;

/// <summary>Casts of scripts, played in a small terminal.</summary>
public class CastTests
{
    private const string Walk = """
        chapter One
        lesson xor.json
        say 加权和 comes first.
        step 6
        pause 2
        chapter 第二章 "two"
        size 90 28
        lang zh
        update 30
        theme
        key g
        key 3
        key Enter
        say Done.
        """;

    private static (List<ScriptEvent> Events, string Cast) Make(string text, int version = 2, bool showsKeys = false)
    {
        var reading = ScriptParser.Parse("walk", text);
        Assert.Empty(reading.Problems);
        var export = new CastExport("-", version, showsKeys, "walk");
        var events = new ScriptPlayer(SessionKit.Library()).Play(reading.Script).ToList();
        foreach (var happened in events) export.See(happened);
        return (events, Assert.Single(export.Files()).Text);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public void A_cast_played_back_ends_with_the_last_screen_of_the_script(int version, bool showsKeys)
    {
        var (events, cast) = Make(Walk, version, showsKeys);
        var played = new CastPlayer(cast);
        var end = Assert.IsType<ScriptEnded>(events[^1]);
        Assert.Equal(GridText.Of(end.Frame.Draw()), played.Screen);
        Assert.Equal((90, 28, false), (played.Terminal.Width, played.Terminal.Height, played.Terminal.Scrolled));
        Assert.Equal(end.At.TotalSeconds, (double)played.Events[^1].At, 3);
        Assert.True(played.Terminal.Modes.IsSupersetOf(["7", "25"]), "wrapping and cursor are left as they were");
        Assert.Equal(version == 3 ? ["0"] : [], played.Of('x'));
    }

    [Fact]
    public void Chapters_are_markers_at_their_time()
    {
        var (events, cast) = Make(Walk);
        Assert.Equal(
            events.OfType<ChapterBegun>().Select(chapter => ((decimal)chapter.At.TotalMilliseconds / 1000, chapter.Title)),
            new CastPlayer(cast).Events.Where(happened => happened.Code == 'm').Select(happened => (happened.At, happened.Data)));
    }

    [Fact]
    public void Keys_are_told_only_if_asked_for()
    {
        Assert.Empty(new CastPlayer(Make(Walk).Cast).Of('i'));
        var (events, cast) = Make(Walk, 2, showsKeys: true);
        string[] keys = [.. new CastPlayer(cast).Of('i')];
        Assert.Equal(events.OfType<KeyShown>().Select(key => key.Key), keys);
        Assert.Equal(["→", "→", "→", "→", "→", "→"], keys[..6]);
    }

    [Fact]
    public void Screens_that_nobody_could_see_are_left_out()
    {
        var played = new CastPlayer(Make("lesson xor.json\nstep 200\n").Cast);
        var times = played.Events.Where(happened => happened.Code == 'o').Select(happened => happened.At).Distinct().ToList();
        Assert.InRange(times.Count, 60, 90);
        Assert.All(times.SkipLast(1).Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 0.02m));
    }

    [Fact]
    public void Every_screen_that_stands_is_shown()
    {
        var (events, cast) = Make("lesson xor.json\nstep 5\nsay words\nback 2\n");
        var expected = events.OfType<FrameShown>().Select(frame => Math.Round((decimal)frame.At.TotalSeconds, 3)).Distinct();
        Assert.Subset(new CastPlayer(cast).Events.Where(happened => happened.Code == 'o').Select(happened => happened.At).ToHashSet(), expected.ToHashSet());
    }

    [Fact]
    public void A_demo_of_minutes_is_less_than_a_megabyte()
    {
        string path = Path.Combine(Shared.Repository.Root, "demos", "learning-rate.demo");
        var host = new CommandHost { Out = new StringWriter(), Error = TextWriter.Null, Files = new DiskFiles(), Lessons = EmbeddedLessons.Read() };
        Assert.Equal(0, CommandLine.Run(["replay", path, "--cast", "-"], host));
        string cast = host.Out.ToString()!;
        Assert.InRange(cast.Length, 10_000, 1_000_000);
        Assert.Equal(100, new CastPlayer(cast).Header.GetProperty("width").GetInt32());
    }

    [Fact]
    public void Another_culture_makes_the_same_bytes()
    {
        var here = CultureInfo.CurrentCulture;
        string invariant = Make(Walk, 3, true).Cast;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−" } };
            Assert.Equal(invariant, Make(Walk, 3, true).Cast);
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = here;
        }
    }
}
