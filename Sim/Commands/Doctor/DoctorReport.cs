using System.Globalization;
using Lessons;

namespace Sim;

/// <summary>How a finding is meant.</summary>
internal enum DoctorVerdict { Good, Hint, Problem }

/// <summary>One line of the doctor: what is, and what to change.</summary>
internal sealed record DoctorLine(DoctorVerdict Verdict, string Name, string Found, string Advice = "")
{
    /// <summary>✓ fine, ~ works with less, ✗ does not work.</summary>
    public string Sign(bool isAscii) => (Verdict, isAscii) switch
    {
        (DoctorVerdict.Good, false) => "✓",
        (DoctorVerdict.Good, true) => "ok",
        (DoctorVerdict.Hint, _) => isAscii ? "~ " : "~",
        _ => isAscii ? "x " : "✗",
    };
}

/// <summary>What this terminal and machine can show, and what to change. A pure function of the facts.</summary>
internal static class DoctorReport
{
    private static readonly Size Whole = new(80, 24), Designed = new(120, 36), Least = new(60, 20);

    public static IReadOnlyList<DoctorLine> Of(DoctorFacts facts, Language language) =>
    [
        Screen(facts, language), SizeOf(facts, language), Colours(facts, language), Signs(facts, language),
        Registers(facts, language), Folder(facts, language),
        new(DoctorVerdict.Good, Say(language, "program", "程序"), $"sim {facts.Version}, {facts.Runtime}, {facts.System}"),
    ];

    private static DoctorLine Screen(DoctorFacts facts, Language language)
    {
        string name = Say(language, "full screen", "全屏"), term = facts.Variables.GetValueOrDefault("TERM", "");
        return facts.Capabilities.Problem is { } problem
            ? new(DoctorVerdict.Problem, name, Say(language, problem, InChinese(problem)), Say(language, "start sim in a terminal with TERM set, e.g. TERM=xterm-256color; sim play LESSON --plain works without",
                "在设好 TERM 的终端中启动 sim，例如 TERM=xterm-256color；sim play 课程 --plain 不需要终端"))
            : new(DoctorVerdict.Good, name, term.Length > 0 ? $"TERM={term}" : "");
    }

    private static DoctorLine SizeOf(DoctorFacts facts, Language language)
    {
        string name = Say(language, "size", "大小");
        if (facts.Size is not { } size) return new(DoctorVerdict.Hint, name, Say(language, "not known", "未知"), Say(language, "run sim doctor in the terminal itself", "请直接在终端中运行 sim doctor"));
        string found = string.Create(CultureInfo.InvariantCulture, $"{size.Width}×{size.Height}");
        return Holds(size, Designed) ? new(DoctorVerdict.Good, name, found)
            : Holds(size, Whole) ? new(DoctorVerdict.Good, name, found, Say(language, "everything fits; 120×36 shows more at once", "够用；120×36 能同时显示更多"))
            : Holds(size, Least) ? new(DoctorVerdict.Hint, name, found, Say(language, "enlarge the window to 80×24, or use a smaller font", "请把窗口放大到 80×24，或使用更小的字体"))
            : new(DoctorVerdict.Problem, name, found, Say(language, "at least 60×20 is needed; 80×24 shows everything", "至少需要 60×20；80×24 才能完整显示"));
    }

    private static bool Holds(Size size, Size least) => size.Width >= least.Width && size.Height >= least.Height;

    private static DoctorLine Colours(DoctorFacts facts, Language language)
    {
        string name = Say(language, "colours", "颜色");
        return facts.Capabilities.Color switch
        {
            ColorDepth.TrueColor => new(DoctorVerdict.Good, name, Say(language, "16 million", "1600 万色")),
            ColorDepth.Ansi256 => new(DoctorVerdict.Good, name, "256", Say(language, "COLORTERM=truecolor, if the terminal can, makes heat maps smoother", "若终端支持，设置 COLORTERM=truecolor 可使热图更平滑")),
            ColorDepth.Ansi16 => new(DoctorVerdict.Hint, name, "16", Say(language, "TERM=xterm-256color or COLORTERM=truecolor, if the terminal can", "若终端支持，请设置 TERM=xterm-256color 或 COLORTERM=truecolor")),
            _ => new(DoctorVerdict.Hint, name, Say(language, "none", "无"), facts.Variables.ContainsKey("NO_COLOR")
                ? Say(language, "NO_COLOR is set; signs and brightness say the same", "已设置 NO_COLOR；符号和明暗仍能表达同样的内容")
                : Say(language, "signs say the same; TERM=xterm-256color asks for colours", "符号能表达同样的内容；设置 TERM=xterm-256color 可启用颜色")),
        };
    }

    private static DoctorLine Signs(DoctorFacts facts, Language language)
    {
        string name = Say(language, "signs", "字符");
        return facts.Capabilities.Glyphs == GlyphSet.Ascii
            ? new(DoctorVerdict.Hint, name, "ASCII", Say(language, "the locale is not UTF-8: set LANG=C.UTF-8 (or unset LC_ALL); Chinese needs it", "区域设置不是 UTF-8：请设置 LANG=C.UTF-8（或取消 LC_ALL）；显示中文需要它"))
            : new(DoctorVerdict.Good, name, "UTF-8", Say(language, "the ruler below must end under the same column on every line; if not, choose another font", "下面各行应在同一列结束；否则请换一种字体"));
    }

    private static DoctorLine Registers(DoctorFacts facts, Language language)
    {
        string cores = string.Create(CultureInfo.InvariantCulture, $"{facts.Processors}");
        return facts.RegisterBits == 0
            ? new(DoctorVerdict.Hint, Say(language, "processor", "处理器"), Say(language, $"one number at a time, {cores} cores", $"逐个计算，{cores} 个核"),
                Say(language, "the numbers are the same, only slower; is DOTNET_EnableHWIntrinsic=0 set?", "结果相同，只是较慢；是否设置了 DOTNET_EnableHWIntrinsic=0？"))
            : new(DoctorVerdict.Good, Say(language, "processor", "处理器"),
                Say(language, $"{facts.RegisterBits} bits: {facts.RegisterBits / 32} numbers at a time, {cores} cores", $"{facts.RegisterBits} 位：一次算 {facts.RegisterBits / 32} 个数，{cores} 个核"));
    }

    private static DoctorLine Folder(DoctorFacts facts, Language language)
    {
        string name = Say(language, "progress", "进度");
        return facts.FolderProblem is { } problem
            ? new(DoctorVerdict.Problem, name, problem, Say(language, "lessons work, but nothing is kept; set SIM_DATA to a folder that can be written", "课程可以使用，但不会保存进度；请把 SIM_DATA 设为可写的文件夹"))
            : new(DoctorVerdict.Good, name, facts.Folder);
    }

    private static string Say(Language language, string en, string zh) => language == Language.Chinese ? zh : en;

    private static string InChinese(string problem) => problem switch
    {
        "standard output is not a terminal" => "标准输出不是终端",
        "standard input is not a terminal" => "标准输入不是终端",
        "TERM is not set" => "没有设置 TERM",
        "TERM is dumb" => "TERM 是 dumb",
        _ => problem,
    };
}
