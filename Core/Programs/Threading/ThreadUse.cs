namespace Core;

/// <summary>How a program has used the threads it was given.</summary>
/// <param name="Allowed">Threads it may use.</param>
/// <param name="Now">Threads its next update uses.</param>
/// <param name="Shared">Updates that several threads have worked on.</param>
/// <param name="Alone">Updates that one thread has done.</param>
/// <param name="FallBacks">How often several threads were left for one because they had become slower.</param>
/// <param name="FirstFallBack">Updates before the first of these; 0: none.</param>
public sealed record ThreadUse(int Allowed, int Now, long Shared, long Alone, int FallBacks, long FirstFallBack)
{
    /// <summary>Whether nothing in an update is large enough to be shared.</summary>
    public bool IsTooSmall { get; init; }

    /// <summary>Whether there have been too few updates to try several threads.</summary>
    public bool IsTooShort { get; init; }
}
