using System.Diagnostics;

namespace Sim.Tests;

public class BadInputTests
{
    private static string With(string data = """{"inputs": [[0], [1]], "targets": [1, 3]}""", string layers = """[{"units": 1}]""", string more = "") =>
        $$"""{ "data": {{data}}, "layers": {{layers}}, "loss": "mse", "length": {"updates": 3} {{more}} }""";

    public static TheoryData<string, string[]> Wrong => new()
    {
        { "{ \"data\": ", ["line 1"] },
        { "", ["empty text", "JSON object"] },
        { With(more: ", \"lenght\": 3"), ["lenght", "length"] },
        { With(layers: """[{"units": 0}]"""), ["units", "at least 1"] },
        { With(layers: """[{"units": 1000000000}, {"units": 1}]"""), ["GB"] },
        { With(data: """{"inputs": [[0], [1, 2]], "targets": [1, 3]}"""), ["line 1", "inputs"] },
        { With(data: """{"inputs": [[0], [NaN]], "targets": [1, 3]}"""), ["NaN", "finite"] },
        { With(data: """{"inputs": [], "targets": []}"""), ["inputs"] },
        { With(data: """{"inputs": [[0], [1]], "labels": [0, 5], "classes": 2}"""), ["class 5", "0 to 1"] },
        { With(more: """, "batches": [[0, 7]] """), ["7"] },
        { With(data: new string('[', 500) + new string(']', 500)), ["inside each other"] },
        { With(layers: """[{"units": 1, "initialWeights": [[1, 2, 3]]}]"""), ["initialWeights"] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_experiment_is_refused_with_place_and_advice(string text, string[] parts)
    {
        foreach (var command in new[] { "run x.json", "trace x.json --format jsonl", "explain x.json --at 1 --value loss" })
            Typed.Run(command, ("x.json", text)).Refused(["x.json", .. parts]);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var error = Typed.Run("run x.json", ("x.json", With(layers: """[{"units": 0}, {"units": 1, "activation": "rleu"}]""", more: ", \"seed\": -1"))).Refused().Error;
        Assert.Contains("x.json: 3 problems", error);
        Assert.Contains("relu", error);
    }

    [Theory]
    [InlineData("rnu xor", "did you mean run?")]
    [InlineData("run", "needs a LESSON")]
    [InlineData("run xorr", "did you mean xor?")]
    [InlineData("run nosuch.json", "nosuch.json")]
    [InlineData("run xor extra", "unexpected argument extra")]
    [InlineData("run xor@3", "given a moment after @")]
    [InlineData("run xor/edge", "no-hidden-layer")]
    [InlineData("run xor --lang fr", "expected en or zh")]
    [InlineData("run xor --threads 0", "at least 1")]
    [InlineData("run xor --updates", "--updates needs a value")]
    [InlineData("run xor --updates -5", "at least 0")]
    [InlineData("run xor --updates 3 --updates 4", "given 2 times")]
    [InlineData("run xor --set seed", "KEY=VALUE")]
    [InlineData("run xor --set optimzer.x=1", "optimizer")]
    [InlineData("trace xor --formt csv", "did you mean --format?")]
    [InlineData("trace --formt csv", "unknown option --formt of trace; did you mean --format?")]
    [InlineData("run --csv t.csv --json --traget y", "unknown option --traget of run; did you mean --target?")]
    [InlineData("progress export --lang zh", "See sim progress export --help.")]
    [InlineData("trace xor --format cvs", "did you mean csv?")]
    [InlineData("trace xor --updates 0", "at least 1")]
    [InlineData("trace xor --only layer1.zz", "did you mean layer1.z?")]
    public void A_wrong_request_says_what_was_expected(string line, string expected) => Typed.Run(line).Refused(expected);

    [Fact]
    public void Check_tells_every_wrong_file_and_fails()
    {
        var typed = Typed.Run("check good.json bad.json", ("good.json", With()), ("bad.json", With(layers: """[{"units": 0}]""")));
        Assert.Equal(1, typed.Code);
        Assert.Contains("ok    good.json", typed.Out);
        Assert.Contains("wrong bad.json", typed.Out);
        Assert.Equal(0, Typed.Run("check").Code);
    }

    [Fact]
    public void Without_arguments_help_is_shown()
    {
        var typed = Typed.Run([]);
        Assert.Equal(0, typed.Code);
        Assert.Contains("trace", typed.Out);
    }

    [Fact]
    public void The_process_itself_refuses_directories_large_files_and_nonsense_without_a_stack_trace()
    {
        var large = Path.GetTempFileName();
        try
        {
            using (var stream = File.OpenWrite(large)) stream.SetLength(100L << 20);
            Assert.Contains("is a directory", Process(2, "run", Path.GetTempPath()).Error);
            Assert.Contains("at most", Process(2, "run", large).Error);
            Assert.Contains("did you mean run?", Process(2, "rnu").Error);
            Assert.StartsWith("{\"update\":1,\"step\":1,", Process(0, "trace", "watermelon", "--format", "jsonl").Out);
            Assert.Equal("0.1.0\n", Process(0, "--version").Out);
        }
        finally
        {
            File.Delete(large);
        }
    }

    private static Typed Process(int expected, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(CommandLine).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(expected, process.ExitCode);
        Assert.DoesNotContain("   at ", error.Result);
        return new(process.ExitCode, output, error.Result);
    }
}
