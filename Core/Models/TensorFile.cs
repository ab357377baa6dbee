using System.Collections.Immutable;

namespace Core;

/// <summary>
/// The contents of a safetensors file (https://github.com/huggingface/safetensors): 8 bytes little-endian N; N bytes of JSON,
/// {name: {"dtype", "shape", "data_offsets": [begin, end]}, "__metadata__": {text: text}}; then the tensors' bytes, without gap or overlap.
/// </summary>
/// <param name="Metadata">Texts by name.</param>
/// <param name="Tensors">In the order of their bytes.</param>
public sealed record TensorFile(ImmutableDictionary<string, string> Metadata, ImmutableArray<StoredTensor> Tensors)
{
    internal const string MetadataName = "__metadata__";

    /// <summary>The longest header that is read.</summary>
    internal const int LongestHeader = 100_000_000;

    /// <summary>Bytes of an element, by type.</summary>
    internal static ImmutableDictionary<string, int> SizeOf { get; } = new[]
    {
        ("BOOL", 1), ("U8", 1), ("I8", 1), ("F8_E5M2", 1), ("F8_E4M3", 1), ("I16", 2), ("U16", 2), ("F16", 2), ("BF16", 2),
        ("I32", 4), ("U32", 4), ("F32", 4), ("F64", 8), ("I64", 8), ("U64", 8),
    }.ToImmutableDictionary(type => type.Item1, type => type.Item2);

    /// <summary>The tensor of a name, or nothing.</summary>
    public StoredTensor? Find(string name) => Tensors.FirstOrDefault(tensor => tensor.Name == name);

    /// <summary>Reads a whole file; everything it says about itself is checked before it is believed.</summary>
    /// <exception cref="ModelFileException">It is no such file, or a damaged one.</exception>
    public static TensorFile Read(ReadOnlyMemory<byte> file) => TensorReader.Read(file);

    /// <summary>The bytes of the file.</summary>
    public byte[] ToBytes() => TensorWriter.Write(this);
}
