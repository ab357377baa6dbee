namespace Core;

/// <summary>The learning rate of each update. t = update − 1, or epoch − 1 when per epoch.</summary>
public abstract record ScheduleSettings
{
    /// <summary>t counts epochs instead of updates.</summary>
    public bool PerEpoch { get; init; }

    /// <summary>Start slowly; null = at once.</summary>
    public WarmupSettings? Warmup { get; init; }
}

/// <summary>Linear warm-up: for t &lt; steps the schedule's rate is multiplied by start + (1 − start)·(t + 1)/steps.</summary>
/// <param name="Steps">Length, in the schedule's own unit (updates or epochs).</param>
/// <param name="Start">Factor before the first step.</param>
/// <param name="Delay">The schedule's own t starts at 0 only when the warm-up is over (it stays 0 until then).</param>
public sealed record WarmupSettings(int Steps, double Start = 0, bool Delay = false);

/// <summary>η₀.</summary>
public sealed record ConstantScheduleSettings : ScheduleSettings;

/// <summary>η₀·γᵗ.</summary>
/// <param name="Gamma">γ.</param>
public sealed record ExponentialScheduleSettings(double Gamma) : ScheduleSettings;

/// <summary>η₀(s + (e − s)·min(t, T)/T).</summary>
/// <param name="Steps">T.</param>
/// <param name="Start">s.</param>
/// <param name="End">e.</param>
public sealed record LinearScheduleSettings(int Steps, double Start = 1, double End = 0) : ScheduleSettings;

/// <summary>η₀·γ^⌊t/size⌋.</summary>
/// <param name="Size">Length of a stair.</param>
/// <param name="Gamma">γ.</param>
public sealed record StepScheduleSettings(int Size, double Gamma = 0.1) : ScheduleSettings;

/// <summary>η_min + (η₀ − η_min)(1 + cos(πt/T))/2; after T the rate rises again, as the formula says.</summary>
/// <param name="Steps">T.</param>
/// <param name="Minimum">η_min.</param>
public sealed record CosineScheduleSettings(int Steps, double Minimum = 0) : ScheduleSettings;
