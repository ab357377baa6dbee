using Snapshooter.Xunit;

namespace Sim.Tests;

/// <summary>Samples as pictures, and the file of a model.</summary>
public class ImagePictureTests
{
    private const string Drawn = """
        {"data": {"type": "digits", "n": 320}, "layers": [{"type": "flatten"}, {"units": 12, "activation": "relu"}, {"units": 10, "activation": "softmax"}],
         "loss": "softmax_ce", "optimizer": {"type": "adam", "learningRate": 0.01}, "batches": 16, "length": {"epochs": 3}, "evaluation": {"every": 0, "sets": []} }
        """;

    [Fact]
    public void Images_stand_side_by_side_with_what_the_network_takes_them_for()
    {
        var runs = Runs.Of(Drawn);
        var data = ImageData.From(runs.At(60), runs.Timeline.Program)!;
        Assert.Equal((28, 28, 16), (data.Rows, data.Columns, data.Samples.Length));
        Assert.All(data.Samples, sample => Assert.InRange(sample.Share, 0.1, 1));
        Snapshot.Match(Look.Of("image", (region, settings) => ImageView.Draw(region, data, settings)));
        Look.AtAnySize((region, settings) => ImageView.Draw(region, data, settings));
    }

    [Fact]
    public void Before_the_first_update_the_first_samples_are_shown_and_what_is_no_image_has_no_picture()
    {
        var runs = Runs.Of(Drawn);
        Assert.Equal(0, ImageData.From(runs.View, runs.Timeline.Program)!.Samples[0].Row);
        var xor = Runs.Of(Runs.Xor);
        Assert.Null(ImageData.From(xor.View, xor.Timeline.Program));
    }

    [Fact]
    public void The_file_is_shown_as_it_would_be_written()
    {
        var runs = Runs.Of(Runs.Xor);
        var data = ModelFileData.From(runs.At(7), runs.Timeline.Program);
        byte[] file = Core.SavedModel.Of(runs.Timeline.Program).File.ToBytes();
        Assert.Equal(file.Length, data.Length);
        Assert.Equal(file.Length, data.Pieces[^1].Offset + data.Pieces[^1].Length);
        foreach (var piece in data.Pieces) Assert.Equal(file[(int)piece.Offset..((int)piece.Offset + piece.Bytes.Length)], piece.Bytes.ToArray());
        Snapshot.Match(Look.Of("file", (region, settings) => ModelFileView.Draw(region, data, settings)));
        Look.AtAnySize((region, settings) => ModelFileView.Draw(region, data, settings));
    }

    [Theory]
    [InlineData(1, 1, false, "█")]
    [InlineData(1, 0, false, "▀")]
    [InlineData(0, 1, false, "▄")]
    [InlineData(0.4, 0.4, false, "▒")]
    [InlineData(0.4, 0, false, "░")]
    [InlineData(0.2, 0.2, false, " ")]
    [InlineData(1, 1, true, "@")]
    [InlineData(double.NaN, 0, false, " ")]
    public void A_cell_is_two_pixels(double upper, double lower, bool isAscii, string glyph)
    {
        var grid = new Grid(1, 1);
        PixelImage.Draw(grid.All, [upper, lower], 2, 1, isAscii);
        Assert.Equal(glyph, grid[0, 0].Glyph);
    }

    [Fact]
    public void A_smaller_region_shows_the_whole_image_made_smaller()
    {
        var pixels = new double[28 * 28];
        for (int k = 0; k < 28; k++) pixels[k * 28 + k] = pixels[k * 28 + Math.Max(0, k - 1)] = 1;
        var grid = new Grid(7, 4);
        PixelImage.Draw(grid.All, [.. pixels.Select(value => 3 * value)], 28, 28, false);
        for (int k = 0; k < 7; k++) Assert.NotEqual(" ", grid[k, k / 2].Glyph);
        Assert.Equal(" ", grid[6, 0].Glyph);
    }
}
