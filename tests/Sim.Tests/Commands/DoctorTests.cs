using Lessons;

namespace Sim.Tests;

public class DoctorTests
{
    private static readonly DoctorFacts Good = new()
    {
        Version = "1.2.3",
        System = "System 7",
        Runtime = ".NET 10",
        RegisterBits = 256,
        Processors = 4,
        InputIsTerminal = true,
        OutputIsTerminal = true,
        Size = new Size(120, 36),
        Capabilities = new(ColorDepth.TrueColor, GlyphSet.Unicode),
        Variables = new Dictionary<string, string> { ["TERM"] = "xterm-256color" },
        Folder = "/home/me/.local/share/sim",
    };

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void A_good_terminal_needs_nothing(Language language)
    {
        Assert.All(DoctorReport.Of(Good, language), line => Assert.Equal(DoctorVerdict.Good, line.Verdict));
        Assert.Equal(0, Run(Good, language).Code);
    }

    public static TheoryData<string, object> Troubles => new()
    {
        { "COLORTERM=truecolor", Good with { Capabilities = new(ColorDepth.Ansi16, GlyphSet.Unicode) } },
        { "NO_COLOR is set", Good with { Capabilities = new(ColorDepth.None, GlyphSet.Unicode), Variables = new Dictionary<string, string> { ["NO_COLOR"] = "1" } } },
        { "LANG=C.UTF-8", Good with { Capabilities = new(ColorDepth.TrueColor, GlyphSet.Ascii) } },
        { "enlarge the window to 80×24", Good with { Size = new Size(79, 24) } },
        { "at least 60×20", Good with { Size = new Size(60, 19) } },
        { "--plain works without", Good with { Capabilities = new(ColorDepth.TrueColor, GlyphSet.Unicode, "TERM is not set") } },
        { "DOTNET_EnableHWIntrinsic=0", Good with { RegisterBits = 0 } },
        { "set SIM_DATA", Good with { FolderProblem = "Read-only file system" } },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public void Each_trouble_has_its_advice(string advice, object facts)
    {
        var line = Assert.Single(DoctorReport.Of((DoctorFacts)facts, Language.English), line => line.Verdict != DoctorVerdict.Good);
        Assert.Contains(advice, line.Advice);
        Assert.Equal(line.Verdict == DoctorVerdict.Problem ? 1 : 0, Run((DoctorFacts)facts, Language.Chinese).Code);
    }

    [Fact]
    public void The_ruler_is_as_wide_on_every_line_as_the_program_counts()
    {
        string[] ruler = [.. Run(Good, Language.English).Out.Split('\n').Where(line => line.StartsWith("  |"))];
        Assert.Equal(4, ruler.Length);
        Assert.All(ruler, line => Assert.Equal(26, TextWidth.Of(line)));
    }

    [Fact]
    public void Without_utf8_it_speaks_ascii() => Assert.All(
        Run(Good with { Capabilities = new(ColorDepth.None, GlyphSet.Ascii), Variables = new Dictionary<string, string>(), Size = new Size(80, 24) }, Language.English).Out,
        sign => Assert.True(sign < 128 || sign == '×', $"{sign}"));

    private static (int Code, string Out) Run(DoctorFacts facts, Language language)
    {
        var output = new StringWriter { NewLine = "\n" };
        int code = new DoctorCommand(new CommandHost { Out = output, Error = output, Files = new DiskFiles(), Lessons = default }).Run(facts, language);
        return (code, output.ToString());
    }
}
