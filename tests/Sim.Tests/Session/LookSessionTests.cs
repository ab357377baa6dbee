namespace Sim.Tests;

/// <summary>How the session looks, changed by keys while a lesson is open.</summary>
public class LookSessionTests
{
    [Fact]
    public void The_language_changes_at_any_moment_and_back()
    {
        using var session = new SessionKit(new Size(120, 36));
        string english = session.Text;
        session.Press("L");
        Assert.Contains("权重", session.Text);
        session.Press("L");
        Assert.Equal(english, session.Text);
    }

    [Fact]
    public void Digits_and_theme_change_at_any_moment()
    {
        using var session = new SessionKit(new Size(120, 36));
        session.Press("Space", "Right");
        var (digits, theme, run) = (session.Model.View.Digits, session.Model.Theme, session.Lesson.Run.Now);
        session.Press("d", "t");
        Assert.NotEqual(digits, session.Model.View.Digits);
        Assert.NotEqual(theme, session.Model.Theme);
        Assert.Equal(run, session.Lesson.Run.Now);
    }
}
