using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Core;

/// <summary>Reads a safetensors file. A header may be hostile: lengths, types, shapes and places are checked before anything is taken from them.</summary>
internal sealed class TensorReader(ReadOnlyMemory<byte> data)
{
    private const double LargestWhole = 1L << 53;

    /// <summary>The whole file, checked.</summary>
    /// <exception cref="ModelFileException">Anything is wrong.</exception>
    public static TensorFile Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length < 8) throw new ModelFileException($"a file of {file.Length} bytes", "at least 8, the length of its header", "take a whole safetensors file");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(file.Span);
        if (length > TensorFile.LongestHeader)
            throw new ModelFileException($"a header of {length} bytes", $"at most {TensorFile.LongestHeader}", "take a safetensors file: its first 8 bytes are the length of its header");
        if (length > (ulong)(file.Length - 8))
            throw new ModelFileException($"a header of {length} bytes in a file of {file.Length}", $"at most {file.Length - 8}", "take the whole file: this one is cut off");
        var problems = new Problems();
        var header = file.Slice(8, (int)length);
        var tree = JsonValue.Parse(header, problems, JsonLimits.Default with { MaxBytes = TensorFile.LongestHeader });
        if (header.Span is not [(byte)'{', ..] || tree is not { Kind: JsonKind.Object } || !problems.None)
            throw new ModelFileException(problems.None ? "a header that is no JSON object" : $"a header that is no JSON object ({problems})", "{\"name\": {\"dtype\": …, \"shape\": …, \"data_offsets\": …}, …}", "take a safetensors file");
        return new TensorReader(file[(8 + (int)length)..]).Read(tree);
    }

    private TensorFile Read(JsonValue header)
    {
        var metadata = ImmutableDictionary<string, string>.Empty;
        var tensors = new List<(long Begin, StoredTensor Tensor)>();
        foreach (var member in header.Members)
            if (member.Key == TensorFile.MetadataName) metadata = Texts(member);
            else tensors.Add(Tensor(member));
        tensors.Sort((one, other) => (one.Begin, one.Tensor.Bytes.Length).CompareTo((other.Begin, other.Tensor.Bytes.Length)));
        long end = 0;
        foreach (var (begin, tensor) in tensors)
        {
            if (begin != end)
                throw Wrong(tensor.Name, $"bytes from {begin} on", $"from {end} on, where the tensor before it ends", begin < end ? "two tensors may not share bytes" : "no bytes may lie between tensors");
            end += tensor.Bytes.Length;
        }

        if (end != data.Length) throw new ModelFileException($"{data.Length} bytes of tensors", $"{end}, as the header says", "take a file whose header and tensors agree");
        return new TensorFile(metadata, [.. tensors.Select(pair => pair.Tensor)]);
    }

    private (long, StoredTensor) Tensor(JsonValue member)
    {
        var name = member.Key!;
        if (member["dtype"] is not { Kind: JsonKind.String } type || !TensorFile.SizeOf.TryGetValue(type.Text, out var size))
            throw Wrong(name, $"dtype {Told(member["dtype"])}", string.Join(", ", TensorFile.SizeOf.Keys.Order()), "take a file of another type of numbers");
        var shape = Wholes(member, "shape");
        if (Wholes(member, "data_offsets") is not [var begin, var end] || begin > end || end > data.Length)
            throw Wrong(name, $"data_offsets {Told(member["data_offsets"])}", $"[begin, end] with 0 ≤ begin ≤ end ≤ {data.Length}, the bytes there are", "take a file that is whole");
        double bytes = shape.Aggregate((double)size, (product, length) => product * length);
        if (bytes != end - begin)
            throw Wrong(name, $"{end - begin} bytes for {type.Text} of shape [{string.Join(',', shape)}]", $"{bytes:R}", "take a file whose shapes and places agree");
        if (shape.Any(length => length > int.MaxValue)) throw Wrong(name, $"shape [{string.Join(',', shape)}]", $"sizes up to {int.MaxValue}", "take a smaller tensor");
        return (begin, new StoredTensor(name, type.Text, [.. shape.Select(length => (int)length)], data.Slice((int)begin, (int)(end - begin))));
    }

    private static long[] Wholes(JsonValue member, string field)
    {
        if (member[field] is { Kind: JsonKind.Array, Numbers: { } numbers } && numbers.All(number => number is >= 0 and <= LargestWhole && number == Math.Floor(number)))
            return [.. numbers.Select(number => (long)number)];
        throw Wrong(member.Key!, $"{field} {Told(member[field])}", "a list of whole numbers of at least 0", "take a safetensors file");
    }

    private static ImmutableDictionary<string, string> Texts(JsonValue member)
    {
        if (member.Kind != JsonKind.Object || member.Members.Any(text => text.Kind != JsonKind.String))
            throw Wrong(TensorFile.MetadataName, member.Shown, "an object of texts", "take a safetensors file");
        return member.Members.ToImmutableDictionary(text => text.Key!, text => text.Text);
    }

    private static string Told(JsonValue? value) => value is { Kind: JsonKind.Array, Numbers: { } numbers } ? Shown.Row(numbers) : value?.Shown ?? "nothing";

    private static ModelFileException Wrong(string name, string given, string expected, string remedy) => new($"{Shown.Text(name)}: {given}", expected, remedy);
}
