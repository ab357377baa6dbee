namespace Core.Tests;

public class CsvPlannerTests
{
    private static CsvPlan Plan(string text, CsvRequest? request = null) => CsvPlanner.Plan(CsvSurvey.Read(new StringReader(text)), request ?? new("t.csv"));

    private static string[] Problems(string text, CsvRequest? request = null) => Expect.Problems(() => Plan(text, request));

    private static string Column(string header, IEnumerable<string> values) => $"x,{header}\n" + string.Concat(values.Select((value, k) => $"{k},{value}\n"));

    [Theory]
    [InlineData("yes no yes no", true, CsvTargetReason.Text)]
    [InlineData("1 yes 2 no", true, CsvTargetReason.Text)]
    [InlineData("0 1 1 0", true, CsvTargetReason.FewWholeNumbers)]
    [InlineData("0 1 2 3", false, CsvTargetReason.ManyNumbers)]
    [InlineData("0.5 1 0.5 1", false, CsvTargetReason.ManyNumbers)]
    [InlineData("1 2 3 4 5 6 7 8 9 10 1 2 3 4 5 6 7 8 9 10", true, CsvTargetReason.FewWholeNumbers)]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 1 2 3 4 5 6 7 8 9 10 11", false, CsvTargetReason.ManyNumbers)]
    public void TheTaskFollowsTheStatedRule(string values, bool isClasses, CsvTargetReason reason)
    {
        var plan = Plan(Column("y", values.Split(' ')));
        Assert.Equal((isClasses, reason), (plan.IsClasses, plan.Reason));
        if (reason == CsvTargetReason.Text) Assert.Contains("learn classes (task: classes)", Problems(Column("y", values.Split(' ')), new("t.csv") { IsClasses = false })[0]);
        else Assert.Equal((!isClasses, CsvTargetReason.Stated), Plan(Column("y", values.Split(' ')), new("t.csv") { IsClasses = !isClasses }) is var other ? (other.IsClasses, other.Reason) : default);
    }

    [Fact]
    public void ColumnsThatTeachNothingAreLeftOut()
    {
        var rows = string.Concat(Enumerable.Range(0, 20).Select(k => $"p{k},same,,{k},{(k % 2 == 0 ? "red" : "blue")},{k}.5\n"));
        var plan = Plan("name,constant,empty,number,colour,y\n" + rows);
        Assert.Equal(["number", "colour"], plan.Inputs.Select(column => column.Name));
        Assert.Equal<(string, CsvLeftOut)>([("name", CsvLeftOut.Names), ("constant", CsvLeftOut.Constant), ("empty", CsvLeftOut.Empty)], plan.LeftOut);
        Assert.Equal((3, 4, 2), (plan.Width, plan.TestRows, plan.RowBytes));
        Assert.Equal(plan.Rows, plan.RowsIn(plan.PeakBytes), 6);
        Assert.Equal(0, plan.RowsIn(1000));
    }

    [Theory]
    [InlineData("1 2 99", 1)]
    [InlineData("-1.5 2", 1)]
    [InlineData("100 2", 2)]
    [InlineData("10.25 3", 2)]
    [InlineData("123456 0.123", 4)]
    [InlineData("123456 0.1234", 8)]
    [InlineData("1 2e3", 8)]
    [InlineData("red blue", 1)]
    public void WhatACellTakesIsNeverMoreThanWasSaid(string cells, int bytes)
    {
        var column = CsvSurvey.Read(new StringReader("x\n" + cells.Replace(' ', '\n'))).Columns[0];
        Assert.Equal(bytes, column.CellBytes);
        if (column.Texts > 0) return;
        double[] numbers = [.. cells.Split(' ').Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.InRange(new PackedRows(numbers, 1).Bytes, 1, bytes * numbers.Length);
    }

    [Fact]
    public void OfEverySoManyRowsTheFirstIsTaken()
    {
        const string text = "x,y\n0,0\n1,1\n\n2,2\n3,3\n4,4\n5,5\n6,6\n";
        var options = new CsvOptions { Targets = ["y"], TargetKind = TargetKind.Numbers, Every = 3 };
        Assert.Equal([0, 3, 6], CsvReader.Read(new StringReader(text), options).Inputs);
        Assert.Equal([1, 4], CsvReader.Read(new StringReader(text[8..]), options with { HasHeader = false, Targets = ["column2"] }).Inputs);
        var survey = CsvSurvey.Read(new StringReader(text), every: 3);
        Assert.Equal((3, 3), (survey.Rows, survey.Columns[0].Numbers));
        Assert.Equal(2, CsvSurvey.Read(new StringReader(text), every: 3, most: 2).Rows);
    }

    [Fact]
    public void AllMissingValuesAreToldAtOnceWithPlaceAndAdvice()
    {
        var problems = Problems("a,b,y\n1,,2\n?,x,3\n4,y,\n5,y,6\n");
        Assert.Equal(["line 2, column 3 ('b')", "line 3, column 1 ('a')", "line 4, column 5 ('y')"], problems.Select(problem => problem.Split(':')[0]));
        Assert.All(problems, problem => Assert.Contains("missing: drop", problem));
        Assert.Single(Problems("a,b,y\n1,,2\n?,x,3\n4,y,\n5,y,6\n", new("t.csv") { Missing = CsvMissing.Mean }));
        Assert.Equal(2, Plan("a,b,y\n1,,2\n?,x,3\n4,y,\n5,x,6\n", new("t.csv") { Missing = CsvMissing.Drop }).Inputs.Length);
        Assert.EndsWith("given 280 more problems; expected none; correct these first", Problems("a,y\n" + string.Concat(Enumerable.Range(0, 600).Select(k => k % 2 == 0 ? $"{k},{k}.5\n" : $",{k}.5\n")))[^1]);
    }

    [Theory]
    [InlineData("a,price\n1,2\n2,3.5\n", "pric", "did you mean 'price'?")]
    [InlineData("a,y\n1,5\n2,5\n", "y", "'5' in every row")]
    [InlineData("a,y\n1,\n2,NA\n", "y", "no value in any row")]
    [InlineData("a,y\n1,2\n1,3.5\n", "y", "no column with different values besides the target ('a' left out)")]
    [InlineData("y\n1\n2\n", "y", "only the target column")]
    [InlineData("a;y\n1;2\n", "y", "(delimiter: ;)")]
    [InlineData("a,a,y\n1,2,3\n", "y", "the column name 'a' again")]
    [InlineData("a,y\n1,2,3\n4\n", "y", "line 2: given 3 fields; expected 2, as in the header in line 1")]
    [InlineData("a,y\n", "y", "a header and no rows")]
    [InlineData("", "y", "no text")]
    public void WhatCannotBeLearntIsToldWithAdvice(string text, string target, string part) =>
        Assert.Contains(Problems(text, new("t.csv") { Target = target }), problem => problem.Contains(part));

    [Fact]
    public void AnotherNetworkKeepsWhatIsItsOwnAndGivesUpWhatIsTheOldDatas()
    {
        var old = ExperimentReader.Read(System.Text.Encoding.UTF8.GetBytes(
            """
            { "seed": 5, "data": {"inputs": [[[0, 1]], [[1, 0]]], "labels": [0, 1]}, "initialWeights": "he_normal",
              "layers": [{"type": "flatten"}, {"units": 2, "activation": "relu", "initialWeights": [[1, 2], [3, 4]]}, {"units": 1, "activation": "sigmoid"}],
              "loss": "sigmoid_bce", "optimizer": {"type": "sgd", "learningRate": 0.3}, "batches": [[0], [1]], "edits": "1:layer1.weight[0,0]:0.5" }
            """));
        Assert.True(old.Problems.None, old.Problems.ToString());
        var table = Column("y", Enumerable.Range(0, 30).Select(k => new[] { "p", "q", "r" }[k % 3]));
        var read = ExperimentReader.Read(CsvExperiment.Adapt(old.Experiment!.Source!, Plan(table)));
        Assert.True(read.Problems.None, read.Problems.ToString());
        var experiment = read.Experiment!;
        Assert.Equal((5UL, LossKind.SoftmaxCe), (experiment.Seed, experiment.Loss.Kind));
        Assert.Equal([2, 3], experiment.Layers.Cast<DenseSettings>().Select(layer => layer.Units));
        Assert.Empty(experiment.Edits);
        var data = new DataLoader(_ => new StringReader(table)).Load(experiment);
        Assert.Equal((24, 6, 1), (data.Train.Rows, data.Test!.Rows, data.Train.Width));
    }
}
