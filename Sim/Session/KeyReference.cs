using System.Text;

namespace Sim;

/// <summary>docs/keys.md, written from the table of keys.</summary>
internal static class KeyReference
{
    public static string Markdown()
    {
        var text = new StringBuilder();
        text.Append("# Keys\n\nMade from the table that the program itself uses; a test keeps it current. In the program `?` shows the keys that work where you are.\n");
        text.Append("The word is what is typed in plain mode (`sim play --plain`) and in scripts. 按键表：程序内按 `?` 可查看当前可用的按键。\n");
        foreach (var group in KeyMap.Groups)
        {
            text.Append($"\n## {group.Title.En} · {group.Title.Zh}\n\n| keys | word | works in | what it does | 作用 |\n| --- | --- | --- | --- | --- |\n");
            foreach (var binding in group.Bindings)
                text.Append($"| {string.Join(" ", binding.Names.Select(Code))} | `{binding.Word}` | {Where(binding.Where)} | {binding.Long.En} | {binding.Long.Zh} |\n");
        }
        return text.ToString();
    }

    private static string Code(string key) => key == "|" ? "`\\|`" : $"`{key}`";

    private static string Where(KeyScope scope) => scope == KeyScope.Everywhere ? "everywhere" : string.Join(", ", Enum.GetValues<KeyScope>()
        .Where(one => one is KeyScope.Menu or KeyScope.Lesson or KeyScope.List or KeyScope.Page or KeyScope.Words && scope.HasFlag(one)).Select(one => one.ToString().ToLowerInvariant()));
}
