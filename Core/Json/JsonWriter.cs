using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Core;

/// <summary>Writes a tree back as JSON.</summary>
internal static class JsonWriter
{
    private static readonly JavaScriptEncoder Plain = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    internal static string Quote(string text) => "\"" + Plain.Encode(text) + "\"";

    internal static string Write(JsonValue value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = Plain, MaxDepth = 1000 })) Write(writer, value);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter writer, JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonKind.Null: writer.WriteNullValue(); break;
            case JsonKind.Boolean: writer.WriteBooleanValue(value.Boolean); break;
            case JsonKind.Number: writer.WriteNumberValue(value.Number); break;
            case JsonKind.String: writer.WriteStringValue(value.Text); break;
            case JsonKind.Array:
                writer.WriteStartArray();
                if (value.Numbers is { } numbers) foreach (double number in numbers) writer.WriteNumberValue(number);
                else foreach (var item in value.Items) Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStartObject();
                foreach (var member in value.Members)
                {
                    writer.WritePropertyName(member.Key!);
                    Write(writer, member);
                }
                writer.WriteEndObject();
                break;
        }
    }
}
