namespace Sim.Tests;

/// <summary>A screen with everything the drawing layer has, for snapshots, fuzzing and looking at.</summary>
internal static class SampleScreen
{
    private const string Chinese = "梯度下降：每一步都沿着损失下降最快的方向走一点。学习率太大，就会来回震荡（oscillation）；太小，则“走”得很慢。《西瓜书》第5章。";

    public static Grid Draw(Size size, int tick = 0)
    {
        var grid = new Grid(size);
        var rows = grid.All.Rows(1, -1, -1, 1);
        Text.Line(rows[0], 0, [new("Watermelon 西瓜 ", Role.Title), $"η 0.50  epoch {tick}  ", new(" FORWARD ", new Style(Role.Active).Reverse), new(" loss", Role.Dim)]);
        var top = rows[1].Columns(-1, -1);
        DrawFormula(Frame.Draw(top[0], "layer1.z · weighted sum", note: "✓ checked"));
        Text.Paragraph(Frame.Draw(top[1], "课文", focused: true), Chinese + "\nŷ = σ(Wᵀx + b), ∂L/∂w₁ = ∑ᵢ δᵢ·xᵢ ≈ −0.25", Role.Text);
        var bottom = rows[2].Columns(-2, -1, -1);
        DrawPlot(Frame.Draw(bottom[0], "loss · log"), tick);
        DrawHeat(Frame.Draw(bottom[1], "heat · bars"), tick);
        Table.Draw(Frame.Draw(bottom[2], "optimizer"), [new("weight"), new("grad", Align.Right), new("说明")],
            [["w₁", new Span("+0.31", Role.Positive), "颜色"], ["w₂", new Span("−0.20", Role.Negative), "大小 size"]], selected: tick % 2);
        Text.Line(rows[3], 0, [new("←→", Role.Key), " step  ", new("space", Role.Key), " continue  ", new("q", Role.Key), " quit"]);
        return grid;
    }

    private static void DrawFormula(Region region)
    {
        Text.Line(region, 0, "z = W·x + b", Role.Dim);
        Text.Line(region, 1, [new("z₁ = ", Role.Text), new("0.31", Role.Weight), "×", new("0.80", Role.Input), " + ", new("(−0.20)", Role.Weight), "×", new("0.60", Role.Input), " = ", new("0.128", Role.Active)]);
        Frame.Rule(region, 2, "backward");
        Text.Line(region, 3, "dL/dz = ŷ − y = −0.432", Role.Gradient);
        Text.Line(region, 4, "╭─ ● ◆ ▲ ■ ○ ├──◆────┬────●──┤ ░▒▓█ ▏▎▍▌▋▊▉", Role.Text);
        Text.Line(region, 5, "âŷẑŵ α β γ δ λ μ σ ∂∇∑∏√∞ ≤≥≠ ⊙⊕⊗ ½ ′ ⟨⟩ ⎡⎢⎣ ₀₁₂₉ ⁰¹²", Role.Text);
    }

    private static void DrawPlot(Region region, int tick)
    {
        Plot.Draw(region, new Plot
        {
            LogY = true,
            Series =
            [
                Series.Of("train", Enumerable.Range(0, 60 + tick).Select(i => 2 * Math.Exp(-i / 12.0) + 0.01), Role.Loss),
                Series.Of("validation", Enumerable.Range(0, 60 + tick).Select(i => 2 * Math.Exp(-i / 15.0) + 0.05 + i * 0.002), Role.Validation),
            ],
            Thresholds = [new Threshold(0.1, "goal", Role.Good), new Threshold(30, "now", Role.Active, Vertical: true)],
        });
    }

    private static void DrawHeat(Region region, int tick)
    {
        var parts = region.Rows(4, 1, 1, 1, -1);
        HeatMap.Draw(parts[0], 4, 9, (row, column) => Math.Sin(row * 1.7 + column + tick), 1);
        Bar.Signed(parts[1], 0, -0.6, 1);
        Bar.Signed(parts[2], 0, 0.45, 1);
        Bar.Gauge(parts[3], 0, "dead", 0.37, "37 %", Role.Warning);
        Bar.Sparkline(parts[4], 0, [1, 2, 3, 5, 8, double.NaN, 5, 3, 2, 1, 0], Role.Accent);
    }
}
