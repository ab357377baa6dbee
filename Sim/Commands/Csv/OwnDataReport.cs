using System.Globalization;
using Core;
using Lessons;

namespace Sim;

/// <summary>Says what was chosen for a table, and why.</summary>
internal static class OwnDataReport
{
    private const int MostNamed = 8;

    /// <summary>A few lines.</summary>
    public static IEnumerable<string> Lines(CsvPlan plan, Language language)
    {
        var zh = language == Language.Chinese;
        var every = plan.Request.Every == 1 ? "" : zh ? $"（每 {Whole(plan.Request.Every)} 行取第一行）" : $" (the first of every {Whole(plan.Request.Every)})";
        yield return zh ? $"表格：{Whole(plan.Rows)} 行{every}，{plan.Inputs.Length} 列作输入，共 {Whole(plan.Width)} 个输入"
            : $"table: {Whole(plan.Rows)} rows{every}, {plan.Inputs.Length} input {(plan.Inputs.Length == 1 ? "column" : "columns")}, {Whole(plan.Width)} {(plan.Width == 1 ? "input" : "inputs")}";
        foreach (var column in plan.Categories.Take(MostNamed))
            yield return zh ? $"  {column.Name}：{column.Distinct.Length} 个不同的词，每个词一个 0/1 输入（{column.Name}={column.Distinct[0]} 等）"
                : $"  {column.Name}: {column.Distinct.Length} different texts, each an input of 0 or 1 ({column.Name}={column.Distinct[0]}, …)";
        foreach (var (name, why) in plan.LeftOut.Take(MostNamed)) yield return "  " + LeftOut(name, why, zh);
        if (plan.LeftOut.Length > MostNamed) yield return zh ? $"  …… 另有 {plan.LeftOut.Length - MostNamed} 列未用" : $"  … {plan.LeftOut.Length - MostNamed} more columns left out";
        yield return Target(plan, zh);
        if (Missing(plan, zh) is { } missing) yield return missing;
        yield return zh ? $"输入已标准化（只用训练行的均值和标准差）{(plan.IsClasses ? "" : "，目标也是：损失为 1 相当于总是猜平均值")}"
            : $"inputs scaled to mean 0 and deviation 1 of the training rows{(plan.IsClasses ? "" : "; the target too: a loss of 1 is what always guessing the mean gives")}";
        yield return Split(plan, zh);
        yield return Output(plan, zh);
    }

    private static string LeftOut(string name, CsvLeftOut why, bool zh) => why switch
    {
        CsvLeftOut.Empty => zh ? $"{name}：未用，没有任何值" : $"{name}: left out, no value in any row",
        CsvLeftOut.Constant => zh ? $"{name}：未用，每行的值都相同" : $"{name}: left out, the same value in every row",
        _ => zh ? $"{name}：未用，几乎每行一个不同的文字（像是名字）；要用请写 --inputs" : $"{name}: left out, texts that are names (too many different ones); --inputs takes it in",
    };

    private static string Target(CsvPlan plan, bool zh)
    {
        var classes = string.Join(zh ? "、" : ", ", plan.Classes.Take(MostNamed)) + (plan.Classes.Length > MostNamed ? ", …" : "");
        var why = plan.Reason switch
        {
            CsvTargetReason.Stated => zh ? "按 --task" : "as stated",
            CsvTargetReason.Text => zh ? "因为其中有文字" : "for there is text in it",
            CsvTargetReason.FewWholeNumbers => zh ? $"因为只有至多 {CsvPlanner.FewNumbers} 个不同的整数；若是数量请写 --task numbers" : $"for it has at most {CsvPlanner.FewNumbers} different whole numbers; --task numbers if they are amounts",
            _ => zh ? "因为是许多不同的数；若是类别请写 --task classes" : "for it has many different numbers; --task classes if they are names",
        };
        return plan.IsClasses
            ? zh ? $"目标 {plan.Target}：{plan.Classes.Length} 个类别（{classes}），{why}" : $"target {plan.Target}: {plan.Classes.Length} classes ({classes}), {why}"
            : zh ? $"目标 {plan.Target}：数（回归），{why}" : $"target {plan.Target}: a number (regression), {why}";
    }

    private static string? Missing(CsvPlan plan, bool zh)
    {
        var gaps = plan.Inputs.Where(column => column.Missing > 0).Take(MostNamed).Select(column => $"{column.Name} {Whole(column.Missing)}").ToArray();
        if (plan.Request.Missing == CsvMissing.Refuse || gaps.Length == 0) return null;
        var what = plan.Request.Missing == CsvMissing.Drop ? zh ? "这些行不用" : "their rows are left out" : zh ? "用训练行的均值代替" : "the mean of the training rows stands in";
        return zh ? $"缺失值（{string.Join("、", gaps)}）：{what}" : $"missing values ({string.Join(", ", gaps)}): {what}";
    }

    private static string Split(CsvPlan plan, bool zh)
    {
        if (plan.TestRows == 0) return zh ? "行数太少或未要求：全部用于训练，没有测试行" : "all rows train: none are kept for a test";
        var share = string.Create(CultureInfo.InvariantCulture, $"{100 * plan.Request.TestShare:0.##} %");
        return zh ? $"其中 {share} 的行留作测试，按种子抽取{(plan.IsClasses ? "，各类比例不变" : "")}" : $"{share} of the rows are kept for the test, drawn by the seed{(plan.IsClasses ? " with the same share of each class" : "")}";
    }

    private static string Output(CsvPlan plan, bool zh)
    {
        var layer = !plan.IsClasses ? zh ? "1 个单元，不加激活" : "1 unit without activation" : plan.Outputs == 1 ? zh ? "1 个 sigmoid 单元" : "1 sigmoid unit" : zh ? $"{plan.Outputs} 个单元的 softmax" : $"softmax over {plan.Outputs} units";
        var loss = !plan.IsClasses ? "mse" : plan.Outputs == 1 ? "sigmoid_bce" : "softmax_ce";
        return zh ? $"输出层 {layer}，损失 {loss}" : $"output layer: {layer}; loss {loss}";
    }

    private static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
