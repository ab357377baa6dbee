using System.Globalization;
using System.Text.Json;
using Features;

namespace Core.Tests;

public class TraceTests
{
    [Fact]
    public void Every_line_is_json_whose_numbers_read_back_to_the_same_bits()
    {
        foreach (var experiment in FeatureExperiments.All().Take(5))
            foreach (var step in Steps<float>(experiment, 1, 3))
            {
                var text = Json(TraceRecord<float>.Of(step));
                Assert.EndsWith("}\n", text);
                var line = JsonDocument.Parse(text).RootElement;
                Assert.Equal(["update", "step", "phase", "name", .. step.Output.Shape.IsEmpty ? Array.Empty<string>() : ["shape"], "value"], line.EnumerateObject().Select(member => member.Name));
                Assert.Equal(step.Output.Shape.ToArray(), line.TryGetProperty("shape", out var shape) ? [.. shape.EnumerateArray().Select(size => size.GetInt32())] : []);
                var numbers = Flat(line.GetProperty("value")).Select(number => BitConverter.SingleToInt32Bits(number.GetSingle()));
                Assert.Equal([.. step.Output.Values.Select(BitConverter.SingleToInt32Bits)], numbers.ToArray());
            }
    }

    [Fact]
    public void Steps_count_from_1_in_every_update_and_the_trace_starts_where_it_is_asked_to()
    {
        var all = Steps<float>(FeatureExperiments.All().First(), 1, 2).ToArray();
        var second = Steps<float>(FeatureExperiments.All().First(), 2, 1).ToArray();
        Assert.Equal([1, 2], all.Select(step => step.Update).Distinct());
        foreach (var update in all.GroupBy(step => step.Update)) Assert.Equal(Enumerable.Range(1, update.Count()), update.Select(step => step.Number));
        Assert.Equal(all.Where(step => step.Update == 2).Select(step => Json(TraceRecord<float>.Of(step))), second.Select(step => Json(TraceRecord<float>.Of(step))));
        Assert.Empty(Steps<float>(FeatureExperiments.All().First(), 3, 1));
    }

    [Theory]
    [InlineData(float.NaN, "\"NaN\"")]
    [InlineData(float.PositiveInfinity, "\"Infinity\"")]
    [InlineData(float.NegativeInfinity, "\"-Infinity\"")]
    [InlineData(0.1f, "0.1")]
    [InlineData(-0f, "-0.0")]
    [InlineData(10000000f, "10000000")]
    [InlineData(1e-7f, "1E-07")]
    [InlineData(0.6931472f, "0.6931472")]
    public void Numbers_have_the_shortest_digits_of_their_type(float value, string expected) => Assert.Equal(expected, TraceJson.Number(value));

    [Fact]
    public void Double_runs_have_the_digits_of_doubles() => Assert.Equal("0.30000000000000004", TraceJson.Number(0.1 + 0.2));

    [Fact]
    public void Records_of_no_update_and_single_numbers_look_like_this() =>
        Assert.Equal("{\"update\":0,\"step\":1,\"phase\":\"loss\",\"name\":\"loss\",\"value\":0.5}\n", Json(new TraceRecord<float>(0, 1, Phase.Loss, "loss", [], [0.5f])));

    [Fact]
    public void Csv_has_one_line_per_number_with_its_index()
    {
        var output = new StringWriter();
        var csv = new TraceCsv(output);
        csv.Write(new TraceRecord<float>(1, 4, Phase.Forward, "layer1.z", [2, 2], [1, 2.5f, float.NaN, -4]));
        csv.Write(new TraceRecord<float>(1, 5, Phase.Loss, "loss", [], [0.25f]));
        Assert.Equal(
            "update,step,phase,name,i,j,k,l,m,n,value\n1,4,forward,layer1.z,0,0,,,,,1\n1,4,forward,layer1.z,0,1,,,,,2.5\n"
            + "1,4,forward,layer1.z,1,0,,,,,NaN\n1,4,forward,layer1.z,1,1,,,,,-4\n1,5,loss,loss,,,,,,,0.25\n",
            output.ToString());
    }

    [Fact]
    public void A_run_that_overflows_says_where_and_goes_on()
    {
        var experiment = FeatureExperiments.Read("""
            { "data": {"inputs": [[1], [2]], "targets": [1, 2]}, "layers": [{"units": 1}], "loss": "mse",
              "optimizer": {"type": "sgd", "learningRate": 1e20}, "length": {"updates": 10} }
            """);
        var program = Compiler.Compile<float>(experiment, DataLoader.WithoutFiles.Load(experiment));
        var first = Steps<float>(experiment, 1, 10).Select(Divergence.In).First(found => found is not null)!;
        var found = Divergence.Find(program, 10)!;
        Assert.Equal(first.Update, found.Update);
        Assert.InRange(first.Update, 1, 3);
        Assert.Equal((first.Name, first.Step), (found.Name, found.Step));
        Assert.Equal(10, Steps<float>(experiment, 1, 10).Last().Update);
        foreach (var step in Steps<float>(experiment, 1, 10)) JsonDocument.Parse(Json(TraceRecord<float>.Of(step)));
    }

    private static string Json(TraceRecord<float> record)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        TraceJson.Write(output, record);
        return output.ToString();
    }

    private static IEnumerable<JsonElement> Flat(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany(Flat) : [value];

    private static IEnumerable<Step<T>> Steps<T>(Experiment experiment, long from, long updates)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
        Trace.Steps(new Timeline<T>(Compiler.Compile<T>(experiment, DataLoader.WithoutFiles.Load(experiment))), from, updates);
}
