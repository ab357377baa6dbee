using System.Text.RegularExpressions;

namespace Lessons;

/// <summary>The definitions of the metrics in Chinese: symbols as they are, the words translated.</summary>
internal static partial class MetricRuleWords
{
    // Longer ones first: some are parts of others.
    private static readonly (string En, string Zh)[] Parts =
    [
        ("right rows / rows (several labels: all of a row right)", "判断正确的样本数 / 样本数（多标签：一行全对才算）"),
        ("rows with every label right / rows", "标签全对的样本数 / 样本数"),
        ("right labels / labels", "正确的标签数 / 标签数"),
        ("P(score of a positive > score of a negative), equal ½", "P(正类得分 > 负类得分)，相等算 ½"),
        (", p in [2⁻⁵², 1 − 2⁻⁵²] (several labels: mean of all)", "，p 限制在 [2⁻⁵², 1 − 2⁻⁵²]（多标签：全部取平均）"),
        (" of the positive class", "（正类）"),
        (", macro average over the classes", "，各类的宏平均"),
        (", micro average over the classes", "，各类的微平均"),
        (", weighted average over the classes", "，各类按样本数加权平均"),
        ("rows of class t predicted as p, [t][p]", "真实为 t 类、被判为 p 类的样本数，[t][p]"),
        ("false positive rate, true positive rate, by falling threshold", "假正率、真正率，阈值从高到低"),
    ];

    public static string InChinese(string rule)
    {
        foreach (var (en, zh) in Parts) rule = rule.Replace(en, zh, StringComparison.Ordinal);
        rule = OfClass().Replace(rule, "第 $1 类对其余各类");
        rule = OfLabel().Replace(rule, "第 $1 个标签正确的样本数 / 样本数");
        return Cell().Replace(rule, "真实为第 $1 类、被判为第 $2 类的样本数");
    }

    [GeneratedRegex(@"of class (\d+) against the others", RegexOptions.CultureInvariant)]
    private static partial Regex OfClass();

    [GeneratedRegex(@"rows with label (\d+) right / rows", RegexOptions.CultureInvariant)]
    private static partial Regex OfLabel();

    [GeneratedRegex(@"rows of class (\d+) predicted as (\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Cell();
}
