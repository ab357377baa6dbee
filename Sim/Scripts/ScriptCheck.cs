using System.Collections.Immutable;
using Core;
using Lessons;

namespace Sim;

/// <summary>
/// Looks at a script before it is played: lessons exist, variants are theirs, expressions and positions speak of their values.
/// After <c>set</c> the run may have other values: what then is wrong shows when it is played.
/// </summary>
internal sealed class ScriptCheck(LessonLibrary library)
{
    private readonly Dictionary<string, Fork> _known = [];

    public ImmutableArray<TextError> Check(Script script)
    {
        var problems = ImmutableArray.CreateBuilder<TextError>();
        Fork? open = null;
        bool isOpen = false, isChanged = false;
        foreach (var command in script.Commands)
        {
            if (command.Is(ScriptWords.Lesson))
            {
                (open, isOpen, isChanged) = (Open(script, command, problems), true, false);
                continue;
            }
            // A key may open a lesson from the menu.
            if (command.Is(ScriptWords.Key) && !isOpen) (isOpen, isChanged) = (true, true);
            if (!isOpen && NeedsLesson(command)) problems.Add(Wrong(script, command, $"{command.Name}: no lesson is open; expected `lesson ID` before it"));
            if (command.Is("set")) isChanged = true;
            if (open is not null && !isChanged && Misfit(command, open) is { } error) problems.Add(ScriptArguments.At(command, script.Text, error));
        }
        return problems.ToImmutable();
    }

    private Fork? Open(Script script, ScriptCommand command, ImmutableArray<TextError>.Builder problems)
    {
        if (_known.TryGetValue(command.Argument, out var known)) return known;
        try
        {
            return _known[command.Argument] = PreparedLesson.Of(library.Open(command.Argument, null)).Start;
        }
        catch (RequestException wrong)
        {
            problems.Add(Wrong(script, command, $"lesson: {wrong.Message}"));
            return null;
        }
    }

    private static TextError? Misfit(ScriptCommand command, Fork open)
    {
        string given = command.Argument;
        var names = open.Run.Names;
        return command.Word.Argument switch
        {
            ScriptArgument.Condition when Expression.Parse(given).OrThrow() is var condition => InAll(names, each => condition.CheckCondition(each).Error),
            ScriptArgument.Position when Position.Parse(given) is { Ok: true } position => InAll(names, position.Value.Check),
            ScriptArgument.Name when command.Is("variant") && given != "own" => Variant(given, names),
            ScriptArgument.Name when command.Is("compare") && given is not ("own" or "before" or "none") => Variant(given, names),
            _ => null,
        };
    }

    // Scenes may show any of the lesson's runs: wrong is what is wrong in all of them.
    private static TextError? InAll(IRunNames own, Func<IRunNames, TextError?> check) =>
        check(own) is { } error && own.Variants.All(variant => own.Variant(variant) is not { } names || check(names) is not null) ? error : null;

    private static TextError? Variant(string given, IRunNames names)
    {
        string[] known = [.. names.Variants];
        if (known.Contains(given)) return null;
        string expected = known.Length == 0 ? "the lesson has none" : Nearest.Of(given, known) is { } near ? $"did you mean `{near}`?" : $"expected one of {string.Join(", ", known)}";
        return new TextError($"no variant `{given}`; {expected}", given, new(0, given.Length));
    }

    private static bool NeedsLesson(ScriptCommand command) =>
        command.Is(ScriptWords.Expect) || command.Word.Command is { } known && KeyMap.Of(known).Where == KeyScope.Lesson;

    private static TextError Wrong(Script script, ScriptCommand command, string message)
    {
        bool whole = command.Argument.Length == 0;
        int start = whole ? command.Start : command.ArgumentStart;
        return new TextError(message, script.Text, new(start, start + (whole ? command.Name.Length : command.Argument.Length)));
    }
}
