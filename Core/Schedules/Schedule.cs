using System.Globalization;

namespace Core;

/// <summary>
/// The learning rate of each update, in double precision. t = update − 1, or epoch − 1 when the schedule counts epochs.
/// Powers by repeated squaring and the project's own cosine: the same rates on every machine.
/// </summary>
public sealed class Schedule(ScheduleSettings settings)
{
    /// <summary>The rule in symbols.</summary>
    public string Rule { get; } = "η = " + RuleOf(settings) + (settings.Warmup is null ? "" : ", times the warm-up factor") +
        (settings is ConstantScheduleSettings ? "" : settings.PerEpoch ? ",  t = epoch − 1" : ",  t = update − 1");

    /// <summary>Whether the rate is η₀ in every update.</summary>
    public bool IsConstant { get; } = settings is ConstantScheduleSettings { Warmup: null };

    /// <summary>The rate of an update, counted from 1, in an epoch, counted from 1.</summary>
    /// <param name="initial">η₀.</param>
    /// <param name="update">Update, from 1.</param>
    /// <param name="epoch">Epoch, from 1.</param>
    public double Rate(double initial, long update, long epoch)
    {
        var t = (settings.PerEpoch ? epoch : update) - 1;
        if (settings.Warmup is not { } warmup) return At(initial, t);
        var own = warmup.Delay ? Math.Max(0, t - warmup.Steps) : t;
        var factor = t < warmup.Steps ? warmup.Start + (1 - warmup.Start) * (t + 1) / warmup.Steps : 1;
        return At(initial, own) * factor;
    }

    /// <summary>The rule with its numbers, e.g. <c>0.1·0.9^3</c>.</summary>
    public string WithNumbers(double initial, long update, long epoch)
    {
        var t = (settings.PerEpoch ? epoch : update) - 1;
        if (settings.Warmup is not { } warmup) return Numbers(initial, t);
        var own = Numbers(initial, warmup.Delay ? Math.Max(0, t - warmup.Steps) : t);
        return t >= warmup.Steps ? own : string.Create(CultureInfo.InvariantCulture, $"({own})·({warmup.Start} + (1 − {warmup.Start})·{t + 1}/{warmup.Steps})");
    }

    private string Numbers(double initial, long t)
    {
        FormattableString numbers = settings switch
        {
            ExponentialScheduleSettings s => $"{initial}·{s.Gamma}^{t}",
            LinearScheduleSettings s => $"{initial}·({s.Start} + ({s.End} − {s.Start})·{Math.Min(t, s.Steps)}/{s.Steps})",
            StepScheduleSettings s => $"{initial}·{s.Gamma}^{t / s.Size}",
            CosineScheduleSettings s => $"{s.Minimum} + ({initial} − {s.Minimum})·(1 + cos(π·{t}/{s.Steps}))/2",
            _ => $"{initial}",
        };
        return FormattableString.Invariant(numbers);
    }

    private double At(double initial, long t) => settings switch
    {
        ConstantScheduleSettings => initial,
        ExponentialScheduleSettings s => initial * ScalarMath<double>.PowerInt(s.Gamma, t),
        LinearScheduleSettings s => initial * (s.Start + (s.End - s.Start) * Math.Min(t, s.Steps) / s.Steps),
        StepScheduleSettings s => initial * ScalarMath<double>.PowerInt(s.Gamma, t / s.Size),
        CosineScheduleSettings s => s.Minimum + (initial - s.Minimum) * (1 + ScalarMath<double>.Cos(Math.PI * t / s.Steps)) / 2,
        _ => throw new ArgumentOutOfRangeException(nameof(settings), settings, "No such schedule."),
    };

    private static string RuleOf(ScheduleSettings settings) => settings switch
    {
        ExponentialScheduleSettings => "η₀·γᵗ",
        LinearScheduleSettings => "η₀(s + (e − s)·min(t, T)/T)",
        StepScheduleSettings => "η₀·γ^⌊t/size⌋",
        CosineScheduleSettings => "η_min + (η₀ − η_min)(1 + cos(πt/T))/2",
        _ => "η₀",
    };
}
