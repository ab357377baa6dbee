namespace Lessons;

/// <summary>The rule of an operation as a reader of a language sees it: symbols as they are, the few words in it translated.</summary>
public static class RuleWords
{
    private static readonly (string En, string Zh)[] Parts =
    [
        (" over the batch", "（对整批求和）"),
        (" over the shard", "（对本份求和）"),
        (" over the workers", "（对各工作者）"),
        ("sum so far", "前面的和"),
        ("sum of the last worker", "最后一个工作者的和"),
        (" over all parameters", "（全部参数）"),
        (" with probability ", " 的概率为 "),
        (", else 0", "，否则为 0"),
        (", else ", "，否则 "),
        (" if z > 0", "（z > 0 时）"),
        (",  then ", "，然后 "),
        (" into ", " 限制在 "),
        (", times the warm-up factor", "，乘以预热系数"),
        ("epoch − 1", "轮数 − 1"),
        ("update − 1", "更新次数 − 1"),
        (": no regulariser", "：没有正则化"),
        ("mask as stated", "掩码 = 实验给定的值"),
        (" of the best epoch", "（最好那一轮的）"),
        (", as one row", "（写成一行）"),
        (" in a row", "（连续）"),
    ];

    /// <summary>The rule, or nothing where it only says in words what <see cref="StepWords"/> says.</summary>
    public static string? Of(string rule, Language language)
    {
        if (rule.IndexOfAny(['=', '←', '<', '·', '/']) < 0) return null;
        if (language == Language.English) return rule;
        foreach (var (en, zh) in Parts) rule = rule.Replace(en, zh, StringComparison.Ordinal);
        return MetricRuleWords.InChinese(rule);
    }
}
