namespace Sim.Tests;

public class ThemeTests
{
    [Fact]
    public void Every_role_is_readable_in_every_theme()
    {
        foreach (var theme in Theme.All)
        {
            Assert.Equal(Enum.GetValues<Role>().Length, theme.Inks.Count);
            foreach (var role in Enum.GetValues<Role>())
            {
                // WCAG contrast: 3 for lines and quiet text, 4.5 for the rest.
                double wanted = role is Role.Frame ? 2.4 : role is Role.Dim ? 3 : 4.5;
                Assert.True(Contrast(theme[role].Color, theme.Background) >= wanted, $"{theme.Name} {role} {Contrast(theme[role].Color, theme.Background):0.0}");
                for (int shade = 1; shade <= Style.MaxShade; shade++)
                {
                    // On the ramp what is to be read is bold; else the glyph is a texture of its colour.
                    var (front, back) = theme.Colors((role == Role.Ramp ? new Style(role).Bold : new Style(role)).Shaded(shade));
                    Assert.True(Contrast(front, back) >= 3, $"{theme.Name} {role} shade {shade}");
                }
            }
        }
    }

    [Fact]
    public void Shades_of_the_ramp_differ_at_every_depth_and_their_lightness_goes_one_way()
    {
        foreach (var theme in Theme.All)
        {
            double[] lightness = [.. theme.Ramp.Select(Luminance)];
            Assert.Equal(theme.Background.Lightness < 0.5 ? lightness.Order() : lightness.OrderDescending(), lightness);
            foreach (var depth in new[] { ColorDepth.Ansi16, ColorDepth.Ansi256, ColorDepth.TrueColor })
                Assert.Equal(Style.MaxShade, Enumerable.Range(1, Style.MaxShade).Select(shade => Sgr.Of(new Style(Role.Ramp).Shaded(shade), theme, depth)).Distinct().Count());
        }
    }

    [Fact]
    public void Sgr_says_the_same_at_every_depth()
    {
        Style weight = new Style(Role.Weight).Bold;
        Assert.Equal("\e[0;1;38;2;195;166;255m", Sgr.Of(weight, Theme.Dark, ColorDepth.TrueColor));
        Assert.Equal("\e[0;1;38;5;183m", Sgr.Of(weight, Theme.Dark, ColorDepth.Ansi256));
        Assert.Equal("\e[0;1;95m", Sgr.Of(weight, Theme.Dark, ColorDepth.Ansi16));
        Assert.Equal("\e[0;1m", Sgr.Of(weight, Theme.Dark, ColorDepth.None));
        Assert.Equal("\e[0;7m", Sgr.Of(Role.Selected, Theme.Dark, ColorDepth.None));
    }

    [Theory]
    [InlineData(0, 0, 0, 16)]
    [InlineData(255, 255, 255, 231)]
    [InlineData(255, 0, 0, 196)]
    [InlineData(8, 8, 8, 232)]
    [InlineData(128, 128, 128, 244)]
    public void Nearest256_finds_the_entry(byte r, byte g, byte b, int index) => Assert.Equal(index, Sgr.Nearest256(new Rgb(r, g, b)));

    private static double Contrast(Rgb a, Rgb b)
    {
        double x = Luminance(a), y = Luminance(b);
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(Rgb color) => 0.2126 * Linear(color.R) + 0.7152 * Linear(color.G) + 0.0722 * Linear(color.B);

    private static double Linear(byte channel) =>
        channel / 255.0 <= 0.04045 ? channel / 255.0 / 12.92 : Math.Pow((channel / 255.0 + 0.055) / 1.055, 2.4);
}
