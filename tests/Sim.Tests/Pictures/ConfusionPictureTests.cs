using Core;
using Lessons;
using Snapshooter.Xunit;

namespace Sim.Tests;

public class ConfusionPictureTests
{
    private static readonly string Blobs = Experiment(Three(), 3, "softmax", "softmax_ce");

    private static readonly string Moons = Experiment("""{"type": "moons", "n": 120, "noise": 0.3}""", 1, "sigmoid", "sigmoid_bce");

    [Fact]
    public void A_matrix_of_many_classes()
    {
        var data = Of(Blobs, 20);
        Assert.Equal(("train", 3), (data.Set, data.Matrix!.Classes));
        Assert.Equal(data.Rows, data.Matrix.Total);
        Match("classes", data, null);
    }

    [Fact]
    public void Ten_classes_and_two_with_a_threshold()
    {
        Match("ten", Of(Experiment("""{"type": "digits", "n": 200}""", 10, "softmax", "softmax_ce"), 60), null);
        var moons = Of(Moons, 30);
        Match("binary", moons, null);
        Match("strict", moons, 85);
    }

    [Fact]
    public void Every_threshold_decides_as_the_metrics_do()
    {
        int[] truth = [0, 1, 1, 0, 1, 0, 0, 1];
        double[] scores = [0.1, 0.9, 0.4, 0.35, 0.8, 0.4, 0.75, 0.2];
        var all = BinaryScores.Of(truth, scores, 0.5);
        for (int step = 0; step <= BinaryScores.Steps; step++)
        {
            var expected = ConfusionMatrix.Of(truth, Predictions.Positive(scores, all.At(step)), 2);
            Assert.Equal(expected[1], all.Positive(all.At(step)));
            Assert.Equal(expected[0], all.Negative(all.At(step)));
        }
        Assert.Equal((0.0, 1.0, 50), (all.Low, all.High, all.UsualStep));
        Assert.Equal(new ClassTally(0, 0, 4), all.Positive(1));
    }

    [Fact]
    public void The_measure_of_the_run_is_the_measure_of_the_picture()
    {
        var run = Start(Moons);
        run.Go(Position.Parse("epoch 30").OrThrow());
        var data = ConfusionData.From(Source(run))!;
        Assert.Equal(run.Values.TryGet("eval.train.accuracy", out var accuracy) ? accuracy.Values[0] : double.NaN, data.Matrix!.Accuracy, 6);
        var source = Source(run);
        Assert.Same(ConfusionData.From(source), ConfusionData.From(source));
    }

    [Fact]
    public void Numbers_have_no_confusion() => Assert.Null(ConfusionData.From(Source(Start(Runs.Line("0.05")))));

    [Fact]
    public void The_threshold_is_moved_by_keys_in_the_picture_in_focus()
    {
        var run = Start(Moons);
        run.Go(Position.Parse("5").OrThrow());
        var view = RunView.Of(run.Timeline, LossRecord.Empty);
        var lesson = new LessonModel
        {
            Id = "x",
            Title = Phrase.Empty,
            Run = view,
            Picture = "confusion",
            Focus = Pane.Picture,
            Pictures = System.Collections.Immutable.ImmutableDictionary<string, object>.Empty.Add("confusion", ConfusionData.From(Source(run))!),
        };
        var moved = PictureCursor.Moved(lesson, SessionCommand.Up)!;
        Assert.Equal(51, PictureCursor.In(moved, "confusion"));
        Assert.Equal(41, PictureCursor.In(PictureCursor.Moved(moved, SessionCommand.RowDown)!, "confusion"));
        Assert.Null(PictureCursor.Moved(lesson with { Focus = Pane.Formula }, SessionCommand.Up));
        for (int k = 0; k < 20; k++) moved = PictureCursor.Moved(moved, SessionCommand.RowUp)!;
        Assert.Equal(100, PictureCursor.In(moved, "confusion"));
    }

    private static void Match(string name, ConfusionData data, int? step)
    {
        void Draw(Region region, ViewSettings settings) =>
            ConfusionView.Draw(Frame.Draw(region, ConfusionView.Title(data, settings), note: ConfusionView.Note(data, step is not null, settings)), data, step, settings);
        Snapshot.Match(Look.Of("confusion-" + name, Draw), SnapshotNameExtension.Create(name), method: "Confusion");
        Look.AtAnySize(Draw);
    }

    private static ConfusionData Of(string experiment, long update)
    {
        var run = Start(experiment);
        Assert.True(run.Go(new UpdatePosition(update)).Ok);
        return ConfusionData.From(Source(run))!;
    }

    private static PictureSource Source(LessonRun run) => new(RunView.Of(run.Timeline, LossRecord.Empty), run, null, null, Phrase.Empty, Phrase.Empty, null);

    internal static LessonRun Start(string experiment)
    {
        var read = LessonReader.Read(System.Text.Encoding.UTF8.GetBytes(
            """{"format": 1, "lessons": [{"id": "p", "title": {"en": "P", "zh": "图"}, "summary": {"en": "P.", "zh": "图。"}, "minutes": 1, "experiment": """ + experiment
            + """, "scenes": [{"text": {"en": "Look.", "zh": "看。"}}], "takeaway": {"en": "It works.", "zh": "可以。"}}]}"""));
        Assert.Equal("", read.Problems.ToString());
        return LessonRuns.Start(read.Book!.Lessons[0]).Runs!.Of(null);
    }

    // Three clouds that overlap.
    private static string Three()
    {
        var rows = Enumerable.Range(0, 90).Select(k => (Class: k % 3, X: (k % 3) + 1.1 * Math.Sin(k * 1.3), Y: (k % 3 == 1 ? 1 : 0) + 0.9 * Math.Cos(k * 2.1))).ToList();
        string inputs = string.Join(", ", rows.Select(row => FormattableString.Invariant($"[{row.X:F3}, {row.Y:F3}]")));
        string targets = string.Join(", ", rows.Select(row => row.Class switch { 0 => "[1, 0, 0]", 1 => "[0, 1, 0]", _ => "[0, 0, 1]" }));
        return $$"""{"inputs": [{{inputs}}], "targets": [{{targets}}]}""";
    }

    private static string Experiment(string data, int outputs, string activation, string loss) =>
        """
        {"data": DATA, "layers": [FLAT {"units": 8, "activation": "tanh"}, {"units": OUTPUTS, "activation": "ACTIVATION"}], "loss": "LOSS",
         "optimizer": {"type": "sgd", "learningRate": 0.5}, "length": {"updates": 200}, "evaluation": {"every": 1}}
        """.Replace("DATA", data).Replace("FLAT", data.Contains("digits") ? "\"flatten\"," : "").Replace("OUTPUTS", $"{outputs}").Replace("ACTIVATION", activation).Replace("LOSS", loss);
}
