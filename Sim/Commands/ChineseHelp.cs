using System.CommandLine;

namespace Sim;

/// <summary>Help in Chinese: the descriptions of commands and options, and the headings.</summary>
internal static class ChineseHelp
{
    private static readonly string[] Asking = ["--help", "-h", "-?", "/h", "/?"];

    private static readonly (string En, string Zh)[] Headings =
    [
        ("Description:", "说明："), ("Usage:", "用法："), ("Arguments:", "参数："), ("Options:", "选项："), ("Commands:", "命令："),
    ];

    /// <summary>Whether Chinese help is asked for: by --lang, else by the system's language.</summary>
    public static bool IsWanted(IReadOnlyList<string> arguments, CommandHost host)
    {
        if (arguments.Count > 0 && !arguments.Any(Asking.Contains)) return false;
        for (int k = 0; k < arguments.Count; k++)
        {
            if (arguments[k] == "--lang" && k + 1 < arguments.Count) return arguments[k + 1] == "zh";
            if (arguments[k].StartsWith("--lang=", StringComparison.Ordinal)) return arguments[k] == "--lang=zh";
        }
        return host.Language == Lessons.Language.Chinese;
    }

    /// <summary>Replaces every description that has a translation.</summary>
    public static void Translate(Command command)
    {
        foreach (var symbol in Symbols(command))
            if (symbol.Description is { } said && HelpWords.Chinese.TryGetValue(said, out string? zh)) symbol.Description = zh;
    }

    /// <summary>Every command, option and argument.</summary>
    public static IEnumerable<Symbol> Symbols(Command command) =>
        command.Options.Cast<Symbol>().Concat(command.Arguments).Prepend(command).Concat(command.Subcommands.SelectMany(Symbols));

    /// <summary>The library's own words.</summary>
    public static string Finish(string help)
    {
        string[] lines = help.Split('\n');
        for (int k = 0; k < lines.Length; k++)
            foreach (var (en, zh) in Headings)
                if (lines[k].TrimEnd('\r') == en) lines[k] = zh;
        return string.Join('\n', lines).Replace(" (REQUIRED)", "（必需）", StringComparison.Ordinal)
            .Replace("[command]", "[命令]", StringComparison.Ordinal).Replace("[options]", "[选项]", StringComparison.Ordinal);
    }
}
