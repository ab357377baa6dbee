namespace Sim;

/// <summary>The request was wrong: exit code 2. The message says what was given, what was expected and what to do.</summary>
internal sealed class RequestException(string message) : Exception(message);
