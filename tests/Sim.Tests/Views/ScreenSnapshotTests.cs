using Snapshooter.Xunit;

namespace Sim.Tests;

/// <summary>The main screens as text, at the sizes they are designed for, in both languages.</summary>
public class ScreenSnapshotTests
{
    public static TheoryData<string, int, int, string> Cases()
    {
        var cases = new TheoryData<string, int, int, string>();
        foreach (string screen in new[] { "menu", "tour", "scene", "question", "exploring", "projector", "zoom", "help", "summary" })
            foreach (var (width, height) in new[] { (120, 36), (80, 24), (40, 12) })
                foreach (string language in new[] { "en", "zh" })
                    cases.Add(screen, width, height, language);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Screens_look_as_accepted(string screen, int width, int height, string language)
    {
        using var session = new SessionKit(new Size(width, height), screen is "menu" or "tour" ? "" : "doubling", language: Lessons.Languages.Of(language)!.Value);
        if (screen == "tour") session.Tell(new Resized(new Size(width, height)));
        var model = Prepared(session, screen).Model;
        if (screen == "tour") model = model with { Screen = SessionScreen.Tour };
        Snapshot.Match(GridText.Of(SessionView.Draw(model, model.Size)), SnapshotNameExtension.Create(screen, $"{width}x{height}", language));
    }

    private static SessionKit Prepared(SessionKit session, string screen) => screen switch
    {
        "scene" => session.Press("}", "}"),
        "question" => session.Press("}", "H", "Enter").Type("10").Press("Enter"),
        "exploring" => session.Press("}", "Right", "Right"),
        "projector" => session.Press("}", "p", "Tab"),
        "zoom" => session.Press("}", "}", "Tab", "z"),
        "help" => session.Press("?"),
        "summary" => session.Press("}", "}", "}", "2", "}", "}"),
        _ => session,
    };

    // Every line is what it says: nothing is cut with … in the lesson pane at the smallest full size.
    [Theory]
    [InlineData(Lessons.Language.English)]
    [InlineData(Lessons.Language.Chinese)]
    public void Every_page_of_every_scene_is_reached_by_space_at_80_by_24(Lessons.Language language)
    {
        using var session = new SessionKit(new Size(80, 24), language: language);
        for (int scene = 0; scene < session.Lesson.Scenes.Length; scene++)
        {
            Assert.Equal(scene, session.Lesson.Scene);
            int pages = LessonPages.Count(session.Model);
            for (int page = 1; page < pages; page++)
            {
                session.Press("Space");
                Assert.Equal(page, session.Lesson.Page);
            }
            session.Press("}");
        }
        Assert.Equal(SessionScreen.Summary, session.Model.Screen);
    }
}
