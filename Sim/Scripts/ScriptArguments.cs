using System.Collections.Immutable;
using System.Globalization;
using Lessons;

namespace Sim;

/// <summary>Reads what stands after the word of a command.</summary>
internal static class ScriptArguments
{
    private const int MostMoves = 1_000_000, LongestPause = 600;
    private static readonly Size Smallest = new(20, 5), Largest = new(400, 120);

    /// <summary>The command with its argument understood; null if it is wrong, with the problem told.</summary>
    public static ScriptCommand? Read(ScriptCommand command, string text, ImmutableArray<TextError>.Builder problems)
    {
        string given = command.Argument;
        bool isOptional = command.Word.Argument is ScriptArgument.Count or ScriptArgument.Answer || command.Is(ScriptWords.Say);
        if (given.Length == 0) return isOptional ? command : Wrong("nothing stands after it");
        switch (command.Word.Argument)
        {
            case ScriptArgument.Count: return Whole(given, 1, MostMoves) is { } count ? command with { Count = count } : Wrong($"found `{Cut(given)}`", $", N from 1 to {MostMoves}");
            case ScriptArgument.Seconds: return Seconds(given) is { } time ? command with { Time = time } : Wrong($"found `{Cut(given)}`", $", a number from 0 to {LongestPause} such as 1.5");
            case ScriptArgument.Size: return SizeOf(given) is { } size ? command with { Size = size } : Wrong($"found `{Cut(given)}`", $", from {Smallest.Width} {Smallest.Height} to {Largest.Width} {Largest.Height}, such as 100 30");
            case ScriptArgument.Key: return Sim.Key.TryParse(given, out var key) ? command with { Key = key } : Wrong($"`{Cut(given)}` is no key", ": a letter, or a name such as Space, Enter, PageDown, Shift+Left");
            case ScriptArgument.Language: return given is "en" or "zh" ? command : Wrong($"found `{Cut(given)}`");
            case ScriptArgument.Name: return Address.IsId(given) && (!command.Is(ScriptWords.Snapshot) || !given.Contains('.')) ? command : Wrong($"`{Cut(given)}` is no name", ": letters, digits, - and _");
            case ScriptArgument.Setting: return given.Split([' ', '\t', '='], 2) is [{ Length: > 0 }, var value] && value.Trim(' ', '=').Length > 0 ? command : Wrong($"found `{Cut(given)}`", ", such as set optimizer.learningRate 0.5");
            case ScriptArgument.Condition: return Expression.Parse(given) is { Ok: false } bad ? Inside(bad.Error) : command;
            case ScriptArgument.Position: return Position.Parse(given) is { Ok: false } wrong && !Address.Parse(given).Ok ? Inside(wrong.Error) : command;
            default: return command;
        }

        ScriptCommand? Wrong(string found, string more = "")
        {
            var place = given.Length == 0 ? new Lessons.Place(command.Start, command.Start + command.Name.Length) : new(command.ArgumentStart, command.ArgumentStart + given.Length);
            problems.Add(new TextError($"{command.Name}: {found}; expected {command.Word.Usage}{more}", text, place));
            return null;
        }

        ScriptCommand? Inside(TextError error)
        {
            problems.Add(At(command, text, error));
            return null;
        }
    }

    /// <summary>An error in an argument, with its place in the script.</summary>
    public static TextError At(ScriptCommand command, string text, TextError error) => error.Source == command.Argument
        ? new($"{command.Name}: {error.Message}", text, new(command.ArgumentStart + error.Place.Start, command.ArgumentStart + error.Place.End))
        : new($"{command.Name}: {error.Message}", text, new(command.ArgumentStart, command.ArgumentStart + command.Argument.Length));

    private static int? Whole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most ? number : null;

    private static TimeSpan? Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number is >= 0 and <= LongestPause ? TimeSpan.FromMilliseconds(Math.Round(1000 * number)) : null;

    public static Size? SizeOf(string text) =>
        text.Split([' ', '\t', 'x', '×'], StringSplitOptions.RemoveEmptyEntries) is [var width, var height]
        && Whole(width, Smallest.Width, Largest.Width) is { } w && Whole(height, Smallest.Height, Largest.Height) is { } h ? new Size(w, h) : null;

    private static string Cut(string given) => given.Length > 40 ? given[..40] + "…" : given;
}
