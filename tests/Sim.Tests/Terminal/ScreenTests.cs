using FsCheck.Fluent;

namespace Sim.Tests;

public class ScreenTests
{
    private static void AssertShows(Grid grid, VtEmulator terminal)
    {
        for (int y = 0; y < grid.Height; y++)
            for (int x = 0; x < grid.Width; x++)
                Assert.Equal((grid[x, y].Glyph, Sgr.Of(grid[x, y].Style, Theme.Dark, ColorDepth.TrueColor)), terminal[x, y]);
        Assert.False(terminal.Scrolled);
    }

    [Fact]
    public void Any_grid_after_any_other_is_shown_exactly() => Samples.Check(
        Samples.Sizes.Where(size => size.Width > 0 && size.Height > 0).SelectMany(size => Samples.Grids(size).ListOf(4)), grids =>
        {
            var screen = new Screen(Theme.Dark, ColorDepth.TrueColor, GlyphSet.Unicode);
            var terminal = new VtEmulator(grids[0].Width, grids[0].Height);
            foreach (var grid in grids)
            {
                terminal.Feed(screen.Frame(grid).Span);
                AssertShows(grid, terminal);
                Assert.True(screen.Frame(grid).IsEmpty);
            }
        }, 150);

    [Fact]
    public void Runs_nearer_than_six_cells_are_one_write()
    {
        var screen = new Screen(Theme.Dark, ColorDepth.None, GlyphSet.Unicode);
        screen.Frame(new Grid(40, 1));
        var grid = new Grid(40, 1);
        foreach (int x in new[] { 2, 8, 20 }) grid.All.Write(x, 0, "x", Role.Text);
        string bytes = System.Text.Encoding.UTF8.GetString(screen.Frame(grid).Span);
        Assert.Equal("\e[?2026h\e[?25l\e[1;3H\e[0mx     x\e[1;21Hx\e[0m\e[?2026l", bytes);
    }

    [Fact]
    public void The_last_cell_does_not_scroll_and_a_resize_draws_all()
    {
        var screen = new Screen(Theme.Dark, ColorDepth.TrueColor, GlyphSet.Unicode);
        var terminal = new VtEmulator(10, 3);
        foreach (var size in new[] { new Size(10, 3), new Size(12, 2), new Size(7, 5) })
        {
            var grid = new Grid(size);
            grid.All.Fill("#", Role.Good);
            terminal.Resize(size.Width, size.Height);
            terminal.Feed(screen.Frame(grid).Span);
            AssertShows(grid, terminal);
        }
    }

    [Fact]
    public void The_cursor_is_shown_where_the_grid_wants_it()
    {
        var screen = new Screen(Theme.Dark, ColorDepth.TrueColor, GlyphSet.Unicode);
        var terminal = new VtEmulator(10, 3);
        var grid = new Grid(10, 3);
        grid.All.Sub(2, 1, 5, 1).ShowCursor(3, 0);
        terminal.Feed(screen.Frame(grid).Span);
        Assert.Equal(new Point(5, 1), terminal.Cursor);
        Assert.Contains("25", terminal.Modes);
        terminal.Feed(screen.Frame(new Grid(10, 3)).Span);
        Assert.DoesNotContain("25", terminal.Modes);
    }

    [Fact]
    public void Ascii_terminals_get_ascii_only()
    {
        var screen = new Screen(Theme.Dark, ColorDepth.None, GlyphSet.Ascii);
        Assert.True(System.Text.Ascii.IsValid(screen.Frame(SampleScreen.Draw(new Size(100, 30))).Span));
    }

    [Fact]
    public void A_small_change_costs_few_bytes()
    {
        var screen = new Screen(Theme.Dark, ColorDepth.TrueColor, GlyphSet.Unicode);
        int whole = screen.Frame(SampleScreen.Draw(new Size(120, 36))).Length;
        var grid = SampleScreen.Draw(new Size(120, 36));
        grid.All.Write(40, 10, "0.1234", Role.Active);
        Assert.InRange(screen.Frame(grid).Length, 1, 80);
        Assert.InRange(whole, 1000, 20_000);
    }
}
