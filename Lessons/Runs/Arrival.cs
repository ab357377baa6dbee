using Core;

namespace Lessons;

/// <summary>How a move ended.</summary>
public enum ArrivalKind
{
    /// <summary>It is there.</summary>
    Arrived,

    /// <summary>The run is shorter, or stopped before.</summary>
    OutsideRun,

    /// <summary>The update does not write that value.</summary>
    NotWritten,

    /// <summary>The condition did not hold anywhere that was looked at.</summary>
    NotFound,

    /// <summary>The condition cannot be evaluated.</summary>
    Wrong,

    /// <summary>Somebody stopped it.</summary>
    Cancelled,
}

/// <summary>What came of a move. If it did not arrive, the run stands where it stood.</summary>
/// <param name="At">Where the run is now.</param>
/// <param name="Kind">How it ended.</param>
/// <param name="Message">Why it did not arrive: what was asked, how far was looked. Empty if it arrived.</param>
public sealed record Arrival(Moment At, ArrivalKind Kind, string Message = "")
{
    /// <summary>Whether the run is where it was sent.</summary>
    public bool Ok => Kind == ArrivalKind.Arrived;
}
