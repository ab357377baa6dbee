using System.Text;

namespace Core.Tests;

public class JsonValueTests
{
    private static (JsonValue? Tree, Problems Problems) Parse(string text, JsonLimits? limits = null)
    {
        var problems = new Problems();
        return (JsonValue.Parse(Encoding.UTF8.GetBytes(text), problems, limits), problems);
    }

    private static string Problem(string text, JsonLimits? limits = null)
    {
        var (tree, problems) = Parse(text, limits);
        Assert.Null(tree);
        return Assert.Single(problems).ToString();
    }

    [Fact]
    public void EveryValueKnowsItsLineColumnAndPath()
    {
        var tree = Parse("{\n  \"a\": [1, 2,\n    30],\n  \"西瓜\": {\"b\": [true, \"x\"]}}").Tree!;
        Assert.Equal("line 2, column 8 (a)", tree["a"]!.Place.ToString());
        Assert.Equal("line 3, column 5 (a[2])", tree["a"]![2].Place.ToString());
        Assert.Equal(new Place(4, 9, "西瓜"), tree["西瓜"]!.Place);
        Assert.Equal(new Place(4, 22, "西瓜.b[1]"), tree["西瓜"]!["b"]![1].Place);
        Assert.Equal(new Place(1, 1, ""), tree.Place);
    }

    [Fact]
    public void ListsOfNumbersAreKeptAsDoubles()
    {
        var tree = Parse("[[1, 2.5, -3e-7], [], [1, \"NaN\", 2]]").Tree!;
        Assert.Equal([1, 2.5, -3e-7], tree[0].Numbers!);
        Assert.Empty(tree[1].Numbers!);
        Assert.Null(tree[2].Numbers);
        Assert.Equal(new Place(1, 27, "[2][1]"), tree[2][1].Place);
        Assert.Equal(new Place(1, 34, "[2][2]"), tree[2][2].Place);
    }

    [Fact]
    public void NumbersAreTheNearestDoubles()
    {
        foreach (double number in new[] { 0.1, 1 / 3.0, double.MaxValue, double.Epsilon, -0.0, 9007199254740993 })
            Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(Parse(number.ToString("R")).Tree!.Number));
    }

    [Fact]
    public void AByteOrderMarkIsSkipped() =>
        Assert.Equal(new Place(1, 2, "[0]"), JsonValue.Parse(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'[', (byte)'1', (byte)']' }, [])![0].Place);

    [Theory]
    [InlineData("", "given an empty text, expected a JSON object; write { … }")]
    [InlineData(" \n", "given an empty text, expected a JSON object; write { … }")]
    [InlineData("{\"a\": 1,}", "line 1, column 9: given '}', expected a name in double quotes; remove the comma before it")]
    [InlineData("[1, 2,]", "line 1, column 7: given ']', expected a value; remove the comma before it")]
    [InlineData("[1 2]", "line 1, column 4: given '2', expected ',' or ']'")]
    [InlineData("{\"a\" 1}", "line 1, column 6: given '1', expected ':' and a value after the name")]
    [InlineData("{\"a\": 1 \"b\": 2}", "line 1, column 9: given '\"', expected ',' or '}'")]
    [InlineData("{a: 1}", "line 1, column 2: given 'a', expected a name in double quotes or '}'")]
    [InlineData("{'a': 1}", "line 1, column 2: given ''a', expected a name in double quotes or '}'; use double quotes")]
    [InlineData("{\"a\": NaN}", "line 1, column 7: given 'NaN', expected a value; only finite numbers can be given; correct the value or leave the sample out")]
    [InlineData("[1, -Infinity]", "line 1, column 5: given '-Infinity', expected a value; only finite numbers can be given; correct the value or leave the sample out")]
    [InlineData("{\"a\": True}", "line 1, column 7: given 'True', expected a value; JSON writes true, false and null")]
    [InlineData("{\n  // text\n  \"a\": 1}", "line 2, column 3: given '//', expected a name in double quotes or '}'; JSON has no comments; remove it")]
    [InlineData("{\"a\": [1, 2", "line 1, column 12: given the end of the text, expected ',' or ']'; close the list opened at line 1, column 7")]
    [InlineData("{\"a\": 1\n", "line 2, column 1: given the end of the text, expected ',' or '}'; close the object opened at line 1, column 1")]
    [InlineData("{} {}", "line 1, column 4: given '{', expected nothing after the end of the value")]
    [InlineData("{\"a\": \"x\ny\"}", "line 1, column 9: given a line break or control character inside a string, expected the closing double quote on the same line; write a line break as \\n")]
    [InlineData("{\"a\": \"C:\\data\"}", "line 1, column 11: given 'd' after a backslash, expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u and four hex digits; write a backslash itself as \\\\")]
    [InlineData("{\"a\": \"x", "line 1, column 9: given the end of the text inside a string, expected the closing double quote")]
    [InlineData("{\"a\": 01}", "line 1, column 7: given '01', expected a value")]
    [InlineData("{\"a\": 1, \"a\": 2}", "line 1, column 10: given \"a\" a second time, expected each name once in an object; remove one of the two")]
    [InlineData("[1e999]", "line 1, column 2: given a number too large for double precision, expected a number between -1.8e308 and 1.8e308")]
    public void AMalformedTextIsExplained(string text, string problem) => Assert.Equal(problem, Problem(text));

    [Fact]
    public void DeepNestingIsRefusedWhereItBecomesTooDeep() => Assert.Equal(
        "line 1, column 65: given more than 64 lists and objects inside each other, expected at most 64; look for a bracket that is never closed",
        Problem(new string('[', 100_000)));

    [Fact]
    public void AHugeTextIsRefusedBeforeItIsRead()
    {
        string expected = "given a file of 104857600 bytes, expected at most 67108864 bytes (64 MB); keep large data in a CSV file or take fewer samples";
        Assert.Equal(expected, JsonLimits.Default.TooLarge(100 << 20)!.ToString());
        Assert.Equal(expected.Replace("104857600", "9").Replace("67108864", "8").Replace("64 MB", "0 MB"), Problem("[1, 2, 3]", new(8)));
        Assert.Null(JsonLimits.Default.TooLarge(64 << 20));
    }

    [Fact]
    public void BytesThatAreNoTextAreRefused()
    {
        var problems = new Problems();
        Assert.Null(JsonValue.Parse(new byte[] { (byte)'[', (byte)'"', 0xFF, (byte)'"', (byte)']' }, problems));
        Assert.Contains("UTF-8", Assert.Single(problems).ToString());
    }

    [Fact]
    public void ManyRowsTakeLittleMoreThanTheirNumbers()
    {
        string row = "[" + string.Join(",", Enumerable.Repeat("0.5", 784)) + "]";
        byte[] text = Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Repeat(row, 1000)) + "]");
        long before = GC.GetAllocatedBytesForCurrentThread();
        var tree = JsonValue.Parse(text, [])!;
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 * 8 * 784 * 1000, "more than four times the numbers");
        Assert.Equal(784, tree[999].Numbers!.Length);
    }

    [Fact]
    public void WritingGivesBackTheSameTree()
    {
        string text = "{\"a\":[1,2.5],\"b\":[\"x\",null,true,{}],\"西\":\"a\\\"b\"}";
        Assert.Equal(text, Parse(text).Tree!.ToString());
    }

    [Theory]
    [InlineData("unit", "units")]
    [InlineData("leraningRate", "learningRate")]
    [InlineData("Optimizer", "optimizer")]
    [InlineData("optimiser", "optimizer")]
    [InlineData("zzz", null)]
    [InlineData("", null)]
    public void NearestFindsWhatWasMeant(string given, string? expected) =>
        Assert.Equal(expected, Nearest.Of(given, ["units", "learningRate", "optimizer", "loss"]));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    public void EditsCountsInsertionsDeletionsReplacementsAndSwaps(string a, string b, int edits) => Assert.Equal(edits, Nearest.Edits(a, b));
}
