using System.Text.Json;

namespace Core;

/// <summary>The bytes a tree was read from; turns byte offsets into lines and columns when somebody asks.</summary>
internal sealed class JsonText(ReadOnlyMemory<byte> bytes, string? source)
{
    private int[]? _lineStarts;

    internal ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Name of the text when it is not a file, e.g. <c>--set seed=2</c>.</summary>
    internal string? Source => source;

    private int[] LineStarts => _lineStarts ??= FindLineStarts();

    /// <summary>Line and column (characters, not bytes), both from 1.</summary>
    internal (int Line, int Column) Position(int offset)
    {
        int line = Array.BinarySearch(LineStarts, offset);
        if (line < 0) line = ~line - 1;
        int column = 1;
        foreach (byte b in bytes.Span[LineStarts[line]..Math.Min(offset, bytes.Length)])
            if ((b & 0xC0) != 0x80) column++;
        return (line + 1, column);
    }

    /// <summary>Offset of a place in System.Text.Json's terms: line and byte in the line, both from 0.</summary>
    internal int Offset(long line, long byteInLine) =>
        (int)Math.Min(LineStarts[Math.Min(line, LineStarts.Length - 1)] + byteInLine, bytes.Length);

    /// <summary>Where the first <paramref name="count"/> elements of the array of numbers at <paramref name="array"/> begin.</summary>
    internal int[] ElementOffsets(int array, int count)
    {
        var offsets = new int[count];
        var reader = new Utf8JsonReader(bytes.Span[array..]);
        reader.Read();
        for (int i = 0; i < count && reader.Read(); i++) offsets[i] = array + (int)reader.TokenStartIndex;
        return offsets;
    }

    private int[] FindLineStarts()
    {
        List<int> starts = [0];
        var span = bytes.Span;
        for (int i = 0; i < span.Length; i++)
            if (span[i] == '\n') starts.Add(i + 1);
        return [.. starts];
    }
}
