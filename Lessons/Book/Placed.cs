namespace Lessons;

/// <summary>Something an author wrote, with its place in the file: for messages that come up only when the lesson is run.</summary>
/// <typeparam name="T">What was written.</typeparam>
/// <param name="Value">What was written.</param>
/// <param name="Place">Line, column and path.</param>
public sealed record Placed<T>(T Value, Core.Place Place)
{
    /// <summary>The value's text.</summary>
    public override string ToString() => Value?.ToString() ?? "";
}
