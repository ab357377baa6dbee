using System.Text.Json;
using Core;
using Lessons;

namespace Sim;

/// <summary>What the learner has chosen for the program.</summary>
/// <param name="Language">Null: as the system says.</param>
/// <param name="Digits">Significant digits.</param>
/// <param name="Projector">The projector's layout.</param>
/// <param name="Theme">Name of the theme.</param>
/// <param name="Folder">Own lessons.</param>
/// <param name="TourSeen">Whether the tour was seen or skipped.</param>
internal sealed record Choices(Language? Language = null, int Digits = 4, bool Projector = false, string Theme = "dark", string? Folder = null, bool TourSeen = false);

/// <summary>Choices on disk. A file that cannot be used counts as none: nothing of the learner's work is in it.</summary>
internal sealed class ChoiceStore(string folder)
{
    private readonly string _path = Path.Combine(folder, "choices.json");

    public Choices Read()
    {
        try
        {
            if (!File.Exists(_path)) return new Choices();
            var tree = JsonValue.Parse(File.ReadAllBytes(_path), new Problems());
            if (tree is not { Kind: JsonKind.Object }) return new Choices();
            return new Choices(
                tree["language"] is { Kind: JsonKind.String } tag ? Languages.Of(tag.Text) : null,
                tree["digits"] is { Kind: JsonKind.Number } digits ? (int)Math.Clamp(digits.Number, 1, 17) : 4,
                tree["projector"] is { Kind: JsonKind.Boolean, Boolean: true },
                tree["theme"] is { Kind: JsonKind.String } theme ? theme.Text : "dark",
                tree["folder"] is { Kind: JsonKind.String } own ? own.Text : null,
                tree["tourSeen"] is { Kind: JsonKind.Boolean, Boolean: true });
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return new Choices();
        }
    }

    /// <summary>Saves them if that is possible.</summary>
    public void Write(Choices choices)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true }))
        {
            json.WriteStartObject();
            if (choices.Language is { } language) json.WriteString("language", language.Tag());
            json.WriteNumber("digits", choices.Digits);
            json.WriteBoolean("projector", choices.Projector);
            json.WriteString("theme", choices.Theme);
            if (choices.Folder is { } own) json.WriteString("folder", own);
            json.WriteBoolean("tourSeen", choices.TourSeen);
            json.WriteEndObject();
        }
        try { AtomicFile.Write(_path, stream.ToArray()); }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException) { }
    }
}
