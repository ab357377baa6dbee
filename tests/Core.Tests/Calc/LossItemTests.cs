namespace Core.Tests;

public class LossItemTests
{
    [Theory]
    // −ln 0.8, three ways.
    [InlineData("\"loss\": \"cross_entropy\", \"predictions\": [0.1, 0.8, 0.1], \"labels\": [1]", 0.2231435513142097, new[] { 0, -1.25, 0 })]
    [InlineData("\"loss\": \"bce\", \"predictions\": [0.8], \"targets\": [1]", 0.2231435513142097, new[] { -1.25 })]
    [InlineData("\"loss\": \"softmax_ce\", \"logits\": [[0, 2.0794415416798357, 0]], \"targets\": [[0, 1, 0]]", 0.2231435513142097, new[] { 0.1, -0.2, 0.1 })]
    // By hand.
    [InlineData("\"loss\": \"mse\", \"predictions\": [[1, 2], [3, 5]], \"targets\": [[1, 0], [0, 4]]", 14 / 4.0, new[] { 0, 1, 1.5, 0.5 })]
    [InlineData("\"loss\": \"mse_half\", \"predictions\": [[1, 2], [3, 5]], \"targets\": [[1, 0], [0, 4]]", 14 / 4.0, new[] { 0, 1, 1.5, 0.5 })]
    [InlineData("\"loss\": \"mae\", \"predictions\": [2.5, 0, 2, 8], \"targets\": [3, -0.5, 2, 7]", 0.5, new[] { -0.25, 0.25, 0, 0.25 })]
    [InlineData("\"loss\": {\"type\": \"huber\", \"delta\": 1}, \"predictions\": [0.5, 4], \"targets\": [0, 0]", (0.125 + 3.5) / 2, new[] { 0.25, 0.5 })]
    [InlineData("\"loss\": \"huber\", \"predictions\": [-3], \"targets\": [0]", 2.5, new[] { -1.0 })]
    // PyTorch: logarithms of bce are clamped at −100; its gradient divides by at least 1e−12.
    [InlineData("\"loss\": \"bce\", \"predictions\": [0], \"targets\": [1]", 100, new[] { -1e12 })]
    [InlineData("\"loss\": \"bce\", \"predictions\": [0.9, 0.2], \"labels\": [1, 0]", (0.10536051565782628 + 0.2231435513142097) / 2, new[] { -0.5 / 0.9, 0.5 / 0.8 })]
    [InlineData("\"loss\": \"sigmoid_bce\", \"logits\": [[0, 1000], [-1000, 0]], \"targets\": [[1, 1], [0, 0]]", 0.34657359027997264, new[] { -0.125, 0, 0, 0.125 })]
    [InlineData("\"loss\": \"softmax_ce\", \"logits\": [[1000, -1000], [0, 0]], \"labels\": [1, 0]", (2000 + 0.6931471805599453) / 2, new[] { 0.5, -0.5, -0.25, 0.25 })]
    [InlineData("\"loss\": \"softmax_ce\", \"logits\": [[0, 0]], \"targets\": [[0.3, 0.7]]", 0.6931471805599453, new[] { 0.2, -0.2 })]
    [InlineData("\"loss\": \"mse\", \"predictions\": [[1, 0], [0, 0]], \"labels\": [0, 1]", 0.25, new[] { 0, 0, 0, -0.5 })]
    public void ALossHasItsValueAndGradient(string item, double value, double[] gradient)
    {
        var records = Calc.Item("\"type\": \"loss\", " + item);
        Calc.Close(value, records["value"], 1e-13 * Math.Max(1, value));
        Calc.Close(gradient, records["gradient"], gradient.Max(Math.Abs) * 1e-13);
        Assert.Equal(item.Contains("logits"), records.ContainsKey("a"));
    }

    [Fact]
    public void TheGradientHasTheShapeOfThePredictions()
    {
        Expect.Same([3], Calc.Item("\"type\": \"loss\", \"loss\": \"mse\", \"predictions\": [1, 2, 3], \"targets\": [0, 0, 0]")["gradient"].Shape);
        Expect.Same([3, 1], Calc.Item("\"type\": \"loss\", \"loss\": \"mse\", \"predictions\": [[1], [2], [3]], \"labels\": [0, 1, 0]")["gradient"].Shape);
        Expect.Same([2], Calc.Item("\"type\": \"loss\", \"loss\": \"softmax_ce\", \"logits\": [1, 2], \"targets\": [0, 1]")["gradient"].Shape);
    }

    [Fact]
    public void TheOutputsOfFusedLossesAreTheirActivation()
    {
        var records = Calc.Item("\"type\": \"loss\", \"loss\": \"softmax_ce\", \"logits\": [0, 0.6931471805599453], \"labels\": [1]");
        Calc.Close([1 / 3.0, 2 / 3.0], records["a"]);
        Calc.Close(Math.Log(1.5), records["value"]);
    }

    public static TheoryData<string, string> AllLosses
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var loss in new[] { "\"mse\"", "\"mse_half\"", "\"mae\"", "{\"type\": \"huber\", \"delta\": 0.3}", "\"bce\"", "\"cross_entropy\"" }) data.Add(loss, "predictions");
            foreach (var loss in new[] { "\"sigmoid_bce\"", "\"softmax_ce\"" }) data.Add(loss, "logits");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(AllLosses))]
    public void EveryGradientIsTheCentralDifferenceOfTheValue(string loss, string field)
    {
        double[] given = [0.31, 0.62, 0.17, 0.55, 0.11, 0.73];
        Dictionary<string, CalcRecord> At(int moved, double by)
        {
            var x = given.ToArray();
            x[moved] += by;
            return Calc.Item(FormattableString.Invariant($"\"type\": \"loss\", \"loss\": {loss}, \"{field}\": [[{x[0]:R}, {x[1]:R}, {x[2]:R}], [{x[3]:R}, {x[4]:R}, {x[5]:R}]], \"targets\": [[0.2, 0.7, 0.1], [0, 0.5, 0.5]]"));
        }

        var gradient = At(0, 0)["gradient"].Values;
        for (var k = 0; k < given.Length; k++)
            Expect.Close((At(k, 1e-5)["value"].Values[0] - At(k, -1e-5)["value"].Values[0]) / 2e-5, gradient[k], 1e-7);
    }
}
