using System.Collections.Immutable;
using System.Text;

namespace Lessons;

/// <summary>
/// One short text that lands anybody on exactly this moment: <c>ID[/VARIANT][?KEY=VALUE&amp;…][@POSITION]</c>,
/// e.g. <c>learning-rate/edge?optimizer.learningRate=1.2@3:layer1.z</c>.
/// </summary>
/// <param name="Lesson">The lesson's id.</param>
/// <param name="Variant">A variant of the lesson, or null for the lesson as written.</param>
/// <param name="Settings">Changed fields in the order given; no key twice.</param>
/// <param name="At">The moment, or null for the lesson's own beginning.</param>
public sealed record Address(string Lesson, string? Variant, ImmutableArray<KeyValuePair<string, string>> Settings, Position? At)
{
    /// <summary>Reads an address; the error says at which column what was expected.</summary>
    public static TextResult<Address> Parse(string text) => TextException.Catch(() => new AddressReader(text).Read());

    /// <summary>Whether a text can be the id of a lesson or variant: letters, digits, <c>-</c>, <c>_</c> and inner points.</summary>
    public static bool IsId(string text) => AddressReader.IsId(text);

    /// <inheritdoc/>
    public bool Equals(Address? other) =>
        other is not null && Lesson == other.Lesson && Variant == other.Variant && At == other.At && Settings.SequenceEqual(other.Settings);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Lesson, Variant, Settings.Length, At);

    /// <summary>The text that parses back to this address.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Lesson);
        if (Variant is not null) text.Append('/').Append(Variant);
        var mark = '?';
        foreach (var (key, value) in Settings)
        {
            text.Append(mark).Append(Percent.Encode(key)).Append('=').Append(Percent.Encode(value));
            mark = '&';
        }
        if (At is not null) text.Append('@').Append(At);
        return text.ToString();
    }
}
