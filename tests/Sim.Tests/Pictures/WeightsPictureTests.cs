using Snapshooter.Xunit;

namespace Sim.Tests;

public class WeightsPictureTests
{
    [Fact]
    public void Weights_over_an_image_and_as_bars()
    {
        var image = Image(28, 28, 128);
        Match("image", image, 40);
        var digits = Of(Runs.Of(Runs.Digits));
        Assert.Equal((128, 784, 28), (digits.Units, digits.Inputs, digits.ImageShape[0]));
        Match("bars", Of(Runs.Of(Runs.Melon)), 0);
        Match("many", Wide(60, 3), 2);
    }

    [Fact]
    public void The_layer_is_that_of_the_step_and_the_unit_that_of_the_element()
    {
        var run = Runs.Of(Runs.Xor);
        var second = WeightsData.From(run.At(1, "layer2.z"), run.Timeline.Program)!;
        Assert.Equal(("layer2", 1), (second.Layer, second.Units));
        Assert.Equal("layer1", WeightsData.From(run.At(1), run.Timeline.Program)!.Layer);
        Assert.Equal("layer2", WeightsData.From(run.At(1), run.Timeline.Program, "layer2.weight")!.Layer);
        var view = run.At(1, "layer1.weight");
        var first = WeightsData.From(view, run.Timeline.Program)!;
        Assert.Equal(2, first.UnitOf(view.Step, [2, 1]));
        Assert.Equal(0, second.UnitOf(view.Step, [2, 1]));
        Assert.Equal(view.Find("layer1.weight")!.Values.AsSpan(2 * first.Inputs, first.Inputs).ToArray(), first.Of(2).ToArray());
        view = run.At(1, "layer1.a");
        Assert.Equal(3, first.UnitOf(view.Step, [0, 3]));
    }

    [Fact]
    public void Units_are_chosen_by_keys_in_the_picture_in_focus()
    {
        var run = Runs.Of(Runs.Xor);
        var view = run.At(1, "layer1.a");
        var data = WeightsData.From(view, run.Timeline.Program)!;
        var lesson = new LessonModel
        {
            Id = "x",
            Title = Phrase.Empty,
            Run = view,
            Picture = "weights",
            Focus = Pane.Picture,
            Selection = new Selection([0, 1]),
            Pictures = System.Collections.Immutable.ImmutableDictionary<string, object>.Empty.Add("weights", data),
        };
        Assert.Equal(1, PictureCursor.UnitOf(lesson, data));
        var moved = PictureCursor.Moved(lesson, SessionCommand.Down)!;
        Assert.Equal(2, PictureCursor.UnitOf(moved, data));
        Assert.Equal(data.Units - 1, PictureCursor.UnitOf(PictureCursor.Moved(moved, SessionCommand.RowDown)!, data));
        Assert.Equal(1, PictureCursor.UnitOf(PictureCursor.Moved(moved, SessionCommand.Up)!, data));
    }

    [Theory]
    [InlineData(118, 33, 56, 28)]
    [InlineData(40, 12, 24, 12)]
    [InlineData(28, 40, 28, 14)]
    [InlineData(0, 5, 0, 0)]
    public void Images_keep_their_shape(int width, int height, int wide, int tall) => Assert.Equal((wide, tall), ImageCells.SizeIn(new Size(width, height), 28, 28));

    private static WeightsData Of(Runs run) => WeightsData.From(run.View, run.Timeline.Program)!;

    // A ring, a stroke and a slope: pictures whose look is known.
    private static WeightsData Image(int rows, int columns, int units) => new("layer1", units, rows * columns, [rows, columns], [],
        [.. Enumerable.Range(0, units * rows * columns).Select(k => Pixel(k / (rows * columns), k / columns % rows, k % columns))], [.. Enumerable.Range(0, units).Select(unit => unit / 100f - 0.5f)]);

    private static float Pixel(int unit, int row, int column)
    {
        double radius = Math.Sqrt((row - 13.5) * (row - 13.5) + (column - 13.5) * (column - 13.5));
        return (unit % 3) switch
        {
            0 => (float)((column - 13.5) / 14),
            1 => (float)Math.Cos(radius / 3),
            _ => Math.Abs(row - column) < 3 ? 1 : -0.2f,
        };
    }

    private static WeightsData Wide(int inputs, int units) => new("layer2", units, inputs, [],
        [.. Enumerable.Range(1, inputs).Select(k => "a" + NetworkInfo.Subscript(k))], [.. Enumerable.Range(0, units * inputs).Select(k => (float)Math.Sin(k * 1.7))], []);

    private static void Match(string name, WeightsData data, int unit)
    {
        void Draw(Region region, ViewSettings settings) => WeightsView.Draw(Frame.Draw(region, WeightsView.Title(data, unit, settings), note: WeightsView.Note(true, settings)), data, unit, settings);
        Snapshot.Match(Look.Of("weights-" + name, Draw), SnapshotNameExtension.Create(name), method: "Weights");
        Look.AtAnySize(Draw);
    }
}
