using System.Collections.Frozen;

namespace Sim;

/// <summary>What stands after the word of a command.</summary>
internal enum ScriptArgument { Count, Text, Name, Target, Position, Condition, Setting, Size, Language, Key, Seconds, Answer, Value }

/// <summary>A word that begins a command of a script.</summary>
/// <param name="Name">The word.</param>
/// <param name="Argument">What stands after it.</param>
/// <param name="Usage">How a line looks.</param>
/// <param name="Command">What it does in the session, if a key does the same.</param>
internal sealed record ScriptWord(string Name, ScriptArgument Argument, string Usage, SessionCommand? Command = null);

/// <summary>The words of scripts: a few of their own, and the words of the keys (docs/keys.md).</summary>
internal static class ScriptWords
{
    public const string Lesson = "lesson", Lang = "lang", Size = "size", Say = "say", Chapter = "chapter", Pause = "pause", Key = "key", Expect = "expect", Snapshot = "snapshot";

    private static readonly ScriptWord[] Own =
    [
        new(Lesson, ScriptArgument.Target, "lesson ID, an address or a FILE"),
        new("variant", ScriptArgument.Name, "variant NAME, or own", SessionCommand.Variant),
        new("compare", ScriptArgument.Name, "compare VARIANT, own, before or none", SessionCommand.Compare),
        new(Lang, ScriptArgument.Language, "lang en, or zh"),
        new(Size, ScriptArgument.Size, "size WIDTH HEIGHT"),
        new(Say, ScriptArgument.Text, "say TEXT"),
        new(Chapter, ScriptArgument.Text, "chapter TITLE"),
        new(Pause, ScriptArgument.Seconds, "pause SECONDS"),
        new("go", ScriptArgument.Position, "go POSITION", SessionCommand.GoTo),
        new("until", ScriptArgument.Condition, "until EXPRESSION", SessionCommand.Until),
        new("break", ScriptArgument.Condition, "break EXPRESSION", SessionCommand.Breakpoints),
        new("set", ScriptArgument.Setting, "set KEY VALUE", SessionCommand.Set),
        new("edit", ScriptArgument.Value, "edit VALUE", SessionCommand.Edit),
        new("answer", ScriptArgument.Answer, "answer, or answer X", SessionCommand.Confirm),
        new(Key, ScriptArgument.Key, "key NAME"),
        new(Expect, ScriptArgument.Condition, "expect EXPRESSION"),
        new(Snapshot, ScriptArgument.Name, "snapshot NAME"),
    ];

    // They go by the clock, write files, or end the program: what a script shows must not depend on the first, nor do the others.
    private static readonly SessionCommand[] NotInScripts =
    [
        SessionCommand.Auto, SessionCommand.Faster, SessionCommand.Slower, SessionCommand.SaveSvg, SessionCommand.SaveText, SessionCommand.Record,
        SessionCommand.Search, SessionCommand.Folder, SessionCommand.Quit,
    ];

    public static IReadOnlyList<ScriptWord> All { get; } =
    [
        .. Own,
        .. KeyMap.All.Where(binding => !NotInScripts.Contains(binding.Command) && Own.All(own => own.Name != binding.Word))
            .Select(binding => new ScriptWord(binding.Word, ScriptArgument.Count, $"{binding.Word}, or {binding.Word} N", binding.Command)),
    ];

    private static readonly FrozenDictionary<string, ScriptWord> ByName = All.ToFrozenDictionary(word => word.Name);

    public static IEnumerable<string> Names => All.Select(word => word.Name);

    public static ScriptWord? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The word that does in a script what a key does.</summary>
    public static ScriptWord? Of(SessionCommand command) => All.FirstOrDefault(word => word.Command == command);
}
