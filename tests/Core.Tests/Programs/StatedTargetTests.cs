namespace Core.Tests;

/// <summary>Stated rows of targets are read as what the loss makes of them, so that the metrics of their task can be asked for.</summary>
public class StatedTargetTests
{
    private static readonly GivenValues Inputs = GivenValues.Matrix([0, 1], [1, 0], [1, 1]);
    private static readonly GivenValues OneHot = GivenValues.Matrix([1, 0, 0], [0, 1, 0], [0, 0, 1]);
    private static readonly GivenValues Labels = GivenValues.Matrix([1, 1, 0], [0, 1, 0], [0, 0, 0]);
    private static readonly GivenValues Soft = GivenValues.Matrix([0.5, 0.5, 0], [0.2, 0.3, 0.5], [0, 0, 1]);

    [Theory]
    [InlineData(LossKind.SoftmaxCe, ActivationKind.Softmax, "accuracy")]
    [InlineData(LossKind.CrossEntropy, ActivationKind.Softmax, "f1.macro")]
    [InlineData(LossKind.Mse, ActivationKind.Identity, "accuracy")]
    public void One_hot_rows_have_the_metrics_of_classes(LossKind loss, ActivationKind activation, string metric) =>
        Assert.InRange(Measure(OneHot, loss, activation, metric), 0, 1);

    [Theory]
    [InlineData("accuracy.subset")]
    [InlineData("accuracy.label")]
    public void Multi_label_rows_have_the_metrics_of_labels(string metric) =>
        Assert.InRange(Measure(Labels, LossKind.SigmoidBce, ActivationKind.Sigmoid, metric), 0, 1);

    [Fact]
    public void Soft_rows_have_the_metrics_of_classes() =>
        Assert.InRange(Measure(Soft, LossKind.SoftmaxCe, ActivationKind.Softmax, "accuracy"), 0, 1);

    [Fact]
    public void Rows_of_other_numbers_stay_a_regression() =>
        Assert.True(Measure(GivenValues.Matrix([0.01, 0.99, 2], [1, 2, 3], [0, 0, 0]), LossKind.Mse, ActivationKind.Identity, "rmse") > 0);

    private static double Measure(GivenValues targets, LossKind loss, ActivationKind activation, string metric)
    {
        var experiment = new Experiment
        {
            Data = new DataSettings(new GivenSettings(Inputs, targets)),
            Layers = [new DenseSettings(3, new ActivationSettings(activation))],
            Loss = new LossSettings(loss),
            Length = new LengthSettings(Updates: 1),
            Evaluation = new EvaluationSettings { Metrics = [metric] },
        };
        using var program = Compiler.Compile<float>(experiment, DataLoader.WithoutFiles.Load(experiment));
        program.Train();
        program.Evaluate();
        return program.Scalar($"eval.train.{metric}");
    }
}
