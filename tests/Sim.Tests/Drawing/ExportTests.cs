using System.Text.Json;
using System.Xml.Linq;
using FsCheck.Fluent;

namespace Sim.Tests;

public class ExportTests
{
    private static string Svg(Grid grid, Theme theme, string title = "")
    {
        var output = new StringWriter();
        GridSvg.Write(grid, theme, output, title);
        return output.ToString();
    }

    [Fact]
    public void Svg_is_well_formed_whatever_is_on_the_grid() => Samples.Check(
        Gen.Zip(Samples.Sizes.SelectMany(Samples.Grids), Samples.Texts), sample =>
        {
            foreach (var theme in Theme.All) XDocument.Parse(Svg(sample.Item1, theme, sample.Item2));
        }, 100);

    [Fact]
    public void Svg_shows_every_letter_in_its_cell()
    {
        var grid = new Grid(20, 2);
        grid.All.Write(3, 1, "学ŷ a<b", Role.Text);
        var texts = XDocument.Parse(Svg(grid, Theme.Dark)).Descendants().Where(node => node.Name.LocalName == "text");
        Assert.Equal(["37:学", "55:ŷ", "73:a<b"], texts.Select(node => $"{node.Attribute("x")!.Value}:{node.Value}"));
    }

    [Fact]
    public void Svg_of_a_full_screen_is_small() => Assert.InRange(Svg(SampleScreen.Draw(new Size(120, 36)), Theme.Dark).Length, 1000, 50_000);

    [Fact]
    public void Ansi_text_without_its_colours_is_the_plain_text() => Samples.Check(
        Samples.Sizes.SelectMany(Samples.Grids), grid =>
        {
            var output = new StringWriter();
            GridAnsi.Write(grid, Theme.Dark, ColorDepth.TrueColor, output);
            string plain = System.Text.RegularExpressions.Regex.Replace(output.ToString(), "\e\\[[0-9;]*m", "");
            Assert.Equal(GridText.Of(grid), string.Join('\n', plain.Split('\n').Select(line => line.TrimEnd(' '))));
        });

    [Fact]
    public void Version_3_intervals_never_drift()
    {
        var events = Enumerable.Range(0, 1001).Select(i => new CastEvent(TimeSpan.FromTicks(i * 3333), 'o', "x")).Append(new CastEvent(TimeSpan.FromTicks(1000 * 3333), 'x', "0"));
        var output = new StringWriter();
        Asciicast.WriteV3(output, new CastHeader(new Size(80, 24)), events);
        var lines = output.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal("{\"version\":3,\"term\":{\"cols\":80,\"rows\":24,\"type\":\"xterm-256color\"}}", lines[0]);
        Assert.Equal(0.333m, lines.Skip(1).Sum(line => JsonDocument.Parse(line).RootElement[0].GetDecimal()));
        Assert.Equal("[0.000,\"x\",\"0\"]", lines[^1]);
    }
}
