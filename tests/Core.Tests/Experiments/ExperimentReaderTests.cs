using System.Text;

namespace Core.Tests;

public class ExperimentReaderTests
{
    private static Experiment Read(string text, params string[] overrides)
    {
        var (experiment, problems) = ExperimentReader.Read(Encoding.UTF8.GetBytes(text), overrides);
        Assert.Equal("", problems.ToString());
        return experiment!;
    }

    private static Experiment Example(int number) => Read(ExperimentDocTests.Texts[number]);

    private const string Small = """{"data": {"type": "xor"}, "layers": [{"units": 1}], "loss": "mse", "length": {"epochs": 1}}""";

    [Fact]
    public void AbsentFieldsBindToTheDefaultsOfTheRecords()
    {
        var read = Read(Small);
        var built = new Experiment { Data = new(new XorSettings()), Layers = [new DenseSettings(1, new(ActivationKind.Identity))] };
        Assert.Equal(built with { Layers = read.Layers, Regularizers = read.Regularizers, Stop = read.Stop, Edits = read.Edits, Source = read.Source }, read);
        Assert.Empty(read.Edits);
        Assert.Equal(built.Layers, read.Layers);
        Assert.Equal(built.Regularizers, read.Regularizers);
    }

    [Theory]
    [InlineData("optimizer=sgd")]
    [InlineData("optimizer=adagrad")]
    [InlineData("optimizer=rmsprop")]
    public void OptimizersReadWithTheirDefaults(string assignment)
    {
        OptimizerSettings expected = assignment[10..] switch { "sgd" => new SgdSettings(), "adagrad" => new AdaGradSettings(), _ => new RmsPropSettings() };
        Assert.Equal(expected, Read(Small, assignment).Optimizer);
    }

    [Fact]
    public void AdamReadsWithItsDefaults()
    {
        Assert.Equal(new AdamSettings { LearningRate = 0.001 }, Read(Small, "optimizer=adam").Optimizer);
        Assert.Equal(new AdamSettings(Decoupled: true) { LearningRate = 0.001, WeightDecay = 0.01 }, Read(Small, "optimizer=adamw").Optimizer);
    }

    [Theory]
    [InlineData("line")]
    [InlineData("xor")]
    [InlineData("gaussians")]
    [InlineData("circle")]
    [InlineData("spiral")]
    [InlineData("moons")]
    [InlineData("melons")]
    public void GeneratorsReadWithTheDefaultsOfTheirRecords(string type)
    {
        DataSourceSettings expected = type switch
        {
            "line" => new LineSettings(),
            "xor" => new XorSettings(),
            "gaussians" => new GaussiansSettings(),
            "circle" => new CircleSettings(),
            "spiral" => new SpiralSettings(),
            "moons" => new MoonsSettings(),
            _ => new MelonsSettings(),
        };
        Assert.Equal(expected, Read(Small, $"data.type={type}").Data.Source);
    }

    [Fact]
    public void TheBowlTakesAsManySamplesAsItNeeds()
    {
        var bowl = Assert.IsType<BowlSettings>(Read(Small, "data={\"type\": \"bowl\", \"curvatures\": [1, 2, 3]}").Data.Source);
        Assert.Equal((6, 3), (bowl.N, bowl.Curvatures.Count));
    }

    [Theory]
    [InlineData("leaky_relu", ActivationKind.LeakyRelu, 0.01)]
    [InlineData("elu", ActivationKind.Elu, 1)]
    [InlineData("swish", ActivationKind.Swish, 1)]
    [InlineData("silu", ActivationKind.Swish, 1)]
    [InlineData("gelu_tanh", ActivationKind.GeluTanh, 1)]
    [InlineData("softmax", ActivationKind.Softmax, 1)]
    public void ActivationsReadByName(string name, ActivationKind kind, double parameter) =>
        Assert.Equal(new ActivationSettings(kind, parameter), ((DenseSettings)Read(Small, $"layers[0].activation={name}").Layers[0]).Activation);

    [Theory]
    [InlineData("mse_half", LossKind.MseHalf)]
    [InlineData("mae", LossKind.Mae)]
    [InlineData("huber", LossKind.Huber)]
    public void LossesReadByName(string name, LossKind kind) => Assert.Equal(new LossSettings(kind), Read(Small, $"loss={name}").Loss);

    [Fact]
    public void WordsOfTheFileAndMembersOfEnumerationsAgree()
    {
        AllWords<LossKind>(NetworkSpec.Loss.Tags);
        AllWords<ActivationKind>(NetworkSpec.Activation.Tags.Where(word => word != "silu"));
        AllWords<RegularizerKind>(TrainingSpec.Regularizer.Tags);
        AllWords<ClippingKind>(TrainingSpec.Clipping.Tags);
        AllWords<StoppingRuleKind>(ExperimentSpec.Stop.Tags);
        AllWords<TargetEncoding>(["labels", "plus_minus_one", "one_hot"]);
    }

    private static void AllWords<E>(IEnumerable<string> words) where E : struct, Enum =>
        Assert.Equal(Enum.GetNames<E>().Order(), words.Select(word => Enum.Parse<E>(word.Replace("_", ""), ignoreCase: true).ToString()).Order());

    [Fact]
    public void TheWorkedExampleBindsToItsNumbers()
    {
        var layer = (DenseSettings)Example(1).Layers[1];
        var weights = ((GivenInitialiser)layer.InitialWeights).Values;
        Assert.Equal([2, 2], weights.Shape);
        Assert.Equal([0.4f, 0.45f, 0.5f, 0.55f], weights.ToArray<float>());
        Assert.Equal([0.6, 0.6], ((GivenInitialiser)layer.InitialBias).Values.ToArray<double>());
        Assert.Equal((LossKind.MseHalf, 0.5, 1L), (Example(1).Loss.Kind, Example(1).Optimizer.LearningRate, Example(1).Length.Updates));
    }

    [Fact]
    public void TheExplicitExampleBindsToEverythingItSays()
    {
        var e = Example(4);
        Assert.Equal((0UL, Precision.Double), (e.Seed, e.Precision));
        var given = (GivenSettings)e.Data.Source;
        Assert.Equal([1, 0, 0.3, 0.7, 0, 1], given.Targets!.ToArray<double>());
        Assert.Equal([0.1, 0.2], ((GivenSettings)e.Data.Validation!).Inputs.ToArray<double>());
        var masks = ((DropoutSettings)e.Layers[1]).Masks!;
        Assert.Equal(["[2, 3]", "[1, 3]", "[2, 3]"], masks.Select(mask => mask.ToString()));
        Assert.Equal([1, 0, 1, 1, 1, 0], masks[0].ToArray<double>());
        Assert.Equal([new(RegularizerKind.L1, 0.001), new(RegularizerKind.L2Seed, 0.01, AppliesTo.All, 3)], e.Regularizers);
        Assert.Equal(new ClippingSettings(ClippingKind.Norm, 1, 0), e.Clipping);
        Assert.Equal(new SgdSettings(0.9, true) { LearningRate = 0.1, WeightDecay = 0.0001 }, e.Optimizer);
        Assert.Equal(new StepScheduleSettings(2, 0.5), e.Schedule);
        var batches = ((GivenBatchSettings)e.Batches).Updates;
        Assert.Equal(["1: 0 2", "1: 1", "2: 2 0"], batches.Select(batch => $"{batch.Epoch}: {string.Join(' ', batch.Samples)}"));
        Assert.Equal(new LengthSettings(3, 2), e.Length);
        Assert.Equal([new(StoppingRuleKind.GradientNorm, 1e-9, 2)], e.Stop);
        Assert.Equal(["train", "validation"], e.Evaluation.Sets!);
    }

    [Fact]
    public void GivenBatchesAreTheLength() =>
        Assert.Equal(new LengthSettings(2), Read(Small, "length=null", "batches=[[0],[1]]").Length);

    [Fact]
    public void TheInitialiserOfTheExperimentIsThatOfLayersWithoutTheirOwn()
    {
        var layers = Read(Small, "initialWeights=zeros", "layers=[{\"units\": 2}, {\"units\": 1, \"initialWeights\": {\"type\": \"lcg\", \"seed\": 4294967295}}]").Layers;
        Assert.Equal(new ConstantInitialiser(0), ((DenseSettings)layers[0]).InitialWeights);
        Assert.Equal(new LcgInitialiser(uint.MaxValue), ((DenseSettings)layers[1]).InitialWeights);
    }

    [Fact]
    public void TheTreeIsKeptForForks()
    {
        var first = Read(Small, "seed=5");
        Assert.Equal(6UL, ExperimentReader.Read(first.Source!, ["seed=6"]).Experiment!.Seed);
        Assert.Equal(5UL, ExperimentReader.Read(first.Source!).Experiment!.Seed);
    }

    [Fact]
    public void PlacesInsideALargerFileAreThoseOfThatFile()
    {
        var lessons = JsonValue.Parse(Encoding.UTF8.GetBytes("{\"lessons\": [{\"experiment\":\n " + Small.Replace("\"units\": 1", "\"units\": 0") + "}]}"), [])!;
        var problems = ExperimentReader.Read(lessons["lessons"]![0]["experiment"]!).Problems;
        Assert.Equal("line 2, column 49 (lessons[0].experiment.layers[0].units): given 0, expected a whole number of at least 1", Assert.Single(problems).ToString());
    }

    [Theory]
    [InlineData(10, 0.25, 0, 8)]
    [InlineData(10, 0.2, 0.2, 6)]
    [InlineData(3, 0.34, 0.33, 1)]
    [InlineData(7, 0, 0, 7)]
    public void SharesAreRoundedByLargestRemainders(int n, double validation, double test, int training) =>
        Assert.Equal(training, DataFacts.Of(new XorSettings(n)).Training(new FractionSplitSettings(validation, test)));
}
