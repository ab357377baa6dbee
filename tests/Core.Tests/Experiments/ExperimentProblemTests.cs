using System.Text;

namespace Core.Tests;

public class ExperimentProblemTests
{
    private const string Valid = """
        {
          "data": {"inputs": [[0, 0], [0, 1], [1, 0], [1, 1]], "labels": [0, 1, 1, 0]},
          "layers": [{"units": 3, "activation": "tanh"}, {"units": 2, "activation": "softmax"}],
          "loss": "softmax_ce",
          "length": {"updates": 2}
        }
        """;

    private static string[] Problems(string text, params string[] overrides) =>
        [.. ExperimentReader.Read(Encoding.UTF8.GetBytes(text), overrides).Problems.Select(problem => problem.ToString())];

    private static string With(string old, string changed)
    {
        Assert.Contains(old, Valid);
        return Valid.Replace(old, changed);
    }

    [Fact]
    public void TheStartingPointIsValid() => Assert.Empty(Problems(Valid));

    [Fact]
    public void EverythingWrongIsReportedAtOnce() => Assert.Equal(
    [
        "line 4, column 11 (loss): given \"softmax\", expected loss: one of mse, mse_half, mae, huber, bce, sigmoid_bce, softmax_ce, cross_entropy; did you mean \"softmax_ce\"?",
        "line 5, column 25 (length.update): given an unknown field \"update\", expected a field of length; did you mean \"updates\"?",
        "line 2, column 81 (data.labels): given 3 labels for 4 inputs, expected 4 labels, one for each sample; state as many of one as of the other",
        "line 3, column 70 (layers[0].initialWeights): given weights of shape [2, 3], expected [3, 2], [out, in]; one row per unit: exchange rows and columns",
    ], Problems("""
        {
          "data": {"inputs": [[0, 0], [0, 1], [1, 0], [1, 1]],                "labels": [0, 1, 1]},
          "layers": [{"units": 3, "activation": "tanh",    "initialWeights": [[1, 2, 3], [4, 5, 6]]}, {"units": 2, "activation": "softmax"}],
          "loss": "softmax",
          "length": {"update":  2}
        }
        """));

    public static TheoryData<string, string, string> OneMistake => new()
    {
        // Data.
        { "\"inputs\": [[0, 0], [0, 1]", "\"inputs\": [[0, 0], [\"NaN\", 1]", "line 2, column 32 (data.inputs[1][0]): given \"NaN\", expected a number; only finite numbers can be given: correct the value or leave the sample out" },
        { "\"inputs\": [[0, 0], [0, 1]", "\"inputs\": [[0, 0], [NaN, 1]", "line 2, column 32: given 'NaN', expected a value or ']'; only finite numbers can be given; correct the value or leave the sample out" },
        { "[[0, 0], [0, 1], [1, 0], [1, 1]]", "[]", "line 2, column 22 (data.inputs): given an empty list, expected samples as lists of numbers; state at least one number" },
        { "[0, 1], [1, 0]", "[0, 1, 2], [1, 0]", "line 2, column 31 (data.inputs[1]): given 3 entries, expected 2 like in the entries before; all rows have the same length" },
        { "[0, 1, 1, 0]", "[0, 1, 2, 0]", "line 2, column 73 (data.labels[2]): given class 2, expected a class number from 0 to 1; classes count from 0: correct the label or give the last layer more units" },
        { "[0, 1, 1, 0]", "[0, 1, -1, 0]", "line 2, column 73 (data.labels[2]): given -1, expected a whole number of at least 0" },
        { "[0, 1, 1, 0]", "[0, 1, 0.5, 0]", "line 2, column 73 (data.labels[2]): given 0.5, expected a whole number of at least 0" },
        { "[0, 1, 1, 0]", "[0, 1, 1, 0], \"classes\": 1", "line 2, column 70 (data.labels[1]): given class 1, expected a class number from 0 to 0; classes count from 0: correct the label or the number of classes" },
        { ", \"labels\": [0, 1, 1, 0]", "", "line 2, column 11 (data): given inputs with neither targets nor labels, expected one of the two; state \"targets\" for numbers and rows, \"labels\" for class numbers" },
        { "\"labels\": [0, 1, 1, 0]", "\"targets\": [[1], [0], [1], [0]]", "line 2, column 67 (data.targets): given targets of 1 number, expected 2, as many as the last layer has units; change the targets or the last layer's units" },
        { "\"labels\": [0, 1, 1, 0]", "\"targets\": [[1, 0], [0.5, 0.4], [0, 1], [0, 1]]", "line 2, column 76 (data.targets[1]): given targets that sum to 0.9, expected a sum of 1; each row is a distribution over the classes; use sigmoid_bce when several can hold" },
        { "\"labels\": [0, 1, 1, 0]", "\"labels\": [0, 1, 1, 0], \"split\": {\"validation\": 0.5, \"test\": 0.5}", "line 2, column 89 (data.split): given shares of 0.5 and 0.5, expected a sum below 1; leave samples to train on" },
        { "\"labels\": [0, 1, 1, 0]", "\"labels\": [0, 1, 1, 0], \"split\": {\"type\": \"given\", \"test\": [4]}", "line 2, column 116 (data.split.test[0]): given sample 4, expected a sample from 0 to 3; samples count from 0" },
        { "\"labels\": [0, 1, 1, 0]", "\"labels\": [0, 1, 1, 0], \"augmentation\": {\"shift\": 1}", "line 2, column 106 (data.augmentation.shift): given a shift of samples of shape [2], expected samples with rows and columns; give inputs of shape [samples][rows][columns], or use jitter" },
        { "\"labels\": [0, 1, 1, 0]", "\"labels\": [0, 0, 0, 0], \"encoding\": \"one_hot\"", "line 2, column 66 (data.labels): given 1 class for one-hot targets of 2 outputs, expected 2, as many as the last layer has units; change the last layer's units, or state the number of classes" },
        { "\"labels\": [0, 1, 1, 0]", "\"labels\": [0, 1, 1, 0], \"classNames\": [\"a\", \"a\"]", "line 2, column 100 (data.classNames[1]): given \"a\" a second time, expected different names" },
        // Layers.
        { "\"units\": 3", "\"units\": 0", "line 3, column 24 (layers[0].units): given 0, expected a whole number of at least 1" },
        { "\"units\": 3", "\"units\": 1000000000", "line 3, column 14 (layers[0]): given a network of 5000000002 parameters, which needs about 96.9 GB with batches of 4, expected at most 4.0 GB; fewer units or smaller batches" },
        { "\"units\": 3", "\"unit\": 3", "line 3, column 14 (layers[0]): given layer dense without \"units\", expected \"units\": a whole number of at least 1" },
        { "\"activation\": \"tanh\"", "\"activation\": \"tan\"", "line 3, column 41 (layers[0].activation): given \"tan\", expected activation: one of identity, sigmoid, tanh, relu, leaky_relu, elu, swish, silu, gelu, gelu_tanh, softplus, softmax; did you mean \"tanh\"?" },
        { "\"activation\": \"softmax\"", "\"activation\": \"relu\"", "line 3, column 77 (layers[1].activation): given activation relu before loss softmax_ce, expected softmax in the last layer; write \"activation\": \"softmax\" there; the loss still computes with the logits" },
        { "\"units\": 2,", "\"units\": 2, \"initialBias\": [1, 2, 3],", "line 3, column 78 (layers[1].initialBias): given 3 biases, expected 2, one for each unit" },
        { "\"activation\": \"softmax\"}", "\"activation\": \"softmax\"}, \"flatten\"", "line 3, column 89 (layers[2]): given flatten as the last layer, expected a dense layer; add the layer that gives the outputs" },
        { "\"layers\": [", "\"layers\": [{\"type\": \"dropout\", \"rate\": 0.5, \"masks\": [[[1, 0], [1, 0], [1, 0], [0, 1]]]}, ", "line 3, column 56 (layers[0].masks): given 1 mask, expected 2, one for each update; state the missing masks, or leave them all out to draw them" },
        // Training.
        { "\"length\": {\"updates\": 2}", "\"length\": {}", "line 5, column 13 (length): given no length, expected \"length\" with updates or epochs; write for example \"length\": {\"epochs\": 10}" },
        { "\"length\"", "\"batches\": [[0, 1], [2, 4]], \"length\"", "line 5, column 27 (batches[1][1]): given sample 4 in the batch of update 2, expected a training sample from 0 to 3; samples count from 0" },
        { "\"length\"", "\"batches\": [[0, 1]], \"length\"", "line 5, column 46 (length.updates): given 2 updates, expected at most 1, the batches given; state more batches or leave the length out" },
        { "\"length\"", "\"batches\": [[0, 1], []], \"length\"", "line 5, column 23 (batches[1]): given an empty list, expected a list of samples, not empty" },
        { "\"length\"", "\"batches\": [[0], {\"samples\": [1], \"epoch\": 3}], \"length\"", "line 5, column 46 (batches[1].epoch): given epoch 3 after epoch 1, expected epoch 1 or 2; epochs begin with 1 and rise by 1" },
        { "\"length\"", "\"batches\": 0, \"length\"", "line 5, column 14 (batches): given 0, expected a whole number of at least 1" },
        { "\"length\"", "\"optimizer\": {\"learningRat\": 1}, \"length\"", "line 5, column 32 (optimizer.learningRat): given an unknown field \"learningRat\", expected a field of optimizer sgd; did you mean \"learningRate\"?" },
        { "\"length\"", "\"optimizer\": {\"nesterov\": true}, \"length\"", "line 5, column 29 (optimizer.nesterov): given nesterov with momentum 0 and dampening 0, expected momentum above 0 and dampening 0; set momentum, for example to 0.9" },
        { "\"length\"", "\"optimizer\": \"newton\", \"batches\": 2, \"length\"", "line 5, column 37 (batches): given newton with batches, expected all samples in every update; leave out batches: the Hessian is that of all samples" },
        { "\"length\"", "\"optimizer\": {\"type\": \"adam\", \"resetEvery\": 0}, \"length\"", "line 5, column 47 (optimizer.resetEvery): given 0, expected a whole number of at least 1" },
        { "\"length\"", "\"earlyStopping\": {}, \"length\"", "line 5, column 20 (earlyStopping): given the validation set, expected validation samples in the data; state data.split.validation or data.validation" },
        { "\"length\"", "\"earlyStopping\": {\"monitor\": \"train.acuracy\"}, \"length\"", "line 5, column 32 (earlyStopping.monitor): given \"train.acuracy\", expected train. and a metric that is one number; did you mean \"accuracy\"?" },
        { "\"length\"", "\"evaluation\": {\"sets\": [\"test\"]}, \"length\"", "line 5, column 27 (evaluation.sets[0]): given the test set, expected test samples in the data; state data.split.test or data.test" },
        { "\"length\"", "\"seed\": 1e300, \"length\"", "line 5, column 11 (seed): given 1E+300, expected a whole number of at most 9007199254740991" },
        { "\"length\"", "\"schedule\": \"cosine\", \"length\"", "line 5, column 15 (schedule): given schedule cosine without \"steps\", expected \"steps\": a whole number of at least 1; write {\"type\": \"cosine\", …}" },
    };

    [Theory]
    [MemberData(nameof(OneMistake))]
    public void AMistakeIsOneProblemWithPlaceAndAdvice(string old, string changed, string problem)
    {
        var problems = Problems(With(old, changed)).Where(text => !text.Contains("unknown field \"unit\""));
        Assert.Equal(problem, problems.First());
    }

    [Theory]
    [InlineData("optimizer.learningRate=0.5")]
    [InlineData("optimizer=adam", "optimizer.beta1=0.5")]
    [InlineData("layers[0].units=30")]
    [InlineData("layers[0].activation.slope=0.2", "layers[0].activation.type=leaky_relu")]
    [InlineData("batches=2", "batches.shuffle=true")]
    [InlineData("schedule.type=cosine", "schedule.steps=10", "schedule.warmup.steps=3")]
    [InlineData("data.labels[1]=0")]
    [InlineData("clipping=1", "clipping.epsilon=0")]
    [InlineData("length={\"epochs\": 3}")]
    public void OverridesAreCheckedTogether(params string[] overrides)
    {
        if (overrides[0].Contains("slope")) overrides = [overrides[1], overrides[0]];
        Assert.Empty(Problems(Valid, overrides));
    }

    [Theory]
    [InlineData("optimiser.learningRate=1", "in optimiser.learningRate=1: given the key optimiser.learningRate, expected a field of the whole instead of \"optimiser\"; did you mean \"optimizer\"?")]
    [InlineData("layers[5].units=1", "in layers[5].units=1: given index 5 in layers, expected an index from 0 to 1, for layers has 2")]
    [InlineData("layers[0].units=none", "in layers[0].units=none: given \"none\", expected a whole number of at least 1; numbers stand without quotes")]
    [InlineData("data.labels[0]=9", "in data.labels[0]=9: given class 9, expected a class number from 0 to 1; classes count from 0: correct the label or give the last layer more units")]
    public void AWrongOverrideIsExplained(string assignment, string problem) => Assert.Equal(problem, Assert.Single(Problems(Valid, assignment)).ToString());

    [Fact]
    public void AHugeFileIsRefused()
    {
        var (experiment, problems) = ExperimentReader.Read(new byte[100 << 20]);
        Assert.Null(experiment);
        Assert.Equal("given a file of 104857600 bytes, expected at most 67108864 bytes (64 MB); keep large data in a CSV file or take fewer samples", problems.ToString());
    }
}
