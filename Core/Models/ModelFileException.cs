namespace Core;

/// <summary>A file of tensors cannot be used; the message says what was given, what was expected and what to do.</summary>
public sealed class ModelFileException : Exception
{
    internal ModelFileException(string given, string expected, string remedy)
        : base($"given {given}; expected {expected}; {remedy}")
    {
    }
}
