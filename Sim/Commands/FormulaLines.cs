using System.Text;

namespace Sim;

/// <summary>Where a formula may be broken into lines: before the operators of its outer sums, never inside a function.</summary>
internal static class FormulaLines
{
    private const char Unbroken = '\u00a0';

    /// <summary>The formula with only those spaces left at which a line may end.</summary>
    public static string Breakable(string formula)
    {
        var text = new StringBuilder(formula.Length);
        var depth = 0;
        var functions = new Stack<bool>();
        for (var k = 0; k < formula.Length; k++)
        {
            var c = formula[k];
            if (c == '(') functions.Push(k > 0 && (char.IsLetter(formula[k - 1]) || formula[k - 1] is '√' or '^'));
            if (c == '(' && functions.Peek()) depth++;
            if (c == ')' && functions.TryPop(out var isFunction) && isFunction) depth--;
            var isAfterOperator = k > 0 && formula[k - 1] is ('+' or '−' or '-') && k > 1 && formula[k - 2] == ' ';
            text.Append(c == ' ' && (depth > 0 || isAfterOperator) ? Unbroken : c);
        }

        return text.ToString();
    }

    /// <summary>Conditions in parentheses, each kept whole.</summary>
    public static string Breakable(IEnumerable<string> conditions) => $"({string.Join(", ", conditions.Select(condition => condition.Replace(' ', Unbroken)))})";

    /// <summary>A line as it is shown.</summary>
    public static string Plain(string line) => line.Replace(Unbroken, ' ');
}
