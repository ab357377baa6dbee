namespace Lessons.Tests;

public class WorksheetTests
{
    [Fact]
    public void The_learners_sheet_has_formulas_and_blanks_but_no_answers()
    {
        var sheet = Worksheet.Markdown(RunLessons.Doubling.Start(), Language.English, withAnswers: false);
        Assert.StartsWith("# Learning to double\n", sheet);
        Assert.Contains("Answer: ______", sheet);
        Assert.Contains("- [ ] It never gets nearer.", sheet);
        Assert.Contains("The gradient is ______: more weight, less loss.", sheet);
        Assert.DoesNotContain("-10", sheet);
        Assert.DoesNotContain("[x]", sheet);
        Assert.DoesNotContain("{{", sheet);
        Assert.Contains("∂", sheet);
    }

    [Fact]
    public void The_teachers_sheet_has_everything()
    {
        var sheet = Worksheet.Markdown(RunLessons.Doubling.Start(), Language.Chinese, withAnswers: true);
        Assert.Contains("答案：-10", sheet);
        Assert.Contains("- [x] 永远不会更接近。 *对。", sheet);
        Assert.Contains("提示 2：对两个样本取平均。", sheet);
        Assert.DoesNotContain("______", sheet);
    }
}
