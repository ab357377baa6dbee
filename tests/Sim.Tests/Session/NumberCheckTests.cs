using Core;

namespace Sim.Tests;

/// <summary>Asking a number whether it is right.</summary>
public class NumberCheckTests
{
    private static SessionKit At(string position)
    {
        var session = new SessionKit(new Size(120, 36), "xor.json");
        return session.Press("g").Type(position).Press("Enter");
    }

    [Theory]
    [InlineData("3:layer1.weight.grad")]
    [InlineData("3:layer2.bias.grad")]
    [InlineData("3:layer1.dz")]
    [InlineData("3:layer1.da")]
    [InlineData("3:layer2.dz")]
    public void A_gradient_is_checked_by_a_central_difference(string position)
    {
        using var session = At(position).Press("Down", "C");
        Assert.Equal(GradientVerdict.Agrees, session.Lesson.Check!.Verdict);
        Assert.True(session.Lesson.Check.IsFine);
        Assert.Contains("central difference", session.Text);
        Assert.Contains("✓ agrees", session.Text);
    }

    [Fact]
    public void Another_number_is_checked_in_double_precision_alone()
    {
        using var session = At("3:layer1.a").Press("C");
        Assert.Null(session.Lesson.Check!.Verdict);
        Assert.True(session.Lesson.Check.IsConfirmed);
        Assert.Contains("── check ─", session.Text);
        Assert.DoesNotContain("central difference", session.Text);
    }

    [Theory]
    [InlineData("Right")]
    [InlineData("Left")]
    [InlineData("Down")]
    [InlineData("PageDown")]
    public void Moving_takes_the_check_away(string key)
    {
        using var session = At("3:layer1.weight.grad").Press("C", key);
        Assert.Null(session.Lesson.Check);
    }

    [Fact]
    public void A_check_stays_while_runs_are_compared_and_is_made_again_in_another_run()
    {
        using var session = At("3:layer1.weight.grad").Press("C");
        double before = session.Lesson.Check!.Measured!.Numeric;
        session.Press("s").Type("optimizer.learningRate 3").Press("Enter");
        Assert.Equal(1, session.Lesson.Forks);
        double after = session.Lesson.Check!.Measured!.Numeric;
        Assert.NotEqual(before, after);
        Assert.Equal(GradientVerdict.Agrees, session.Lesson.Check.Verdict);
        session.Press("c", "Enter");
        Assert.Equal(after, session.Lesson.Check!.Measured!.Numeric);
        session.Press("U");
        Assert.Equal(before, session.Lesson.Check!.Measured!.Numeric);
    }

    [Fact]
    public void What_was_not_computed_is_not_checked()
    {
        using var session = At("0").Press("C");
        Assert.Contains("Nothing computed yet", session.Text);
        session.Press("Right", "C");
        Assert.Contains("is given and not calculated", session.Text);
    }

    [Fact]
    public void A_wrong_number_is_called_wrong()
    {
        var measured = new GradientCheckRow("w", 0.5, 0.5, 0, 0, GradientVerdict.Agrees);
        Assert.Equal(GradientVerdict.Agrees, new NumberCheck(default, "w", [], 0.5 + 1e-8, null, measured).Verdict);
        var wrong = new NumberCheck(default, "w", [], 0.51, new FormulaCheck(0.5, 1e-7), measured);
        Assert.Equal((GradientVerdict.Differs, false, false), (wrong.Verdict!.Value, wrong.IsConfirmed, wrong.IsFine));
        Assert.True(CheckText.Notice(wrong, 4).IsProblem);
    }
}
