using System.Globalization;
using Core;

namespace Sim;

/// <summary>How a run has used its threads, in words.</summary>
internal static class RunThreads
{
    /// <summary>The line's text; nothing where nobody asked and nothing could be shared.</summary>
    /// <param name="use">What was used.</param>
    /// <param name="asked">Threads asked for by name, if any were.</param>
    public static Lessons.Text? Text(ThreadUse use, int? asked)
    {
        if (asked is null && (use.IsTooSmall || use.Allowed == 1)) return null;
        var text = Used(use);
        if (asked is not { } number || number <= use.Allowed) return text;
        return new($"{text.En} · {number} asked for, {use.Allowed} processor{(use.Allowed == 1 ? "" : "s")} here", $"{text.Zh} · 要求 {number} 个，本机有 {use.Allowed} 个处理器");
    }

    private static Lessons.Text Used(ThreadUse use)
    {
        string shared = Whole(use.Shared), all = Whole(use.Shared + use.Alone);
        return use switch
        {
            { Allowed: 1 } => new("1", "1"),
            { IsTooSmall: true } => new("1: every product of this network is too small to be shared", "1：这个网络的每个乘积都太小，不值得分担"),
            { IsTooShort: true } => new("1: the run was too short to try more", "1：运行太短，没来得及试更多线程"),
            { Shared: 0 } => new("1: the machine is busy", "1：机器正忙"),
            { FallBacks: 0, Now: 1 } => new($"1: {use.Allowed} were tried and were not quicker", $"1：试过 {use.Allowed} 个，并不更快"),
            { FallBacks: 0 } => new($"{use.Now}, for {shared} of {all} updates", $"{use.Now} 个，用于 {all} 次更新中的 {shared} 次"),
            { Now: 1 } => new(
                $"1: fell back after {Whole(use.FirstFallBack)} updates, the machine is busy; {shared} of {all} shared",
                $"1：{Whole(use.FirstFallBack)} 次更新后退回单线程，机器正忙；{all} 次更新中 {shared} 次由多个线程分担"),
            _ => new(
                $"{use.Now}, for {shared} of {all} updates; fell back to one {(use.FallBacks == 1 ? "once" : $"{use.FallBacks} times")}, the machine was busy",
                $"{use.Now} 个，用于 {all} 次更新中的 {shared} 次；机器忙时退回单线程 {use.FallBacks} 次"),
        };
    }

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
