namespace Core.Tests;

public class EditTests
{
    private static Experiment Edited(params EditSettings[] edits) => Small.Base with
    {
        Optimizer = new AdamSettings { LearningRate = 0.05 },
        Length = new LengthSettings(Updates: 12),
        Edits = edits,
    };

    [Fact]
    public void Training_goes_on_from_the_edited_weight_as_if_a_hand_had_written_it()
    {
        using var byHand = Edited().Compile<float>();
        while (byHand.Run.Update < 5) byHand.Train();
        byHand.Find("layer1.weight")!.Stored()[byHand.Find("layer1.weight")!.Offset([1, 2])] = 0.75f;
        while (byHand.Run.Update < 12) byHand.Train();
        using var edited = Edited(new EditSettings(5, "layer1.weight", [1, 2], 0.75)).Compile<float>();
        while (edited.Run.Update < 12) edited.Train();
        Assert.Equal(byHand.WeightHash(), edited.WeightHash());
    }

    [Fact]
    public void Stepping_forward_and_back_over_an_edit_is_the_same_run()
    {
        var timeline = new Timeline<float>(Edited(new EditSettings(5, "layer1.weight", [1, 2], 0.75), new EditSettings(0, "layer2.bias", [1], 2)).Compile<float>());
        Assert.Equal(2f, timeline.Program.Find("layer2.bias")!.ToArray(0)[1]);
        var hashes = new List<ulong>();
        while (timeline.StepForward()) hashes.Add(timeline.StateHash());
        for (int k = hashes.Count - 2; k >= 0; k--)
        {
            timeline.StepBack();
            Assert.Equal(hashes[k], timeline.StateHash());
        }
        timeline.SeekUpdate(5);
        Assert.Equal(0.75f, new Tensor<float>("", [4, 3], [.. timeline.Program.Find("layer1.weight")!.ToArray(0)])[[1, 2]]);
    }

    [Theory]
    [InlineData("layer9.weight", 0, 0, "there is no layer9.weight")]
    [InlineData("layer1.weight", 4, 0, "no element of layer1.weight")]
    public void What_the_network_does_not_have_is_refused(string name, int row, int column, string said)
    {
        var wrong = Assert.Throws<RunException>(() => Edited(new EditSettings(3, name, [row, column], 1)).Compile<float>());
        Assert.Contains(said, wrong.Message);
    }

    [Theory]
    [InlineData("40:layer1.weight[0,2]:0.5", true)]
    [InlineData("0:layer1.bias[3]:-1e-3;7:layer2.weight[0,0]:2", true)]
    [InlineData("", true)]
    [InlineData("layer1.weight[0,2]:0.5", false)]
    [InlineData("4:layer1.weight:0.5", false)]
    [InlineData("4:layer1.weight[0,]:0.5", false)]
    [InlineData("4:layer1.weight[0,2]:much", false)]
    public void The_text_of_edits_is_read_and_written(string text, bool isRight)
    {
        var edits = EditSettings.Parse(text);
        Assert.Equal(isRight, edits is not null);
        if (edits is not null) Assert.Equal(text.Replace("1e-3", "0.001", StringComparison.Ordinal), string.Join(';', edits));
    }
}
