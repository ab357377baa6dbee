using System.Buffers.Binary;
using System.Text.Json;

namespace Core.Tests;

/// <summary>
/// A reader of its own, written from the format's description alone: "8 bytes: N, an unsigned little-endian 64-bit integer, containing the size of the
/// header; N bytes: a JSON UTF-8 string representing the header, it must begin with a { and may be padded with spaces; rest of the file: byte-buffer.
/// dtype, shape, data_offsets [BEGIN, END] relative to the beginning of the byte buffer; the tensor values are little-endian, C or row-major order."
/// </summary>
internal static class PlainSafetensors
{
    public static (Dictionary<string, string> Metadata, Dictionary<string, (string Type, int[] Shape, double[] Values)> Tensors) Read(byte[] file)
    {
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(0, 8));
        Assert.Equal((byte)'{', file[8]);
        using var header = JsonDocument.Parse(file.AsMemory(8, length));
        var metadata = new Dictionary<string, string>();
        var tensors = new Dictionary<string, (string, int[], double[])>();
        var covered = 0;
        foreach (var entry in header.RootElement.EnumerateObject())
            if (entry.Name == "__metadata__")
                foreach (var text in entry.Value.EnumerateObject()) metadata.Add(text.Name, text.Value.GetString()!);
            else
            {
                var (begin, end) = (entry.Value.GetProperty("data_offsets")[0].GetInt32(), entry.Value.GetProperty("data_offsets")[1].GetInt32());
                var type = entry.Value.GetProperty("dtype").GetString()!;
                var values = new double[(end - begin) / (type == "F32" ? 4 : 8)];
                for (var k = 0; k < values.Length; k++)
                    values[k] = type == "F32"
                        ? BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(8 + length + begin + 4 * k))
                        : BinaryPrimitives.ReadDoubleLittleEndian(file.AsSpan(8 + length + begin + 8 * k));
                int[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
                Assert.Equal(values.Length, shape.Aggregate(1, (product, size) => product * size));
                Assert.Equal(covered, begin);
                covered = end;
                tensors.Add(entry.Name, (type, shape, values));
            }
        Assert.Equal(file.Length, 8 + length + covered);
        return (metadata, tensors);
    }
}
