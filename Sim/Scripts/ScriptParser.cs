using System.Collections.Immutable;
using Core;
using Lessons;

namespace Sim;

/// <summary>A script as far as it could be read, and everything that is wrong with it.</summary>
internal sealed record ScriptReading(Script Script, ImmutableArray<TextError> Problems);

/// <summary>Reads scripts: one command a line, all mistakes at once.</summary>
internal static class ScriptParser
{
    private const int LongestLine = 2000;

    public static ScriptReading Parse(string name, string text)
    {
        text = text.TrimStart('\uFEFF');
        if (!text.EndsWith('\n')) text += '\n';
        var commands = ImmutableArray.CreateBuilder<ScriptCommand>();
        var problems = ImmutableArray.CreateBuilder<TextError>();
        if (NotText(text) is { } binary) return new(new(name, text, []), [binary]);
        for (int start = 0, line = 1; start < text.Length; line++)
        {
            int end = text.IndexOf('\n', start);
            if (end - start > LongestLine) problems.Add(new TextError($"a line of {end - start} characters; expected at most {LongestLine}", text, new(start, start)));
            else if (Read(text, start, end, line, problems) is { } command) commands.Add(command);
            start = end + 1;
        }
        Twice(text, commands, problems);
        return new(new(name, text, commands.ToImmutable()), problems.ToImmutable());
    }

    private static ScriptCommand? Read(string text, int start, int end, int line, ImmutableArray<TextError>.Builder problems)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start == end || text[start] == '#') return null;
        int after = start;
        while (after < end && !char.IsWhiteSpace(text[after])) after++;
        string name = text[start..after];
        if (ScriptWords.Find(name) is not { } word)
        {
            problems.Add(new TextError(Unknown(name), text, new(start, after)));
            return null;
        }
        int from = after;
        while (from < end && char.IsWhiteSpace(text[from])) from++;
        if (word.Argument is not (ScriptArgument.Text or ScriptArgument.Key)) end = BeforeComment(text, from, end);
        var command = new ScriptCommand(word, text[from..Math.Max(from, end)], line, start, from == end ? after : from);
        return ScriptArguments.Read(command, text, problems);
    }

    // A # after a blank begins a comment, except in free text.
    private static int BeforeComment(string text, int from, int end)
    {
        for (int k = from; k < end; k++)
        {
            if (text[k] != '#' || !char.IsWhiteSpace(text[k - 1])) continue;
            while (k > from && char.IsWhiteSpace(text[k - 1])) k--;
            return k;
        }
        return end;
    }

    private static string Unknown(string name)
    {
        string shown = name.Length > 40 ? name[..40] + "…" : name;
        if (KeyMap.All.Any(binding => binding.Word == name)) return $"`{name}` is no command of scripts: it goes by the clock, writes a file or ends the program";
        return Nearest.Of(name, ScriptWords.Names) is { } near
            ? $"unknown command `{shown}`; did you mean `{near}`?"
            : $"unknown command `{shown}`; expected one of lesson, say, step, go, until, expect, snapshot, … (docs/scripts.md), or # before a comment";
    }

    private static void Twice(string text, IEnumerable<ScriptCommand> commands, ImmutableArray<TextError>.Builder problems)
    {
        foreach (var same in commands.Where(command => command.Is(ScriptWords.Snapshot)).GroupBy(command => command.Argument, StringComparer.OrdinalIgnoreCase))
            foreach (var again in same.Skip(1))
                problems.Add(new TextError($"snapshot `{again.Argument}` is there already, in line {same.First().Line}; expected a name of its own", text, new(again.ArgumentStart, again.ArgumentStart + again.Argument.Length)));
    }

    private static TextError? NotText(string text)
    {
        for (int k = 0; k < text.Length; k++)
            if (text[k] == '\uFFFD' || char.IsControl(text[k]) && text[k] is not ('\n' or '\r' or '\t'))
                return new TextError(FormattableString.Invariant($"found the byte or character U+{(int)text[k]:X4}; expected a script as UTF-8 text"), text, new(k, k + 1));
        return null;
    }
}
