using System.Collections.Immutable;
using System.Text.Json;

namespace Lessons;

/// <summary>Reads the few fields a menu shows from a lesson file that is known to be right.</summary>
internal static class LessonScan
{
    /// <summary>What a menu says of the lesson the reader stands at.</summary>
    public static LessonHead Head(ref Utf8JsonReader reader)
    {
        var head = new LessonHead("", Text.None, Text.None, 0, [], [], []);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "id": head = head with { Id = reader.GetString()! }; break;
                case "title": head = head with { Title = TextOf(ref reader) }; break;
                case "summary": head = head with { Summary = TextOf(ref reader) }; break;
                case "minutes": head = head with { Minutes = reader.GetInt32() }; break;
                case "topics": head = head with { Topics = Strings(ref reader) }; break;
                case "needs": head = head with { Needs = Strings(ref reader) }; break;
                case "terms": head = head with { Terms = Strings(ref reader) }; break;
                case "scenes": head = head with { Scenes = Ids(ref reader) }; break;
                default: reader.Skip(); break;
            }
        }
        return head;
    }

    private static Text TextOf(ref Utf8JsonReader reader)
    {
        var text = Text.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isEnglish = reader.ValueTextEquals("en"u8);
            reader.Read();
            string said = reader.TokenType == JsonTokenType.StartArray ? string.Join('\n', Strings(ref reader)) : reader.GetString()!;
            text = isEnglish ? text with { En = said } : text with { Zh = said };
        }
        return text;
    }

    private static ImmutableArray<string> Strings(ref Utf8JsonReader reader)
    {
        var strings = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.String) strings.Add(reader.GetString()!);
        return strings.DrainToImmutable();
    }

    private static ImmutableArray<string> Ids(ref Utf8JsonReader reader)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isId = reader.ValueTextEquals("id"u8);
                reader.Read();
                if (isId) ids.Add(reader.GetString()!);
                else reader.Skip();
            }
        return ids.DrainToImmutable();
    }

    /// <summary>The headings of the list the reader stands at.</summary>
    public static List<LessonPart> Parts(ref Utf8JsonReader reader)
    {
        var parts = new List<LessonPart>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var part = new LessonPart(Text.None, "");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isTitle = reader.ValueTextEquals("title"u8);
                reader.Read();
                part = isTitle ? part with { Title = TextOf(ref reader) } : part with { From = reader.GetString()! };
            }
            parts.Add(part);
        }
        return parts;
    }

    /// <summary>The words of a glossary, a JSON list by itself.</summary>
    public static ImmutableArray<GlossaryTerm> Glossary(ReadOnlySpan<byte> list)
    {
        var terms = ImmutableArray.CreateBuilder<GlossaryTerm>();
        var reader = new Utf8JsonReader(list);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var term = new GlossaryTerm("", Text.None, Text.None);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string? name = reader.GetString();
                reader.Read();
                term = name switch
                {
                    "id" => term with { Id = reader.GetString()! },
                    "term" => term with { Term = TextOf(ref reader) },
                    _ => term with { Text = TextOf(ref reader) },
                };
            }
            terms.Add(term);
        }
        return terms.DrainToImmutable();
    }
}
