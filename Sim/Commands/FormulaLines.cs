using System.Text;

namespace Sim;

/// <summary>Where a formula may be broken into lines: before the operators of its outer sums, inside a function only if its argument fits no line.</summary>
internal static class FormulaLines
{
    private const char Unbroken = '\u00a0';

    // About a line of the step pane on 80 columns: what is longer would be cut in the middle of a term.
    private const int LongestWhole = 36;

    /// <summary>The formula with only those spaces left at which a line may end.</summary>
    public static string Breakable(string formula)
    {
        var text = new StringBuilder(formula.Length);
        var depth = 0;
        var functions = new Stack<bool>();
        for (var k = 0; k < formula.Length; k++)
        {
            var c = formula[k];
            if (c == '(') functions.Push(k > 0 && (char.IsLetter(formula[k - 1]) || formula[k - 1] is '√' or '^') && IsWhole(formula, k));
            if (c == '(' && functions.Peek()) depth++;
            if (c == ')' && functions.TryPop(out var isFunction) && isFunction) depth--;
            var isAfterOperator = k > 0 && formula[k - 1] is ('+' or '−' or '-') && k > 1 && formula[k - 2] == ' ';
            text.Append(c == ' ' && (depth > 0 || isAfterOperator) ? Unbroken : c);
        }

        return text.ToString();
    }

    // Whether the parentheses that open here close again within a line.
    private static bool IsWhole(string formula, int open)
    {
        var depth = 0;
        for (var k = open; k < formula.Length && k - open <= LongestWhole; k++)
            if ((depth += formula[k] switch { '(' => 1, ')' => -1, _ => 0 }) == 0) return true;
        return false;
    }

    /// <summary>Conditions in parentheses, each kept whole.</summary>
    public static string Breakable(IEnumerable<string> conditions) => $"({string.Join(", ", conditions.Select(condition => condition.Replace(' ', Unbroken)))})";

    /// <summary>A line as it is shown.</summary>
    public static string Plain(string line) => line.Replace(Unbroken, ' ');
}
