using System.Globalization;
using System.Text.Json.Nodes;
using Core;

namespace Lessons;

/// <summary>A first lesson about somebody's own table: complete, playable as it is, and meant to be changed.</summary>
public static class CsvLessonScaffold
{
    /// <summary>The id of its variant.</summary>
    public const string Variant = "straight";

    private const int MostNamed = 5, LongestName = 24;

    /// <summary>The text of a lesson file with one lesson.</summary>
    /// <param name="id">The lesson's id.</param>
    /// <param name="title">What it is called, e.g. the file's name.</param>
    /// <param name="plan">The table.</param>
    /// <exception cref="ArgumentException">It cannot be an id.</exception>
    public static string Text(string id, string title, CsvPlan plan)
    {
        if (!Address.IsId(id) || id.Length > 40)
            throw new ArgumentException($"`{id}` cannot be a lesson's id; expected 1 to 40 letters, digits, - and _, for example my-data", nameof(id));
        var experiment = CsvExperiment.New(plan);
        var lesson = new JsonObject
        {
            ["id"] = id,
            ["title"] = Both(Plain(title), Plain(title)),
            ["summary"] = Both($"What a small network finds out about {Plain(plan.Target)}, from your own table.", $"一个小网络能从你自己的表格里学到多少关于「{Plain(plan.Target)}」的东西。"),
            ["minutes"] = 10,
            ["experiment"] = experiment,
            ["variants"] = new JsonArray(new JsonObject
            {
                ["id"] = Variant,
                ["title"] = Both("without a hidden layer", "没有隐藏层"),
                ["set"] = new JsonObject { ["layers"] = new JsonArray(experiment["layers"]![1]!.DeepClone()) },
            }),
            ["scenes"] = new JsonArray(Table(plan), Weights(plan, (int)experiment["layers"]![0]!["units"]!), Forward(plan), End(plan)),
            ["takeaway"] = Both("A number about new rows is worth more than one about the rows that were learnt.", "对新行的表现，比对学过的行的表现更有分量。"),
            ["sandbox"] = Both("Change a weight, the learning rate or the number of units, or leave a column out of `inputs`: what becomes worse?", "改一个权重、学习率或单元数，或者从 `inputs` 里去掉一列：什么变差了？"),
        };
        return CsvExperiment.Text(new JsonObject { ["format"] = LessonSpec.Format, ["lessons"] = new JsonArray(lesson) }) + "\n";
    }

    private static JsonObject Table(CsvPlan plan)
    {
        var (names, count) = (plan.Inputs.Select(column => Plain(column.Name)).ToArray(), plan.Inputs.Length);
        string named = string.Join(", ", names.Take(MostNamed)), more = count > MostNamed ? $" and {count - MostNamed} more" : "";
        string chinese = string.Concat(names.Take(MostNamed).Select(name => $"「{name}」")) + (count > MostNamed ? $"等 {count} 列" : "");
        string english = plan.IsClasses ? $"one of {plan.Classes.Length} classes" : "a number";
        return new()
        {
            ["id"] = "table",
            ["title"] = Both("Your table", "你的表格"),
            ["text"] = new JsonObject
            {
                ["en"] = new JsonArray($"{Whole(plan.Rows)} rows. From {named}{more} the network is to tell {Plain(plan.Target)}: {english}.",
                    $"That makes {Whole(plan.Width)} {(plan.Width == 1 ? "input" : "inputs")}: a column of numbers is one, scaled to mean 0 and deviation 1; a column of words is one for each word."),
                ["zh"] = new JsonArray($"共 {Whole(plan.Rows)} 行。网络要根据{chinese}判断「{Plain(plan.Target)}」：{(plan.IsClasses ? $"{plan.Classes.Length} 个类别之一" : "一个数")}。",
                    $"这样一共有 {Whole(plan.Width)} 个输入：数字列是一个输入，缩放到均值 0、标准差 1；文字列里每个词是一个输入。"),
            },
            ["panels"] = new JsonArray("data", "network"),
            ["notes"] = Both("Ask which column the learners would look at first.", "先问学习者：他们会先看哪一列？"),
        };
    }

    private static JsonObject Weights(CsvPlan plan, int units) => new()
    {
        ["id"] = "weights",
        ["title"] = Both("How much there is to learn", "要学的有多少"),
        ["text"] = Both($"Every input goes to every one of the {units} units of the hidden layer.", $"每个输入都连到隐藏层的 {units} 个单元中的每一个。"),
        ["panels"] = new JsonArray("network"),
        ["ask"] = new JsonObject
        {
            ["type"] = "number",
            ["prompt"] = Both("How many weights and biases has the hidden layer together?", "隐藏层的权重和偏置一共有多少个？"),
            ["answer"] = $"{plan.Width} * {units} + {units}",
            ["tolerance"] = new JsonObject { ["absolute"] = 0 },
            ["hints"] = new JsonArray(Both("A weight for each input and unit, a bias for each unit.", "每个输入到每个单元一个权重，每个单元一个偏置。")),
            ["explain"] = Both($"{plan.Width} · {units} weights and {units} biases.", $"{plan.Width} · {units} 个权重，{units} 个偏置。"),
        },
    };

    private static JsonObject Forward(CsvPlan plan) => new()
    {
        ["id"] = "forward",
        ["title"] = Both("One row, in numbers", "一行数据，看数字"),
        ["at"] = "1:layer1.z",
        ["text"] = Both($"The first unit adds what the {(plan.Width == 1 ? "input says" : $"{Whole(plan.Width)} inputs say")} about a row: {{{{layer1.z[0,0]:3}}}}. Its weights are still random.",
            $"第一个单元把一行的 {Whole(plan.Width)} 个输入加权相加，得到 {{{{layer1.z[0,0]:3}}}}。这时权重还是随机的。"),
        ["focus"] = new JsonObject { ["step"] = "layer1.z", ["index"] = new JsonArray(0, 0) },
        ["panels"] = new JsonArray("formula", "network"),
    };

    private static JsonObject End(CsvPlan plan)
    {
        string set = plan.TestRows > 0 ? "test" : "train";
        string rows = plan.TestRows > 0 ? "rows it has never seen" : "the rows it learnt", chinese = plan.TestRows > 0 ? "没见过的行" : "学过的行";
        string loss = $"{{{{eval.{set}.loss:3}}}}", straight = $"{{{{variant(straight, eval.{set}.loss):3}}}}", right = $"{{{{eval.{set}.accuracy:%}}}}";
        string scale = plan.IsClasses ? "" : $" 1 is what always guessing the mean of {Plain(plan.Target)} gives.", scaleChinese = plan.IsClasses ? "" : $"总是猜「{Plain(plan.Target)}」的平均值，损失约为 1。";
        return new()
        {
            ["id"] = "end",
            ["title"] = Both("What was learnt", "学到了什么"),
            ["at"] = "end",
            ["text"] = new JsonObject
            {
                ["en"] = new JsonArray($"After {{{{update}}}} updates the loss on {rows} is {loss}.{scale}{(plan.IsClasses ? $" Right: {right}." : "")}", $"Without a hidden layer it is {straight}: is the curve worth its weights?"),
                ["zh"] = new JsonArray($"经过 {{{{update}}}} 次更新，{chinese}上的损失是 {loss}。{scaleChinese}{(plan.IsClasses ? $"判断正确：{right}。" : "")}", $"没有隐藏层时是 {straight}：多出来的权重值得吗？"),
            },
            ["compare"] = "straight",
            ["panels"] = Pictures(plan),
        };
    }

    private static JsonArray Pictures(CsvPlan plan) => (plan.IsClasses, plan.Width) switch
    {
        (true, 2) => new("boundary", "confusion", "loss"),
        (true, _) => new("confusion", "loss"),
        (false, 1) => new("fit", "loss"),
        _ => new("loss", "compare"),
    };

    private static JsonObject Both(string english, string chinese) => new() { ["en"] = english, ["zh"] = chinese };

    private static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    // Names stand in texts where {{ begins a number.
    private static string Plain(string name)
    {
        var text = string.Concat(name.Where(c => !char.IsControl(c) && c is not ('{' or '}' or '`' or '*'))).Trim();
        return text.Length == 0 ? "?" : text.Length <= LongestName ? text : text[..(LongestName - 1)] + "…";
    }
}
