using System.Globalization;
using System.Xml.Linq;

namespace Sim.Tests;

/// <summary><c>sim replay</c> with <c>--cast</c>, <c>--svg</c>, <c>--text</c>, <c>--markdown</c>, and <c>sim snapshot</c>.</summary>
public sealed class ReplayExportTests : IDisposable
{
    private const string Script = """
        lang zh
        lesson watermelon
        chapter 一个西瓜 * 三个数
        say 每个特征有一个权重: w_1 * x_1 <b>.
        scene
        answer 2
        go 1:layer1.z
        snapshot sum
        chapter More
        update 3
        snapshot later
        say 1. Done
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string In(string name) => Path.Combine(_folder.Path, name);

    private Typed Run(string script, params string[] options) => Run(["replay", _folder.Write("my.demo", script), .. options]);

    private static Typed Run(string[] arguments, CancellationToken cancellation = default)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var host = new CommandHost { Out = output, Error = error, Files = new DiskFiles(), Lessons = EmbeddedLessons.Read(), Cancellation = cancellation };
        return new(CommandLine.Run(arguments, host), output.ToString(), error.ToString());
    }

    private string[] Left() => [.. Directory.EnumerateFileSystemEntries(_folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void One_run_makes_all_files()
    {
        Assert.Equal(new(0, "", ""), Run(Script, "--cast", In("a.cast"), "--svg", In("pictures"), "--text", In("a.txt"), "--markdown", In("a.md")));
        Assert.Equal(["a.cast", "a.md", "a.txt", "my.demo", "pictures"], Left());
        Assert.Equal(["my.later.svg", "my.sum.svg"], Directory.GetFiles(In("pictures")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Equal(new CastPlayer(File.ReadAllText(In("a.cast"))).Of('m'), ["一个西瓜 * 三个数", "More"]);
    }

    [Fact]
    public void Pictures_are_well_formed_and_name_fonts_for_chinese()
    {
        Run(Script, "--svg", In("p"));
        var picture = XDocument.Parse(File.ReadAllText(In("p/my.sum.svg"))).Root!;
        Assert.Equal("my: sum", picture.Elements().First().Value);
        string fonts = picture.Attribute("font-family")!.Value;
        Assert.EndsWith("monospace", fonts);
        Assert.All(["Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei"], font => Assert.Contains(font, fonts));
        Assert.Contains("加", string.Concat(picture.Descendants().Where(node => node.Name.LocalName == "text").Select(node => node.Value)));
    }

    [Fact]
    public void The_text_has_chapters_captions_and_snapshots()
    {
        string text = Run(Script, "--text", "-").Out;
        Assert.StartsWith("一个西瓜 * 三个数\n=================\n\n每个特征有一个权重: w_1 * x_1 <b>.\n\nmy: sum (watermelon@1:layer1.z)\n", text);
        Assert.Contains("\n\nMore\n====\n\nmy: later (watermelon@", text);
        Assert.EndsWith("\n\n1. Done\n", text);
    }

    [Fact]
    public void The_hand_out_has_the_question_its_answer_and_the_formula()
    {
        string markdown = Run(Script, "--markdown", "-").Out;
        Assert.Contains("\n## 一个西瓜 \\* 三个数\n\n每个特征有一个权重: w\\_1 \\* x\\_1 \\<b>.\n", markdown);
        Assert.Contains("\n**问题 1.** ", markdown);
        Assert.True(markdown.IndexOf("**问题 1.**", StringComparison.Ordinal) > markdown.IndexOf("每个特征", StringComparison.Ordinal), "a question stands behind what is said");
        Assert.Contains("\n1. ", markdown);
        Assert.Matches(@"\n```text\nz\S* = .+\n +=? ?.+\n", markdown);
        Assert.Contains("\n亲自看看： `sim play watermelon@1:layer1.z`\n", markdown);
        Assert.Contains("\n1\\. Done\n", markdown);
        Assert.Contains("\n## 答案\n\n1. (2) ", markdown);
        Assert.Equal(0, markdown.Split('\n').Count(line => line.StartsWith("```", StringComparison.Ordinal)) % 2);
    }

    [Fact]
    public void Another_culture_makes_the_same_bytes()
    {
        string[] options = ["--text", "-"], more = ["--markdown", "-"];
        string here = Run(Script, options).Out + Run(Script, more).Out;
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Strange();
            Assert.Equal(here, Run(Script, options).Out + Run(Script, more).Out);
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        }
    }

    private static CultureInfo Strange() => new("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−", NumberGroupSeparator = " " } };

    [Fact]
    public void A_language_on_the_command_line_wins_over_the_script()
    {
        Assert.Contains("加权和", Run(Script, "--text", "-").Out);
        string english = Run(Script, "--text", "-", "--lang", "en").Out;
        Assert.Contains("weighted sum", english);
        Assert.DoesNotContain("加权和", english);
    }

    [Fact]
    public void A_script_that_cannot_go_on_leaves_no_file()
    {
        Run(Script + "\nset optimizer.learningRate banana\n", "--cast", In("a.cast"), "--svg", In("p"), "--text", In("a.txt")).Refused("line 13", "No file was written");
        Assert.Equal(["my.demo"], Left());
    }

    [Fact]
    public void A_failed_expectation_is_told_and_the_files_are_made()
    {
        var run = Run(Script + "\nexpect update == 77\n", "--text", In("a.txt"));
        Assert.Equal(1, run.Code);
        Assert.Contains("line 13: expect update == 77\n  it does not hold: update = ", run.Error);
        Assert.True(File.Exists(In("a.txt")));
    }

    [Theory]
    [InlineData("--cast")]
    [InlineData("--text")]
    [InlineData("--markdown")]
    public void Where_nothing_can_be_written_nothing_is_left_and_what_was_there_stays(string option)
    {
        _folder.Write("file", "old");
        Directory.CreateDirectory(In("folder"));
        Run(Script, option, In("file/below")).Refused("file/below cannot be written", "no part of it was left");
        Run(Script, option, In("folder")).Refused("cannot be written");
        Run(Script, option, "").Refused($"{option}: given \"\"; expected the name of a file");
        Run(Script, option, In("a\0b")).Refused(option, "expected the name of a file");
        Assert.Equal(["file", "folder", "my.demo"], Left());
        Assert.Equal("old", File.ReadAllText(In("file")));
    }

    [Fact]
    public void A_full_disk_is_told()
    {
        if (!File.Exists("/dev/full")) return;
        Run(Script, "--cast", "/dev/full").Refused("/dev/full cannot be written");
        File.CreateSymbolicLink(In("link"), "/dev/full");
        Run(Script, "--text", In("link")).Refused("link cannot be written");
        Assert.Equal(["link", "my.demo"], Left());
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        if (OperatingSystem.IsWindows()) return;
        _folder.Write("real.txt", "old");
        File.CreateSymbolicLink(In("link.txt"), In("real.txt"));
        Assert.Equal(0, Run(Script, "--text", In("link.txt")).Code);
        Assert.NotNull(new FileInfo(In("link.txt")).LinkTarget);
        Assert.NotEqual("old", File.ReadAllText(In("real.txt")));
    }

    [Fact]
    public void Files_in_each_others_way_are_refused_before_anything_is_played()
    {
        Run(Script, "--text", In("a"), "--markdown", In("./a")).Refused("--markdown", "this is also --text");
        Run(Script, "--text", In("my.demo")).Refused("the script itself");
        Run("lesson watermelon\n", "--svg", In("p")).Refused("takes no snapshot", "snapshot NAME");
        Run(Script, "--cast", In("c"), "--cast-version", "4").Refused("--cast-version", "expected 2 or 3");
        Assert.Equal(["my.demo"], Left());
        Assert.Equal(Script, File.ReadAllText(In("my.demo")));
    }

    [Fact]
    public void Interrupted_it_leaves_nothing()
    {
        using var interrupted = new CancellationTokenSource();
        interrupted.Cancel();
        Assert.Equal(130, Run(["replay", _folder.Write("my.demo", Script), "--cast", In("a.cast"), "--text", In("a.txt")], interrupted.Token).Code);
        Assert.Equal(["my.demo"], Left());
    }

    [Fact]
    public void A_snapshot_is_the_screen_of_its_moment()
    {
        var text = Run(["snapshot", "watermelon@1:layer1.z", "--size", "120x36"]);
        Assert.Equal((0, ""), (text.Code, text.Error));
        string[] lines = text.Out.TrimEnd('\n').Split('\n');
        Assert.Equal(36, lines.Length);
        Assert.Contains("weighted sum", text.Out);
        Assert.Equal(new(0, "", ""), Run(["snapshot", "watermelon@1:layer1.z", "--size", "120x36", "--lang", "zh", "--svg", In("a.svg"), "--text", In("a.txt")]));
        Assert.Contains("加权和", File.ReadAllText(In("a.txt")));
        Assert.Equal("watermelon@1:layer1.z", XDocument.Parse(File.ReadAllText(In("a.svg"))).Root!.Elements().First().Value);
    }

    [Fact]
    public void A_snapshot_of_nothing_is_refused()
    {
        Run(["snapshot", "watermelom"]).Refused("did you mean watermelon?");
        Run(["snapshot", "watermelon@999999"]).Refused("999999");
        Run(["snapshot", "watermelon", "--size", "3x3"]).Refused("--size: given 3x3; expected");
        Run(["snapshot", "watermelon", "--svg", In("no/\0/a.svg")]).Refused("cannot be written");
        Assert.Empty(Left());
    }
}
