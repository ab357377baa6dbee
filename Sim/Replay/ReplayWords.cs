namespace Sim;

/// <summary>The texts of a replay in both languages.</summary>
internal static class ReplayWords
{
    public static readonly Phrase
        Pause = new("pause", "暂停"),
        GoOn = new("go on", "继续"),
        TakeOver = new("take over", "接管"),
        GiveBack = new("space: back to the script", "空格：回到脚本"),
        Space = new("space", "空格"),
        Command = new("command", "命令"),
        Chapter = new("chapter", "章节"),
        Speed = new("speed", "速度"),
        TakenOver = new("yours", "由你操作"),
        Ended = new("end of the script: explore freely", "脚本结束：请自由探索"),
        DoesNotHold = new("line {0}: {1} does not hold: {2}", "第 {0} 行：{1} 不成立：{2}"),
        Failed = new("line {0}: {1}: {2}", "第 {0} 行：{1}：{2}");
}
