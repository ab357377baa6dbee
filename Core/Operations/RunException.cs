namespace Core;

/// <summary>A run cannot go on, for a reason its author can mend; the message says what was given, what was expected and what to do.</summary>
public sealed class RunException(string message) : Exception(message);
