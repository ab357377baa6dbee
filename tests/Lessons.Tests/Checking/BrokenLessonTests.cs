namespace Lessons.Tests;

/// <summary>The worked example, broken in one place at a time: exactly one rule complains, in the right place, with the right words.</summary>
public class BrokenLessonTests
{
    private const string Panels = "\"panels\": [\"network\", \"data\"]";

    [Theory]
    [InlineData("not JSON", "\"format\": 1,", "\"format\": 1;", "format", "line 2, column 13")]
    [InlineData("newer format", "\"format\": 1", "\"format\": 2", "format", "update the program")]
    [InlineData("unknown field", "\"minutes\": 5", "\"minute\": 5, \"minutes\": 5", "format", "did you mean \"minutes\"?")]
    [InlineData("missing field", "\"minutes\": 5,", "", "format", "lesson without \"minutes\"")]
    [InlineData("number out of range", "\"minutes\": 5", "\"minutes\": -1", "format", "a whole number from 1 to 240")]
    [InlineData("bad id", "\"id\": \"doubling\"", "\"id\": \"doubling it\"", "format", "an id of letters")]
    [InlineData("duplicate scene", "\"id\": \"end\"", "\"id\": \"loss\"", "format", "\"loss\" a second time")]
    [InlineData("unknown need", "\"minutes\": 5,", "\"minutes\": 5, \"needs\": [\"xor\"],", "format", "the id of an earlier lesson")]
    [InlineData("needs itself", "\"minutes\": 5,", "\"minutes\": 5, \"needs\": [\"doubling\"],", "format", "does not come before this lesson")]
    [InlineData("unknown term", "\"terms\": [\"learning-rate\"]", "\"terms\": [\"learnin-rate\"]", "format", "did you mean \"learning-rate\"?")]
    [InlineData("unknown variant", "\"variant\": \"edge\",\n          \"at\"", "\"variant\": \"edg\",\n          \"at\"", "format", "did you mean \"edge\"?")]
    [InlineData("unknown comparison", "\"compare\": \"edge\"", "\"compare\": \"egde\"", "format", "did you mean \"edge\"?")]
    [InlineData("unknown picture", "\"panels\": [\"network\", \"data\"]", "\"panels\": [\"netwrk\"]", "format", "did you mean \"network\"?")]
    [InlineData("experiment field", "\"loss\": \"mse\"", "\"loss\": \"msee\"", "format", "did you mean \"mse\"?")]
    [InlineData("experiment in double", "\"loss\": \"mse\"", "\"precision\": \"double\", \"loss\": \"mse\"", "format", "single precision")]
    [InlineData("variant of an unknown field", "\"optimizer.learningRate\": 0.4", "\"optimizer.rate\": 0.4", "format", "a field of optimizer")]
    [InlineData("variant of a wrong value", "\"optimizer.learningRate\": 0.4", "\"optimizer.learningRate\": -1", "format", "at least 0")]
    [InlineData("empty variant", "{\"optimizer.learningRate\": 0.4}", "{}", "format", "at least one changed field")]
    [InlineData("expression that cannot be read", "\"holds\": \"abs(lr", "\"holds\": \"abbs(lr", "format", "did you mean abs?")]
    [InlineData("brace that is not closed", "the loss {{loss:e1}}.", "the loss {{loss:e1.", "format", "expected `}}`")]
    [InlineData("position that cannot be read", "\"at\": \"end\"", "\"at\": \"at the end\"", "format", "is no position")]
    [InlineData("four hints", "\"hints\": [{\"en\": \"w − η·g\", \"zh\": \"w − η·g\"}]", "\"hints\": [{\"en\": \"1\", \"zh\": \"1\"}, {\"en\": \"1\", \"zh\": \"1\"}, {\"en\": \"1\", \"zh\": \"1\"}, {\"en\": \"1\", \"zh\": \"1\"}]", "format", "0 to 3 hints")]
    [InlineData("one choice", "\"type\": \"choice\"", "\"type\": \"choise\"", "format", "did you mean \"choice\"?")]
    [InlineData("sweep without range", "\"panels\": [\"loss\", \"formula\"]", "\"panels\": [\"sweep\"]", "format", "the picture sweep without a sweep")]
    [InlineData("no Chinese", "\"en\": \"It learns.\", \"zh\": \"它学会了。\"", "\"en\": \"It learns.\"", "translation", "no Chinese text")]
    [InlineData("no English", "\"en\": \"w − η·g\", \"zh\"", "\"zh\"", "translation", "no English text")]
    [InlineData("endless run", "\"updates\": 20", "\"updates\": 2000000000", "length", "a run of 2000000000 updates")]
    [InlineData("no scene", "\"scenes\": [\n        {\n          \"id\": \"question\",", "\"scenes\": [], \"scenes2\": [\n        {\n          \"id\": \"question\",", "format", "a list of 1 to 100 scenes")]
    [InlineData("unknown name in a text", "is {{layer1.weight.grad[0,0]}}: more", "is {{layer1.weigth.grad[0,0]}}: more", "expression", "did you mean layer1.weight")]
    [InlineData("index outside the value", "layer1.weight[0,0] - 0.1", "layer1.weight[0,1] - 0.1", "expression", "index 1 is not on axis 2")]
    [InlineData("condition that is a number", "\"right\": \"variant(edge, loss) < loss\"", "\"right\": \"loss\"", "expression", "expected a bool")]
    [InlineData("answer that is a tensor", "\"answer\": \"layer1.weight[0,0] - 0.1 * layer1.weight.grad[0,0]\"", "\"answer\": \"layer1.a\"", "expression", "expected a number")]
    [InlineData("claim on an unknown name", "abs(lr - critical_lr)", "abs(rate - critical_lr)", "expression", "unknown name `rate`")]
    [InlineData("position of an unknown name", "\"at\": \"1:loss\"", "\"at\": \"1:los\"", "position", "did you mean loss")]
    [InlineData("until that is no condition", "\"at\": \"1:loss\"", "\"until\": \"loss\"", "position", "expected a bool")]
    [InlineData("focus on nothing", "\"focus\": {\"step\": \"loss\"}", "\"focus\": {\"step\": \"layer2.z\"}", "focus", "the name of a value of this run")]
    [InlineData("focus beside the value", "\"focus\": {\"step\": \"layer1.weight.grad\", \"index\": [0, 0]}", "\"focus\": {\"step\": \"layer1.weight.grad\", \"index\": [0, 1]}", "focus", "an element of layer1.weight.grad, shape [1,1]")]
    [InlineData("prediction of a whole", "\"value\": {\"step\": \"layer1.weight.grad\", \"index\": [0, 0]}", "\"value\": {\"step\": \"layer1.weight.grad\"}", "focus", "layer1.weight.grad as a whole")]
    [InlineData("boundary of one input", "\"panels\": [\"network\", \"data\"]", "\"panels\": [\"boundary\"]", "picture", "two inputs")]
    [InlineData("confusion of numbers", "\"panels\": [\"network\", \"data\"]", "\"panels\": [\"confusion\"]", "picture", "targets that are classes")]
    [InlineData("activation curve of a linear net", "\"panels\": [\"network\", \"data\"]", "\"panels\": [\"activation\"]", "picture", "works unit by unit")]
    [InlineData("comparison without a run", "\"panels\": [\"network\", \"data\"]", "\"panels\": [\"compare\"]", "picture", "variants of doubling: edge")]
    [InlineData("sweep over nothing", "\"panels\": [\"network\", \"data\"]", "\"panels\": [\"sweep\"], \"sweep\": {\"over\": \"optimizer.rate\", \"from\": 0, \"to\": 1}", "picture", "optimizer.rate")]
    [InlineData("scene outside the run", "\"at\": \"end\"", "\"at\": \"epoch 99\"", "scene", "epoch 99 is outside the run")]
    [InlineData("scene that never comes", "\"at\": \"end\"", "\"until\": \"loss > 1e6\"", "scene", "to the end of the run, update 20")]
    [InlineData("number too early", "It starts at w = {{layer1.weight[0,0]}}", "It starts at w = {{layer1.a}}", "value", "has no value at this moment")]
    [InlineData("two right choices", "\"right\": \"variant(edge, loss) < loss\"", "\"right\": true", "question", "choices 1 and 2 are right")]
    [InlineData("no right choice", "\"right\": \"abs(variant(edge, loss) - variant(edge, at(loss, 1))) < 1e-6\"", "\"right\": false", "question", "no choice is right")]
    [InlineData("slip that is right", "layer1.weight[0,0] + 0.1 *", "layer1.weight[0,0] - 0.1 *", "question", "which gives the right answer")]
    [InlineData("prediction of nothing", "\"value\": {\"step\": \"layer1.weight.grad\", \"index\": [0, 0]}", "\"value\": {\"step\": \"layer1.a\", \"index\": [5, 0]}", "focus", "an element of layer1.a")]
    [InlineData("claim that does not hold", "< 1e-4\"", "< 1e-9\"", "claim", "which does not hold at 20")]
    [InlineData("lesson twice", "\"lessons\": [\n    {", "\"lessons\": [{\"id\": \"doubling\"},\n    {", "format", "\"doubling\" a second time")]
    [InlineData("part from nowhere", "\"format\": 1,", "\"format\": 1, \"parts\": [{\"title\": {\"en\": \"a\", \"zh\": \"一\"}, \"from\": \"dubling\"}],", "format", "did you mean \"doubling\"?")]
    [InlineData("part twice", "\"format\": 1,", "\"format\": 1, \"parts\": [{\"title\": {\"en\": \"a\", \"zh\": \"一\"}, \"from\": \"doubling\"}, {\"title\": {\"en\": \"b\", \"zh\": \"二\"}, \"from\": \"doubling\"}],", "format", "does not come behind the part before")]
    [InlineData("part without a heading", "\"format\": 1,", "\"format\": 1, \"parts\": [{\"from\": \"doubling\"}],", "format", "part without \"title\"")]
    [InlineData("part without Chinese", "\"format\": 1,", "\"format\": 1, \"parts\": [{\"title\": {\"en\": \"a\"}, \"from\": \"doubling\"}],", "translation", "no Chinese text")]
    [InlineData("figure of an unknown type", Panels, "\"figures\": [{\"type\": \"pie\", \"values\": \"loss\"}]", "format", "\"pie\"")]
    [InlineData("figure that cannot be read", Panels, "\"figures\": [{\"title\": {\"en\": \"a\", \"zh\": \"一\"}, \"type\": \"histogram\", \"values\": \"layer1.weight[\"}]", "format", "layer1.weight[")]
    [InlineData("figure of an unknown name", Panels, "\"figures\": [{\"title\": {\"en\": \"a\", \"zh\": \"一\"}, \"type\": \"histogram\", \"values\": \"layer9.weight\"}]", "expression", "layer9.weight")]
    [InlineData("figure with too many bars", Panels, "\"figures\": [{\"title\": {\"en\": \"a\", \"zh\": \"一\"}, \"type\": \"bars\", \"labels\": [\"a\", \"b\"], \"values\": \"[1, 2, 3]\"}]", "figure", "labels")]
    [InlineData("picture figure without figures", Panels, "\"panels\": [\"figure\"]", "picture", "without \"figures\"")]
    [InlineData("logarithmic sweep from 0", Panels, "\"panels\": [\"sweep\"], \"sweep\": {\"over\": \"optimizer.learningRate\", \"from\": 0, \"to\": 1, \"log\": true}", "format", "above 0")]
    [InlineData("sweep of one run", Panels, "\"panels\": [\"sweep\"], \"sweep\": {\"over\": \"optimizer.learningRate\", \"from\": 0, \"to\": 1, \"count\": 1}", "format", "from 2 to 1000")]
    [InlineData("sweep without values", Panels, "\"panels\": [\"sweep\"], \"sweep\": {\"over\": \"optimizer.learningRate\", \"from\": 1}", "format", "`from` and `to`, or `values`")]
    [InlineData("sweep with too many values", Panels, "\"panels\": [\"sweep\"], \"sweep\": {\"over\": \"optimizer.learningRate\", \"from\": 1, \"to\": 2, \"values\": [1, 2]}", "format", "one of the two")]
    [InlineData("sweep with a value twice", Panels, "\"panels\": [\"sweep\"], \"sweep\": {\"over\": \"optimizer.learningRate\", \"values\": [1, 2, 1]}", "format", "each value once")]
    [InlineData("sweep by itself", Panels, "\"panels\": [\"sweep\"], \"sweep\": {\"over\": \"seed\", \"values\": [1, 2], \"by\": {\"over\": \"seed\", \"values\": [1, 2]}}", "format", "two fields")]
    [InlineData("map of two values", Panels, "\"panels\": [\"sweep\"], \"sweep\": {\"over\": \"seed\", \"values\": [1, 2], \"by\": {\"over\": \"optimizer.momentum\", \"values\": [0, 0.5]}, \"show\": [\"loss\", \"lr\"]}", "format", "a map of two fields shows one")]
    [InlineData("map too large", Panels, "\"panels\": [\"sweep\"], \"sweep\": {\"over\": \"seed\", \"from\": 1, \"to\": 200, \"count\": 200, \"by\": {\"over\": \"optimizer.momentum\", \"from\": 0, \"to\": 0.9, \"count\": 100}}", "format", "at most 10000")]
    [InlineData("map of a wrong field", Panels, "\"panels\": [\"sweep\"], \"sweep\": {\"over\": \"seed\", \"values\": [1, 2], \"by\": {\"over\": \"optimizer.momentun\", \"values\": [0, 0.5]}}", "picture", "momentum")]
    [InlineData("sweep over a wrong word", Panels, "\"panels\": [\"sweep\"], \"sweep\": {\"over\": \"optimizer.type\", \"values\": [\"sgd\", \"adem\"]}", "picture", "adam")]
    [InlineData("term without a text", "\"format\": 1,", "\"format\": 1, \"glossary2\": [],", "format", "unknown")]
    [InlineData("claim outside the run", "\"holds\": \"abs(layer1.weight[0,0] - 2) < 1e-4\"", "\"at\": \"30\", \"holds\": \"loss < 1\"", "claim", "update 30 is outside the run")]
    public void One_rule_complains(string what, string from, string to, string rule, string words)
    {
        Assert.Contains(from, LessonDocTests.Example);
        var at = LessonDocTests.Example.IndexOf(from, StringComparison.Ordinal);
        var findings = CheckerTests.Check(LessonDocTests.Example[..at] + to + LessonDocTests.Example[(at + from.Length)..]).Findings;
        Assert.True(findings.Length > 0, $"{what}: nothing found");
        Assert.All(findings, finding => Assert.True(rule == finding.Rule, $"{what}: {finding}"));
        Assert.Contains(findings, finding => finding.ToString().Contains(words));
        Assert.All(findings, finding => Assert.True(finding.Problem.Place.Line > 0 || finding.Problem.Place.Source is not null, $"{what}: no place: {finding}"));
    }

    [Theory]
    [InlineData("English", "\"en\": \"Its outputs are", 900)]
    [InlineData("Chinese", "\"zh\": \"它的输出是", 470)]
    public void A_text_that_does_not_fit_is_told(string language, string from, int length)
    {
        var filler = string.Concat(Enumerable.Repeat(language == "English" ? "word " : "字", length / (language == "English" ? 5 : 1)));
        var finding = Assert.Single(CheckerTests.Check(LessonDocTests.Example.Replace(from, from + filler)).Findings);
        Assert.Equal("fit", finding.Rule);
        Assert.Contains($"4 pages in {language}", finding.ToString());
    }

    [Fact]
    public void Needs_that_go_in_a_circle_are_told()
    {
        string one = LessonScaffold.Text("one"), lesson = one[(one.IndexOf('[') + 1)..one.LastIndexOf(']')];
        string Needing(string id, string need) => lesson.Replace("\"id\": \"one\"", $"\"id\": \"{id}\", \"needs\": [\"{need}\"]");
        var finding = Assert.Single(CheckerTests.Check($$"""{"format": 1, "lessons": [{{Needing("one", "two")}}, {{Needing("two", "one")}}]}""").Findings);
        Assert.Equal("format", finding.Rule);
        Assert.Contains("the need \"two\", which does not come before this lesson", finding.ToString());
    }

    [Fact]
    public void A_heading_that_does_not_fit_is_told()
    {
        var finding = Assert.Single(CheckerTests.Check(LessonDocTests.Example.Replace("\"Learning to double\"", $"\"{new string('x', 39)}\"")).Findings);
        Assert.Contains("too long in English", finding.ToString());
    }
}
