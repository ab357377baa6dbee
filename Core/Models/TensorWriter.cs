using System.Buffers.Binary;
using System.Text.Json;

namespace Core;

/// <summary>Writes a safetensors file; the same contents give the same bytes.</summary>
internal static class TensorWriter
{
    // The reference writer, too, lets the tensors begin at a multiple of eight, padding the header with spaces.
    private const int Alignment = 8;

    public static byte[] Write(TensorFile file)
    {
        var header = Header(file);
        var length = (header.Length + Alignment - 1) / Alignment * Alignment;
        var bytes = new byte[8 + length + file.Tensors.Sum(tensor => (long)tensor.Bytes.Length)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)length);
        bytes.AsSpan(8, length).Fill((byte)' ');
        header.CopyTo(bytes, 8);
        var at = 8 + length;
        foreach (var tensor in file.Tensors)
        {
            tensor.Bytes.Span.CopyTo(bytes.AsSpan(at));
            at += tensor.Bytes.Length;
        }

        return bytes;
    }

    private static byte[] Header(TensorFile file)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartObject(TensorFile.MetadataName);
            foreach (var (name, text) in file.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(name, text);
            json.WriteEndObject();
            long at = 0;
            foreach (var tensor in file.Tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", tensor.Type);
                List(json, "shape", [.. tensor.Shape.Select(size => (long)size)]);
                List(json, "data_offsets", [at, at + tensor.Bytes.Length]);
                json.WriteEndObject();
                at += tensor.Bytes.Length;
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void List(Utf8JsonWriter json, string name, long[] numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
