using System.Reflection;

namespace Sim;

/// <summary>The lessons.json that is part of the program.</summary>
internal static class EmbeddedLessons
{
    public static ReadOnlyMemory<byte> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("lessons.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
