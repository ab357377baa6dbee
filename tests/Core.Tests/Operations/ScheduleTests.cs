namespace Core.Tests;

public class ScheduleTests
{
    [Fact]
    public void Rates_are_those_written_down_by_hand()
    {
        Rates(new ConstantScheduleSettings(), 8, 8, 8);
        Rates(new ExponentialScheduleSettings(0.5), 8, 4, 2, 1);
        Rates(new StepScheduleSettings(2, 0.25), 8, 8, 2, 2, 0.5);
        Rates(new LinearScheduleSettings(4, 1, 0.5), 8, 7, 6, 5, 4, 4);
        Rates(new CosineScheduleSettings(4, 2), 8, 5 + 3 / Math.Sqrt(2), 5, 5 - 3 / Math.Sqrt(2), 2, 5 - 3 / Math.Sqrt(2));
        Rates(new ConstantScheduleSettings { Warmup = new(4) }, 2, 4, 6, 8, 8);
        Rates(new ConstantScheduleSettings { Warmup = new(2, 0.5) }, 6, 8, 8);
        Rates(new ExponentialScheduleSettings(0.5) { Warmup = new(2) }, 4, 4, 2);
        Rates(new ExponentialScheduleSettings(0.5) { Warmup = new(2, Delay: true) }, 4, 8, 8, 4, 2);
    }

    [Fact]
    public void A_schedule_by_epochs_ignores_the_update()
    {
        var schedule = new Schedule(new ExponentialScheduleSettings(0.5) { PerEpoch = true });
        Assert.Equal(2, schedule.Rate(8, 1000, 3));
        Assert.EndsWith("t = epoch − 1", schedule.Rule);
    }

    [Theory]
    [InlineData(1, "(8·0.5^0)·(0.25 + (1 − 0.25)·1/2)")]
    [InlineData(4, "8·0.5^3")]
    public void The_numbers_of_a_rate_are_written_out(long update, string expected) =>
        Assert.Equal(expected, new Schedule(new ExponentialScheduleSettings(0.5) { Warmup = new(2, 0.25) }).WithNumbers(8, update, 1));

    private static void Rates(ScheduleSettings settings, params double[] expected)
    {
        var schedule = new Schedule(settings);
        for (var k = 0; k < expected.Length; k++) Assert.Equal(expected[k], schedule.Rate(8, k + 1, 1), 1e-12);
    }
}
