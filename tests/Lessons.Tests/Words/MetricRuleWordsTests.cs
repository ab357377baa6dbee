using System.Text.RegularExpressions;
using Core;

namespace Lessons.Tests;

public class MetricRuleWordsTests
{
    [Fact]
    public void Every_metric_is_defined_in_chinese_without_english_words()
    {
        var metrics = MetricRegistry.All.Concat(new[] { "precision[2]", "accuracy.label[1]", "confusion[0][3]" }.Select(name => MetricRegistry.Find(name)!));
        Assert.All(metrics, metric =>
        {
            var rule = MetricRuleWords.InChinese(metric.Formula);
            Assert.DoesNotMatch(new Regex("[A-Za-z]{3,}"), rule);
            // Symbols stay.
            Assert.Equal(Regex.Matches(metric.Formula, "TP|FP|FN|Σ|√").Count, Regex.Matches(rule, "TP|FP|FN|Σ|√").Count);
        });
        Assert.Equal("TP / (TP + FP)，各类的宏平均", RuleWords.Of("TP / (TP + FP), macro average over the classes", Language.Chinese));
    }
}
