using Core;
using Lessons;

namespace Sim.Tests;

/// <summary>Whatever is pressed, whatever the size: no exception, and the way back is the way there.</summary>
public class SessionPropertyTests
{
    private static readonly string[] Names =
    [
        .. KeyMap.All.SelectMany(binding => binding.Names), .. "0123456789abxyz.:=<>() -学".EnumerateRunes().Select(rune => rune.Value == ' ' ? "Space" : rune.ToString()),
        "Enter", "Escape", "Left", "Right", "Backspace", "Ctrl+u", "Alt+x", "F5",
    ];

    [Theory]
    [InlineData(1, "xor.json")]
    [InlineData(2, "doubling")]
    [InlineData(3, "")]
    public void Random_keys_at_random_sizes_never_fail(int seed, string target)
    {
        var random = new Random(seed);
        string folder = Directory.CreateTempSubdirectory("sim-keys").FullName;
        try
        {
            using var session = new SessionKit(new Size(120, 36), target, exportFolder: folder);
            for (int k = 0; k < 34_000; k++)
            {
                if (k % 97 == 0) session.Tell(new Resized(new Size(random.Next(1, 201), random.Next(1, 61))));
                if (k % 23 == 0) session.Tell(random.Next(3) switch { 0 => new AutoTick(), 1 => new TextPasted("layer1.z > 0\nq"), _ => new WorkTick() });
                string key = Names[random.Next(Names.Length)];
                // Export writes a file each time: seldom is enough.
                if (key is "S" or "T" && k % 50 != 0) continue;
                session.Press(key);
                if (k % 40 == 0) _ = session.Screen;
                if (session.Model.ExitCode is not null) session.Tell(new Ended(0)).Do(target.Length == 0 ? new ReadMenu(null) : new OpenLesson(target, false));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    [InlineData(40, 10)]
    public void Back_then_forward_is_the_identity_on_frames(int width, int height)
    {
        var random = new Random(7);
        (string There, string Back)[] ways = [("Right", "Left"), ("Shift+Right", "Shift+Left"), ("PageDown", "PageUp"), ("]", "[")];
        using var session = new SessionKit(new Size(width, height), "xor.json");
        session.Press("PageDown");
        for (int k = 0; k < 200; k++)
        {
            var (there, back) = ways[random.Next(ways.Length)];
            session.Press(there, "d", "d", "d", "d");
            string frame = session.Text;
            var now = session.Lesson.Run.Now;
            if (session.Lesson.Run.IsAtEnd) session.Press("Home", "PageDown");
            else
            {
                session.Press("Right", "Left", "d", "d", "d", "d");
                Assert.Equal(now, session.Lesson.Run.Now);
                Assert.Equal(frame, session.Text);
            }
        }
    }

    [Fact]
    public void Every_size_draws_every_screen()
    {
        using var session = new SessionKit(new Size(80, 24));
        using var menu = new SessionKit(new Size(80, 24), "");
        session.Press("Space", "Right");
        var tour = menu.Model with { Screen = SessionScreen.Tour };
        var summary = session.Model with { Screen = SessionScreen.Summary };
        for (int width = 0; width <= 200; width += 7)
            for (int height = 0; height <= 60; height += 3)
                foreach (var model in new[] { session.Model, menu.Model, tour, summary, session.Model with { Overlay = Overlay.Help }, session.Model with { Prompt = Prompt.For(PromptKind.GoTo, "学习学习") } })
                    Assert.Equal(new Size(width, height), SessionView.Draw(model, new Size(width, height)).Size);
    }
}
