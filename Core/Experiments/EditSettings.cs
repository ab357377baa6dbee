using System.Collections.Immutable;
using System.Globalization;

namespace Core;

/// <summary>One weight or bias set by hand during the run: what lies ahead goes on from there, with what the optimizer remembers.</summary>
/// <param name="After">Just after this update; 0: at the start.</param>
/// <param name="Name">A weight or bias, e.g. <c>layer1.weight</c>.</param>
/// <param name="Index">The element, counted from 0.</param>
/// <param name="To">Its new value.</param>
public sealed record EditSettings(long After, string Name, ImmutableArray<int> Index, double To)
{
    internal const string Pattern = @"^(\d+:[A-Za-z0-9_.]+\[\d+(,\d+)*\]:[-+0-9.eE]+(;|$))*$";

    /// <summary>Reads <c>UPDATE:NAME[INDEX]:VALUE</c>, several separated by <c>;</c>. Null if it is none.</summary>
    public static IReadOnlyList<EditSettings>? Parse(string text)
    {
        var edits = new List<EditSettings>();
        foreach (string part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split(':') is not [var after, var place, var to]) return null;
            int open = place.IndexOf('[');
            if (open <= 0 || !place.EndsWith(']')) return null;
            var index = ImmutableArray.CreateBuilder<int>();
            foreach (string number in place[(open + 1)..^1].Split(','))
            {
                if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int at)) return null;
                index.Add(at);
            }
            if (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out long update)
                || !double.TryParse(to, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value)) return null;
            edits.Add(new(update, place[..open], index.ToImmutable(), value));
        }
        return edits;
    }

    /// <summary>Whether it changes the same element at the same moment.</summary>
    public bool IsOf(EditSettings other) => After == other.After && Name == other.Name && Index.AsSpan().SequenceEqual(other.Index.AsSpan());

    /// <summary>As in the file: <c>40:layer1.weight[0,2]:0.5</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{After}:{Name}[{string.Join(',', Index)}]:{To:R}");
}
