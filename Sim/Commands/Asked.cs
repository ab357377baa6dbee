using Core;
using Lessons;

namespace Sim;

/// <summary>What a command was asked to open.</summary>
/// <param name="Command">Its name.</param>
/// <param name="Target">A lesson, an address or a file; nothing where a table is enough.</param>
/// <param name="Variant">A variant of it.</param>
/// <param name="Sets">Fields that were changed.</param>
/// <param name="Language">For people.</param>
internal sealed record Asked(string Command, string? Target, string? Variant, IReadOnlyList<string> Sets, Language Language)
{
    /// <summary>The person's own table, or nothing.</summary>
    public CsvRequest? Csv { get; init; }
}
