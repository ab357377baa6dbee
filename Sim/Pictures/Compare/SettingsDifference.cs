using Core;

namespace Sim;

/// <summary>The settings in which two experiments differ, by their paths in the file.</summary>
internal static class SettingsDifference
{
    private const string Missing = "–";
    private const int LongestText = 24;

    public static IEnumerable<(string Path, string A, string B)> Of(JsonValue? a, JsonValue? b) => a is null || b is null ? [] : Of("", a, b);

    private static IEnumerable<(string Path, string A, string B)> Of(string path, JsonValue a, JsonValue b)
    {
        if (a.Kind != JsonKind.Object || b.Kind != JsonKind.Object)
        {
            string x = Show(a), y = Show(b);
            return x == y ? [] : [(path, Text.Truncate(x, LongestText), Text.Truncate(y, LongestText))];
        }
        return a.Members.Select(member => member.Key!).Union(b.Members.Select(member => member.Key!)).SelectMany(name =>
        {
            string place = path.Length == 0 ? name : $"{path}.{name}";
            return (a[name], b[name]) switch
            {
                ({ } x, { } y) => Of(place, x, y),
                ({ } x, null) => [(place, Text.Truncate(Show(x), LongestText), Missing)],
                (null, { } y) => [(place, Missing, Text.Truncate(Show(y), LongestText))],
                _ => [],
            };
        });
    }

    private static string Show(JsonValue value) => value.Kind switch
    {
        JsonKind.Object => $"{{{string.Join(", ", value.Members.Select(member => $"{member.Key}: {Show(member)}"))}}}",
        JsonKind.Array => $"[{string.Join(", ", value.Items.Select(Show))}]",
        JsonKind.Number => value.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        JsonKind.String => value.Text,
        JsonKind.Boolean => value.Boolean ? "true" : "false",
        _ => "null",
    };
}
