using Core;
using Lessons;

namespace Sim.Tests;

public class RunThreadsTests
{
    [Theory]
    [InlineData(2, 2, 1863, 12, 0, 0, "2, for 1863 of 1875 updates", "2 个，用于 1875 次更新中的 1863 次")]
    [InlineData(2, 1, 31, 1844, 1, 40, "1: fell back after 40 updates, the machine is busy; 31 of 1875 shared", "1：40 次更新后退回单线程，机器正忙；1875 次更新中 31 次由多个线程分担")]
    [InlineData(2, 2, 1500, 375, 3, 40, "2, for 1500 of 1875 updates; fell back to one 3 times, the machine was busy", "2 个，用于 1875 次更新中的 1500 次；机器忙时退回单线程 3 次")]
    [InlineData(4, 1, 20, 1855, 0, 0, "1: 4 were tried and were not quicker", "1：试过 4 个，并不更快")]
    [InlineData(4, 1, 0, 1875, 0, 0, "1: the machine is busy", "1：机器正忙")]
    [InlineData(4, 1, 0, 5, 0, 0, "1: the run was too short to try more", "1：运行太短，没来得及试更多线程")]
    public void What_was_used_is_told_in_both_languages(int allowed, int now, long shared, long alone, int fallBacks, long first, string english, string chinese)
    {
        var text = RunThreads.Text(new ThreadUse(allowed, now, shared, alone, fallBacks, first) { IsTooShort = alone == 5 }, null)!;
        Assert.Equal(english, text.In(Language.English));
        Assert.Equal(chinese, text.In(Language.Chinese));
    }

    [Fact]
    public void A_small_network_is_only_spoken_of_when_threads_were_asked_for()
    {
        var use = new ThreadUse(2, 1, 0, 1000, 0, 0) { IsTooSmall = true };
        Assert.Null(RunThreads.Text(use, null));
        Assert.Equal("1: every product of this network is too small to be shared · 64 asked for, 2 processors here", RunThreads.Text(use, 64)!.En);
    }

    [Fact]
    public void One_processor_is_nothing_to_speak_of() => Assert.Null(RunThreads.Text(new ThreadUse(1, 1, 0, 1000, 0, 0), null));

    [Fact]
    public void A_run_never_uses_more_threads_than_there_are_processors()
    {
        const string Run = """{"data": {"type": "noise", "n": 64, "shape": [400]}, "layers": [{"units": 64, "activation": "relu"}, {"units": 10, "activation": "softmax"}], "loss": "softmax_ce", "batches": {"size": 32}, "length": {"updates": 30}}""";
        var typed = Typed.Run("run wide.json --threads 64 --json", ("wide.json", Run));
        Assert.Equal(0, typed.Code);
        Assert.Contains("\"threads\":{\"allowed\":1,\"used\":1,\"shared\":0,\"fallbacks\":0}", typed.Out);
        Assert.Contains("64 asked for, 1 processor here", Typed.Run("run wide.json --threads 64", ("wide.json", Run)).Out);
    }
}
