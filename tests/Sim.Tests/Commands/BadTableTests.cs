using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace Sim.Tests;

/// <summary>Tables as people have them, and as nobody should: real files through the command line.</summary>
public class BadTableTests
{
    private static readonly string Good = "a,b,c\n" + string.Concat(Enumerable.Range(0, 20).Select(k => $"{k},{k * k % 7},{2 * k}.5\n"));

    private static Typed Learnt(byte[] bytes, params string[] more)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "t.csv");
        File.WriteAllBytes(path, bytes);
        return RunDigitsTests.Disk(["run", "--csv", path, "--updates", "3", "--json", .. more]);
    }

    private static Typed Learnt(string text, params string[] more) => Learnt(Encoding.UTF8.GetBytes(text), more);

    [Fact]
    public void Marks_encodings_and_line_ends_give_the_same_run()
    {
        var plain = Learnt(Good);
        Assert.Equal(0, plain.Code);
        byte[][] same =
        [
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)],
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good)],
            [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Good)],
            Encoding.UTF8.GetBytes(Good.Replace("\n", "\r\n")),
            Encoding.UTF8.GetBytes(Good.Replace('\n', '\r')),
            Encoding.UTF8.GetBytes(Good.TrimEnd('\n')),
        ];
        foreach (var bytes in same) Assert.Equal(Hash(plain), Hash(Learnt(bytes)));

        static string Hash(Typed typed) => System.Text.Json.JsonDocument.Parse(typed.Out).RootElement.GetProperty("hash").GetString()!;
    }

    public static TheoryData<string, string[]> Wrong => new()
    {
        { "", ["no text"] },
        { "\n\n\n", ["no text"] },
        { "a,b,c\n", ["a header and no rows"] },
        { "a,b,c\n1,2,3\n4,5\n6,7,8,9\n", ["line 3: given 2 fields; expected 3", "line 4: given 4 fields"] },
        { Good + "1,2,1e999\n", ["line 22, column 5 ('c'): given '1e999'; expected a finite number"] },
        { "a;b\n1,5;2,5\n2,5;4,5\n", ["delimiter ;"] },
        { "a,b\n\"1,5\",\"2,5\"\n\"2,5\",\"4,5\"\n", ["line 2, column 1 ('a'): given '1,5'; expected a number; write a decimal point instead of the comma", "('b'): given '2,5'"] },
        { "a,b\n1,5,2,5\n2,5,4,5\n", ["given 4 fields; expected 2", "decimal point"] },
        { Good.Replace("a,b,c", "a,a,c"), ["the column name 'a' again", "rename one of the two"] },
        { "a,b,c\n1,2,7\n2,3,7\n", ["'7' in every row", "there is nothing to learn"] },
        { "b,c\n,1.5\n,2.5\n", ["no column with different values besides the target ('b' left out)"] },
        { "b,c\n1,\n2,\n", ["target 'c': given no value in any row"] },
        { "a,b,c\n1,2,\"3\n" + Good, ["line 2, column 5: given a quote that is never closed"] },
        { "a,b,c\n1,2,\03\n", ["line 2, column 5: given a NUL character"] },
        { "a\n1\n2\n", ["only the target column"] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_table_nothing_can_be_learnt_from_is_refused_with_place_and_advice(string text, string[] parts) => Learnt(text).Refused(["t.csv", .. parts]);

    [Theory]
    [InlineData("price", "did you mean 'price'?", "prise")]
    [InlineData("price", "upper and lower case differ", "Price")]
    public void A_target_that_is_not_there_is_told_with_the_nearest_name(string name, string part, string given) =>
        Learnt(Good.Replace("a,b,c", $"a,b,{name}"), "--target", given).Refused($"column '{given}', which the table does not have", part);

    [Fact]
    public void An_empty_column_is_left_out_and_said_to_be() =>
        Assert.Contains("b: left out, no value in any row", Learnt("a,b,c\n" + string.Concat(Enumerable.Range(0, 20).Select(k => $"{k},,{k}.5\n"))).Error);

    [Fact]
    public void Files_of_another_kind_are_named_with_what_to_do()
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(Good));
        Learnt(zipped.ToArray()).Refused("a gzipped file", "gunzip");
        Learnt([0x50, 0x4B, 3, 4, 20, 0, 0]).Refused("a workbook", "Save the sheet as CSV");
        Learnt([.. "größe,b\n"u8.ToArray().Select(b => b), .. Encoding.Latin1.GetBytes("Köln,2\n")]).Refused("line 2", "not UTF-8", "iconv");
        Learnt(Encoding.Unicode.GetBytes(Good)).Refused("NUL character", "encoding");
    }

    [Fact]
    public void What_has_no_end_is_refused_at_once()
    {
        var error = Learnt(string.Join(',', Enumerable.Range(0, 1_000_000).Select(k => $"c{k}")) + "\n").Refused("more than 10000 fields").Error;
        Assert.True(error.Length < 500, error);
        using var folder = new TemporaryFolder();
        // A gigabyte behind a quote that is never closed: the file has holes, nobody reads them.
        var quote = Path.Combine(folder.Path, "quote.csv");
        using (var stream = File.Create(quote))
        {
            stream.Write("a,b\n1,\"2\n"u8);
            stream.Write(Encoding.UTF8.GetBytes(new string('x', 200_000)));
            stream.SetLength(1L << 30);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        RunDigitsTests.Disk("run", "--csv", quote).Refused("line 2, column 3", "a field of more than 100000 characters", "quote");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
        if (OperatingSystem.IsLinux()) RunDigitsTests.Disk("run", "--csv", "/dev/zero").Refused("a NUL character");
    }

    [Fact]
    public void Pipes_folders_and_locked_files_neither_hang_nor_crash()
    {
        using var folder = new TemporaryFolder();
        RunDigitsTests.Disk("run", "--csv", folder.Path).Refused("is a directory");
        if (OperatingSystem.IsWindows()) return;
        var pipe = Path.Combine(folder.Path, "pipe");
        Process.Start("mkfifo", pipe).WaitForExit();
        RunDigitsTests.Disk("run", "--csv", pipe).Refused("a pipe or a device that nobody writes to");
        var locked = folder.Write("locked.csv", Good);
        File.SetUnixFileMode(locked, UnixFileMode.None);
        // The superuser reads everything.
        if (Environment.UserName != "root") RunDigitsTests.Disk("run", "--csv", locked).Refused("no permission to read it", "chmod");
    }
}
