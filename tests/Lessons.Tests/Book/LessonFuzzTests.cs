using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Lessons.Tests;

public class LessonFuzzTests
{
    private static readonly string[] Pieces =
        ["{", "}", "[", "]", ",", ":", "\"", "\\", "0", "-1", "1e400", "null", "true", "西", "\u0000", "{{", "}}", "{{loss}}", "prev(", "\"type\"", "[[1]]", "until ", " "];

    private static readonly Gen<string> Mutated =
        from edits in (from at in Gen.Choose(0, 1 << 20) from length in Gen.Choose(0, 6) from piece in Gen.Elements(Pieces) select (at, length, piece)).ListOf()
        select edits.Take(4).Aggregate(LessonDocTests.Example, (text, edit) =>
        {
            int start = edit.at % (text.Length + 1);
            return text[..start] + edit.piece + text[Math.Min(text.Length, start + edit.length)..];
        });

    /// <summary>Replaces one value anywhere in the tree, so that the text stays JSON.</summary>
    private static readonly Gen<string> Replaced =
        from at in Gen.Choose(0, 1 << 20)
        from value in Gen.Elements("0", "-1", "1.5", "1e9", "null", "true", "false", "\"\"", "\"loss\"", "\"edge\"", "\"until loss > 1\"", "\"3:layer1.z\"", "\"layer1.weight[0,0]\"", "\"{{layer1.a}}\"",
            "[]", "[0]", "[\"loss\"]", "{}", "{\"en\": \"x\"}", "{\"step\": \"loss\", \"index\": [0]}", "{\"type\": \"predict\"}", "[{}]")
        select Replace(at, value);

    private static string Replace(int at, string value)
    {
        var root = JsonNode.Parse(LessonDocTests.Example)!;
        var places = new List<JsonNode>();
        Collect(root, places);
        places[at % places.Count].ReplaceWith(JsonNode.Parse(value));
        return root.ToJsonString();
    }

    private static void Collect(JsonNode node, List<JsonNode> places)
    {
        var children = node is JsonObject o ? o.Select(pair => pair.Value!) : node is JsonArray a ? a.Select(item => item!) : [];
        foreach (var child in children.Where(child => child is not null).ToArray())
        {
            places.Add(child);
            Collect(child, places);
        }
    }

    private static bool IsRead(string text)
    {
        var read = LessonReader.Read(Encoding.UTF8.GetBytes(text));
        return read.Book is null == read.Problems.Count > 0
            && read.Problems.All(problem => problem.Given.Length > 0 && problem.Expected.Length > 0);
    }

    // A checked lesson never throws, and is well only if it can be read and nothing is missing.
    private static bool IsChecked(string text)
    {
        var result = CheckerTests.Check(text);
        return !result.Ok || result.Book is not null && result.Scenes == result.Book.Lessons.Sum(lesson => lesson.Scenes.Length);
    }

    // Bytes, not characters: broken UTF-8 and numbers out of place as well. The same files each time.
    private static byte[] Damaged(int seed)
    {
        var random = new Random(seed);
        byte[] file = Encoding.UTF8.GetBytes(LessonDocTests.Example);
        for (int k = 0; k < 1 + seed % 3; k++) file[random.Next(file.Length)] = (byte)random.Next(256);
        return seed % 10 == 0 ? file[..random.Next(file.Length)] : file;
    }

    [Fact]
    public void A_file_with_damaged_bytes_is_checked_to_the_end_in_bounded_time()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (int seed = 0; seed < 300; seed++)
        {
            var result = LessonChecker.Check(Damaged(seed), cancellation: patience.Token);
            Assert.True(result.Ok ? result.Book is not null : result.Findings.All(finding => finding.ToString().Length > 0), $"seed {seed}");
        }
    }

    [Fact]
    public void A_mutated_file_is_read_or_explained() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Mutated.ToArbitrary(), IsRead));

    [Fact]
    public void A_file_with_a_strange_value_is_read_or_explained() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Replaced.ToArbitrary(), IsRead));

    [Fact]
    public void A_file_with_a_strange_value_is_checked_to_the_end() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(120), Prop.ForAll(Replaced.ToArbitrary(), IsChecked));
}
