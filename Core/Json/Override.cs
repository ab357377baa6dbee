using System.Globalization;
using System.Text;

namespace Core;

/// <summary>
/// Changes one place of a tree: <c>optimizer.learningRate=1.2</c>, <c>layers[0].units=8</c>. A field that the specification knows is made where it is absent,
/// a shorthand (<c>"adam"</c>) is written out where one of its fields is set, and <c>null</c> removes a field.
/// </summary>
public static class Override
{
    /// <summary>The changed tree (to be checked again), or null with the problem reported. The given tree stays as it is.</summary>
    /// <param name="root">The tree to change.</param>
    /// <param name="spec">What the tree may be.</param>
    /// <param name="assignment"><c>KEY=VALUE</c>; the value is JSON, or else text.</param>
    /// <param name="problems">Gets what is wrong with the key; the value is the check's business.</param>
    /// <param name="source">How places name the assignment; the assignment itself when null.</param>
    public static JsonValue? Apply(JsonValue root, Spec spec, string assignment, Problems problems, string? source = null)
    {
        source ??= assignment;
        int equals = assignment.IndexOf('=');
        if (equals > 0) return Apply(root, spec, assignment[..equals].Trim(), Value(assignment[(equals + 1)..].Trim(), source), problems);
        problems.Add(new(new(0, 0, "", source), JsonWriter.Quote(assignment), "KEY=VALUE", "for example optimizer.learningRate=0.1"));
        return null;
    }

    /// <summary>The same with a value that is a tree already (a variant of a lesson).</summary>
    public static JsonValue? Apply(JsonValue root, Spec spec, string key, JsonValue value, Problems problems)
    {
        if (Keys(key) is not { } keys)
        {
            problems.Add(value, $"the key {JsonWriter.Quote(key)}", "names and indices such as layers[0].units");
            return null;
        }
        int before = problems.Count + problems.Left;
        var changed = new Change(keys, value, problems).Node(root, spec, root.Where with { Parent = null, Key = null, Index = 0 }, 0);
        return problems.Count + problems.Left == before ? changed : null;
    }

    /// <summary>JSON where it is JSON, text otherwise.</summary>
    private static JsonValue Value(string text, string source)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        return JsonValue.Parse(utf8, [], source: source) ?? new(JsonKind.String, text, 0, new(new(utf8, source), 0, null, null, 0));
    }

    /// <summary>Names as strings, indices as ints; null when the text is no key.</summary>
    private static List<object>? Keys(string key)
    {
        var keys = new List<object>();
        foreach (string part in key.Split('.'))
        {
            string[] pieces = part.Split('[');
            if (pieces[0].Length > 0) keys.Add(pieces[0]);
            else if (pieces.Length == 1 || keys.Count > 0) return null;
            foreach (string piece in pieces.Skip(1))
                if (piece.EndsWith(']') && int.TryParse(piece[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int index)) keys.Add(index);
                else return null;
        }
        return keys;
    }

    private sealed class Change(List<object> keys, JsonValue value, Problems problems)
    {
        internal JsonValue? Node(JsonValue? old, Spec? spec, JsonOrigin origin, int depth) =>
            depth == keys.Count ? Copy(value, value.Where with { Parent = origin.Parent, Key = origin.Key, Index = origin.Index })
            : keys[depth] is int index ? Element(old, spec, origin, index, depth)
            : Member(old, spec, origin, (string)keys[depth], depth);

        private JsonValue? Member(JsonValue? old, Spec? spec, JsonOrigin origin, string name, int depth)
        {
            if (old is not null && spec is not null) old = spec.Expand(old);
            var memberSpec = spec?.Member(old, name);
            if (memberSpec is null || old is { Kind: not JsonKind.Object })
                return Refuse(name, old is null or { Kind: JsonKind.Object } ? spec?.Names(old) ?? [] : [], old, depth);
            var members = new JsonMembers();
            var made = new JsonValue(JsonKind.Object, members, 0, origin);
            foreach (var member in old?.Members ?? [])
                if (member.Key != name) Add(Copy(old![member.Key!]!, member.Where with { Parent = made, Key = member.Key }));
                else Add(Child(old![name]));
            if (old?[name] is null) Add(Child(null));
            return made;

            JsonValue? Child(JsonValue? child) => depth + 1 == keys.Count && value.Kind == JsonKind.Null ? null
                : Node(child, memberSpec, (child?.Where ?? value.Where) with { Parent = made, Key = name, Index = 0 }, depth + 1);

            void Add(JsonValue? member)
            {
                if (member is null) return;
                members.List.Add(member);
                members.ByName.Add(member.Key!, member);
            }
        }

        private JsonValue? Element(JsonValue? old, Spec? spec, JsonOrigin origin, int index, int depth)
        {
            if (old is not { Kind: JsonKind.Array } || index >= old.Count)
            {
                problems.Add(value, $"index {index} in {Before(depth)}", old is { Kind: JsonKind.Array }
                    ? $"an index from 0 to {old.Count - 1}, for {Before(depth)} has {old.Count}" : $"a list, for {Before(depth)} is {old?.Shown ?? "absent"}");
                return null;
            }
            var items = new List<JsonValue>();
            var made = new JsonValue(JsonKind.Array, items, 0, origin);
            for (int i = 0; i < old.Count; i++)
            {
                var at = old[i];
                var place = (old.Content is double[]? old.Where : at.Where) with { Parent = made, Key = null, Index = i };
                if ((i == index ? Node(at, spec?.Element, place, depth + 1) : Copy(at, place)) is { } item) items.Add(item);
            }
            return made;
        }

        private JsonValue? Refuse(string name, IReadOnlyList<string> names, JsonValue? old, int depth)
        {
            if (old is { Kind: not JsonKind.Object }) problems.Add(value, $"the key {Shown(keys.Count)}", $"an object at {Before(depth)}, which is {old.Shown}");
            else problems.Add(value, $"the key {Shown(keys.Count)}", $"a field of {Before(depth)} instead of \"{name}\"", Nearest.Advice(name, names));
            return null;
        }

        private string Before(int depth) => depth == 0 ? "the whole" : Shown(depth);

        private string Shown(int count) => string.Concat(keys.Take(count).Select((key, i) => key is int ? $"[{key}]" : i == 0 ? $"{key}" : $".{key}"));
    }

    /// <summary>A deep copy with its own parents; lists of numbers are shared.</summary>
    private static JsonValue Copy(JsonValue old, JsonOrigin origin)
    {
        if (old.Kind == JsonKind.Object)
        {
            var members = new JsonMembers();
            var made = new JsonValue(JsonKind.Object, members, 0, origin);
            foreach (var member in old.Members)
            {
                var copy = Copy(member, member.Where with { Parent = made });
                members.List.Add(copy);
                members.ByName.Add(member.Key!, copy);
            }
            return made;
        }
        if (old.Kind != JsonKind.Array || old.Content is double[]) return new(old.Kind, old.Content, old.Kind == JsonKind.Boolean ? (old.Boolean ? 1 : 0) : old.Number, origin);
        var items = new List<JsonValue>();
        var list = new JsonValue(JsonKind.Array, items, 0, origin);
        foreach (var item in old.Items) items.Add(Copy(item, item.Where with { Parent = list }));
        return list;
    }
}
