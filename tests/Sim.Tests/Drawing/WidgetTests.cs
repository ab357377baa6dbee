using FsCheck.Fluent;
using Snapshooter.Xunit;

namespace Sim.Tests;

public class WidgetTests
{
    private static string Draw(int width, int height, Action<Region> draw)
    {
        var grid = new Grid(width, height);
        draw(grid.All);
        return GridText.Of(grid);
    }

    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    [InlineData(40, 10)]
    public void Sample_screen_looks_like_this(int width, int height) =>
        Snapshot.Match(GridText.Of(SampleScreen.Draw(new Size(width, height))), SnapshotNameExtension.Create($"{width}x{height}"));

    [Fact]
    public void Sample_screen_in_ascii_looks_like_this()
    {
        string text = GridText.Of(SampleScreen.Draw(new Size(100, 30)), GlyphSet.Ascii);
        Assert.True(System.Text.Ascii.IsValid(text));
        Snapshot.Match(text);
    }

    [Fact]
    public void Frame_holds_its_title_and_truncates_it()
    {
        Assert.Equal("┌─ a long t… ─┐\n│             │\n└──────── ok ─┘\n", Draw(15, 3, region => Frame.Draw(region, "a long title here", note: "ok")));
        Assert.Equal("┏━ 课文 ━━┓\n┗━━━━━━━━━┛\n", Draw(11, 2, region => Frame.Draw(region, "课文", focused: true)));
    }

    [Fact]
    public void Bars_measure_in_eighths_and_show_the_sign()
    {
        Assert.Equal("████▌\n", Draw(8, 1, region => Bar.Draw(region, 0, 4.5 / 8, Role.Good)));
        Assert.Equal("████████\n", Draw(8, 1, region => Bar.Draw(region, 0, 99, Role.Good)));
        Assert.Equal("\n", Draw(8, 1, region => Bar.Draw(region, 0, double.NaN, Role.Good)));
        Assert.Equal("   −▒│\n", Draw(11, 1, region => Bar.Signed(region, 0, -0.4, 1)));
        Assert.Equal("     │████+\n", Draw(11, 1, region => Bar.Signed(region, 0, 1, 1)));
        Assert.Equal("▁▅█!\n", Draw(9, 1, region => Bar.Sparkline(region, 0, [0, 4, 8, double.NaN], Role.Loss)));
    }

    [Fact]
    public void Heat_cells_show_sign_and_size_without_colour()
    {
        double[] values = [0, 0.4, 0.7, 1, -0.4, -0.7, -1, double.NaN];
        Assert.Equal("·+*#-~=?\n", Draw(8, 1, region => HeatMap.Draw(region, 1, 8, (_, x) => values[x], 1, cellWidth: 1)));
    }

    [Fact]
    public void Table_shrinks_its_widest_column_and_keeps_the_selected_row_visible()
    {
        string text = Draw(20, 3, region => Table.Draw(region, [new("name"), new("value", Align.Right)], [["a very long name indeed", "0.25"], ["短", "−1"]], first: 0, selected: 1));
        Assert.Equal("  name         value\n  a very lon…   0.25\n> 短              −1\n", text);
        Assert.Equal(3, Table.Scroll(0, 5, 3, 10));
        Assert.Equal(2, Table.Scroll(4, 2, 3, 10));
        Assert.Equal(0, Table.Scroll(4, -1, 30, 10));
    }

    [Fact]
    public void Curves_differ_without_colour()
    {
        var one = Draw(40, 8, region => Plot.Draw(region, TwoCurves(0)));
        var other = Draw(40, 8, region => Plot.Draw(region, TwoCurves(1)));
        Assert.NotEqual(one, other);
        static Plot TwoCurves(int first) => new()
        {
            Axes = false,
            Legend = false,
            Series = first == 0 ? [Rising, Flat] : [Flat, Rising],
        };
    }

    private static readonly Series Rising = Series.Of("rising", [0, 1, 2, 3], Role.Loss), Flat = Series.Of("flat", [1, 1, 1, 1], Role.Loss);

    [Fact]
    public void A_straight_line_is_straight()
    {
        string text = Draw(8, 4, region => Plot.Draw(region, new Plot { Axes = false, Series = [Series.Of("", [0, 1], Role.Loss)] }));
        Assert.Equal("      ⡠⠊\n    ⡠⠊\n  ⡠⠊\n⡠⠊\n", text);
    }

    [Fact]
    public void Plots_take_any_numbers() => Samples.Check(
        Gen.Zip(Samples.Sizes, Gen.Zip(Gen.Elements(true, false), Numbers.ListOf())), sample =>
        {
            var (size, (log, values)) = sample;
            Plot.Draw(new Grid(size).All, new Plot
            {
                LogY = log,
                LogX = log,
                Series = [Series.Of("a", values, Role.Loss), Series.Of("b", values.AsEnumerable().Reverse(), Role.Loss), Series.Of("c", values, Role.Good) with { Scatter = true }],
                Thresholds = [new Threshold(values.FirstOrDefault(), "t", Role.Good), new Threshold(2, "v", Role.Good, true)],
            });
            Bar.Sparkline(new Grid(size).All, 0, values.ToArray(), Role.Loss);
            foreach (double value in values)
            {
                Bar.Signed(new Grid(size).All, 0, value, values[0]);
                Bar.Gauge(new Grid(size).All, 0, "标签 label", value, Scale.Label(value), Role.Good);
                HeatMap.DrawCell(new Grid(size).All, value, values[0]);
            }
        }, 200);

    private static FsCheck.Gen<double> Numbers => Gen.OneOf(
        Gen.Elements(0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, 1e300, 1e-300),
        Gen.Choose(-1000, 1000).Select(i => i / 7.0));

    [Fact]
    public void Scales_tick_at_round_numbers()
    {
        Assert.Equal([0, 0.5, 1], new Scale(0, 1).Ticks(3));
        Assert.Equal([0.01, 0.1, 1], new Scale(0.005, 2, Log: true).Ticks(4));
        Assert.Equal(0.5, new Scale(0.01, 100, Log: true).Fraction(1), 12);
        Assert.True(double.IsNaN(new Scale(0.01, 100, Log: true).Fraction(0)));
        Assert.Equal("0.25 −1.5 1200 1e−5 0", string.Join(' ', new[] { 0.25, -1.5, 1200, 1e-5, 0 }.Select(Scale.Label)));
    }
}
