using Lessons;

namespace Sim;

/// <summary><c>sim doctor</c>: what this terminal can show, and what to change.</summary>
internal sealed class DoctorCommand(CommandHost host)
{
    // Every line is 24 cells wide if the terminal counts as this program does.
    private static readonly string[] Ruler =
    [
        "|----------------------|",
        "|∂L/∂w ŷ₁ ≤ ½ xᵢ² σ′ λ |",
        "|⎡0.25⎤ ⠁⠂⠄⡀⢀⠠⠐⠈ ▁▃▅▇█ |",
        "|学习率、损失函数。ABC |",
    ];

    /// <returns>1 if something does not work at all.</returns>
    public int Run(DoctorFacts facts, Language language)
    {
        bool isAscii = facts.Capabilities.Glyphs == GlyphSet.Ascii;
        var lines = DoctorReport.Of(facts, language);
        int width = lines.Max(line => TextWidth.Of(line.Name));
        foreach (var line in lines)
        {
            host.Out.WriteLine($"{line.Sign(isAscii)} {line.Name}{new string(' ', width - TextWidth.Of(line.Name))}  {line.Found}");
            if (line.Advice.Length > 0) foreach (string row in Flow.Wrap("→ " + line.Advice, 70)) host.Out.WriteLine(new string(' ', width + 4) + (isAscii ? row.Replace("→", "->") : row));
        }
        if (!isAscii)
        {
            host.Out.WriteLine();
            foreach (string line in Ruler) host.Out.WriteLine("  " + line);
        }
        if (facts.OutputIsTerminal && facts.Capabilities.Color != ColorDepth.None) Colours(facts);
        return lines.Any(line => line.Verdict == DoctorVerdict.Problem) ? ExitCode.CheckFailed : ExitCode.Fine;
    }

    private void Colours(DoctorFacts facts)
    {
        var grid = new Grid(new Size(40, 1));
        int x = 2;
        foreach (var role in new[] { Role.Input, Role.Weight, Role.Positive, Role.Negative, Role.Gradient, Role.Active, Role.Good, Role.Bad })
            for (int shade = 0; shade < 4; shade++) grid.All.Put(x++, 0, shade == 0 ? "●" : " ", new Style(role).Shaded(shade * 2));
        GridAnsi.Write(grid, Theme.Dark, facts.Capabilities.Color, host.Out, facts.Capabilities.Glyphs);
    }
}
