namespace Sim.Tests;

public class FormulaLinesTests
{
    private const string Short = "a + √(b² + c²) + d", Long = "g = √((∂L/∂w₁₁)² + (∂L/∂w₁₂)² + (∂L/∂w₁₃)² + (∂L/∂w₁₄)²)";

    [Fact]
    public void A_short_function_stays_whole()
    {
        string[] parts = FormulaLines.Breakable(Short).Split(' ');
        Assert.Equal(["a", "+\u00a0√(b²\u00a0+\u00a0c²)", "+\u00a0d"], parts);
    }

    [Fact]
    public void A_function_longer_than_a_line_is_broken_between_its_terms()
    {
        var lines = Flow.Wrap(FormulaLines.Breakable(Long), 30);
        Assert.Equal(Long, FormulaLines.Plain(string.Join(' ', lines)));
        Assert.All(lines, line => Assert.True(TextWidth.Of(line) <= 30));
        Assert.All(lines.Skip(1), line => Assert.StartsWith("+\u00a0(∂L/∂w", line));
    }
}
