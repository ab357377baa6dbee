using System.Globalization;
using Lessons;

namespace Sim;

/// <summary>Whether something holds at the moment of the run, on exact values.</summary>
internal static class Expectation
{
    /// <summary>Whether it holds; if not, what was found: the numbers on both sides, or why it cannot be told.</summary>
    public static (bool Holds, string Found) Check(string text, IRunValues? values)
    {
        if (values is null) return (false, "no lesson is open; expected `lesson ID` before it");
        var condition = Expression.Parse(text).OrThrow();
        if (condition.CheckCondition(values.Names) is { Ok: false } wrong) return (false, $"{wrong.Error.Where}: {wrong.Error.Message}");
        var holds = condition.Holds(values);
        if (!holds.Ok) return (false, $"{holds.Error.Where}: {holds.Error.Message}");
        return (holds.Value, holds.Value ? "" : Found(condition.Root, values));
    }

    // Of each comparison both sides; a side that is written as a number says itself.
    private static string Found(Syntax syntax, IRunValues values)
    {
        var found = new List<string>();
        Collect(syntax);
        return found.Count == 0 ? $"`{syntax}` is false" : string.Join(", ", found.Distinct().Take(6));

        void Collect(Syntax part)
        {
            if (part is UnarySyntax { Operator: UnaryOperator.Not } not) Collect(not.Of);
            else if (part is BinarySyntax { Operator: BinaryOperator.And or BinaryOperator.Or } both)
            {
                Collect(both.Left);
                Collect(both.Right);
            }
            else if (part is BinarySyntax sides)
                foreach (var side in new[] { sides.Left, sides.Right })
                    if (side is not (NumberSyntax or UnarySyntax { Of: NumberSyntax })) found.Add($"{side} = {Value(side)}");
        }

        string Value(Syntax part)
        {
            var value = Expression.Parse(part.ToString()).OrThrow().Evaluate(values);
            if (!value.Ok) return value.Error.Message;
            var numbers = value.Value.Tensor.Values;
            string text = string.Join(", ", numbers.Take(8).Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
            return numbers.Length == 1 ? text : $"[{text}{(numbers.Length > 8 ? ", …" : "")}]";
        }
    }
}
