using FsCheck.Fluent;

namespace Sim.Tests;

public class GridTests
{
    private static string Row(Grid grid, int y = 0) => GridText.Of(grid).Split('\n')[y];

    [Fact]
    public void Overwriting_half_of_a_wide_glyph_blanks_the_other_half()
    {
        var grid = new Grid(6, 1);
        grid.All.Write(0, 0, "学习率", Role.Text);
        grid.All.Write(1, 0, "x", Role.Text);
        grid.All.Write(4, 0, "y", Role.Text);
        Assert.Equal(" x习y", Row(grid));
        grid.All.Write(1, 0, "大", Role.Text);
        Assert.Equal(" 大 y", Row(grid));
    }

    [Fact]
    public void A_wide_glyph_across_the_edge_of_a_region_becomes_a_space()
    {
        var grid = new Grid(6, 1);
        grid.All.Write(0, 0, "......", Role.Text);
        grid.All.Sub(1, 0, 3, 1).Write(0, 0, "学习率", Role.Text);
        Assert.Equal(".学 ..", Row(grid));
    }

    [Fact]
    public void Regions_clip_and_have_their_own_origin()
    {
        var grid = new Grid(8, 3);
        var inner = grid.All.Sub(2, 1, 3, 5);
        Assert.Equal(new Size(3, 2), inner.Size);
        inner.Write(-1, 0, "abcdef", Role.Text);
        inner.Sheet(0, -1, 50, 50).Write(0, 2, "sheet", Role.Text);
        Assert.Equal("\n  bcd\n  she\n", GridText.Of(grid));
    }

    [Fact]
    public void Rows_and_columns_cover_the_region_exactly() => Samples.Check(
        Gen.Zip(Samples.Sizes, Gen.Choose(-3, 9).ListOf()), sample =>
        {
            var (size, parts) = sample;
            var region = new Grid(size).All;
            int[] sizes = [.. parts, -1];
            var columns = region.Columns(sizes);
            Assert.Equal(size.Width, columns.Sum(part => part.Width));
            Assert.All(columns.Zip(sizes), part => Assert.True(part.Second < 0 || part.First.Width <= part.Second));
            Assert.Equal(size.Height, region.Rows(sizes).Sum(part => part.Height));
        });

    [Fact]
    public void Wide_glyphs_are_whole_whatever_is_drawn() => Samples.Check(
        Samples.Sizes.SelectMany(Samples.Grids), grid =>
        {
            for (int y = 0; y < grid.Height; y++)
            {
                for (int x = 0; x < grid.Width; x++)
                {
                    bool wide = !grid[x, y].IsRightHalf && TextWidth.Of(grid[x, y].Glyph) == 2;
                    Assert.Equal(wide, x + 1 < grid.Width && grid[x + 1, y].IsRightHalf);
                    if (wide) Assert.Equal(grid[x, y].Style, grid[x + 1, y].Style);
                }
                if (grid.Width > 0) Assert.False(grid[0, y].IsRightHalf);
            }
        });

    [Fact]
    public void Everything_draws_at_every_size()
    {
        Samples.Check(Samples.Sizes, size => SampleScreen.Draw(size, size.Width));
        SampleScreen.Draw(new Size(0, 0));
        SampleScreen.Draw(new Size(20, 5));
        SampleScreen.Draw(new Size(500, 200));
        Frame.Draw(default, "no grid at all").Write(0, 0, "x", Role.Text);
    }
}
