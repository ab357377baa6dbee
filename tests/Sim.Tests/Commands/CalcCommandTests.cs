using System.Text;
using System.Text.Json.Nodes;

namespace Sim.Tests;

public class CalcCommandTests
{
    private const string File = """
        {"items": [
          {"id": "sure", "type": "loss", "loss": "cross_entropy", "predictions": [0.1, 0.8, 0.1], "labels": [1]},
          {"id": "roc", "type": "metrics", "targets": [0, 1], "scores": [0.25, 0.5], "metrics": ["auc", "roc"]},
          {"id": "parts", "type": "split", "n": 2, "split": {"test": 0.5, "shuffle": false}}
        ]}
        """;

    private static (int Code, string Out, string Error) Run(string text, params string[] more) => Run(text, isTerminal: false, more);

    private static (int Code, string Out, string Error) Run(string text, bool isTerminal, params string[] more)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(["calc", "numbers.json", .. more], new() { Out = output, Error = error, Files = new OneFile(text), Lessons = "{}"u8.ToArray(), OutIsTerminal = isTerminal });
        return (code, output.ToString(), error.ToString());
    }

    [Fact]
    public void ATerminalGetsLinesForPeopleAndAPipeJsonLines()
    {
        var (code, output, error) = Run(File, isTerminal: true);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(output, Run(File, "--format", "text").Out);
        Assert.Equal(Run(File, isTerminal: true, "--format", "jsonl").Out, Run(File).Out);
        Assert.Equal("""
            sure.value = 0.22314353
            sure.gradient = [-0.0, -1.25, -0.0]
            roc.auc = 1
            roc.roc = [[0, 0], [0, 1], [1, 1]]
            roc.roc.thresholds = [Infinity, 0.5, 0.25]
            parts.train = [0]
            parts.validation = []
            parts.test = [1]

            """.ReplaceLineEndings("\n"), output);
    }

    [Fact]
    public void JsonLinesAreRecordsOfUpdate0()
    {
        var lines = Run(File, "--format", "jsonl", "--precision", "double").Out.TrimEnd('\n').Split('\n');
        Assert.Equal("""{"update":0,"step":1,"phase":"loss","name":"sure.value","value":0.2231435513142097}""", lines[0]);
        Assert.Equal("""{"update":0,"step":5,"phase":"evaluate","name":"roc.roc.thresholds","shape":[3],"value":["Infinity",0.5,0.25]}""", lines[4]);
        Assert.Equal("""{"update":0,"step":7,"phase":"batch","name":"parts.validation","shape":[0],"value":[]}""", lines[6]);
        Assert.All(lines, line => Assert.NotNull(JsonNode.Parse(line)));
    }

    [Fact]
    public void CsvHasALineForEachNumber()
    {
        var lines = Run(File, "--format", "csv").Out.TrimEnd('\n').Split('\n');
        Assert.Equal("update,step,phase,name,i,j,k,l,m,n,value", lines[0]);
        Assert.Equal("0,1,loss,sure.value,,,,,,,0.22314353", lines[1]);
        Assert.Contains("0,4,evaluate,roc.roc,1,1,,,,,1", lines);
    }

    [Fact]
    public void EverythingWrongIsToldWithItsPlace()
    {
        var (code, output, error) = Run("""{"items": [{"id": "a", "type": "activation", "activation": "rellu", "z": 1}, {"type": "split", "n": 0}]}""");
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("sim: numbers.json: 4 problems\n", error.ReplaceLineEndings("\n"));
        Assert.Contains("line 1, column 60 (items[0].activation): given \"rellu\"", error);
        Assert.Contains("did you mean \"relu\"?", error);
    }

    [Fact]
    public void AFileMustBeNamedAndAFormatKnown()
    {
        using var error = new StringWriter();
        var host = new CommandHost { Out = TextWriter.Null, Error = error, Files = new OneFile(File), Lessons = "{}"u8.ToArray() };
        Assert.Equal(2, CommandLine.Run(["calc"], host));
        Assert.Equal(2, CommandLine.Run(["calc", "other.json"], host));
        Assert.Equal(2, CommandLine.Run(["calc", "numbers.json", "--format", "xml"], host));
        Assert.Contains("there is no file other.json", error.ToString());
        Assert.Contains("given xml; expected text or jsonl or csv", error.ToString());
    }

    private sealed class OneFile(string text) : IFiles
    {
        public bool Exists(string path) => path == "numbers.json";

        public ReadOnlyMemory<byte> Read(string path, long most) =>
            Exists(path) ? Encoding.UTF8.GetBytes(text) : throw new RequestException($"there is no file {path}.");

        public TextReader OpenText(string path) => new StringReader(text);
    }
}
