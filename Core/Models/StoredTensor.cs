using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Core;

/// <summary>One tensor of a safetensors file: its elements row-major, little-endian.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">F32, F64 or another type of the format.</param>
/// <param name="Shape">Sizes; empty: a single number.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record StoredTensor(string Name, string Type, ImmutableArray<int> Shape, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The type that numbers of <typeparamref name="T"/> are stored as.</summary>
    public static string TypeOf<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => typeof(T) == typeof(float) ? "F32" : "F64";

    /// <summary>A tensor of numbers, row-major.</summary>
    public static StoredTensor Of<T>(string name, ImmutableArray<int> shape, ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(name, TypeOf<T>(), shape, Swapped<T>(MemoryMarshal.AsBytes(values).ToArray()));

    /// <summary>Its numbers, which are stored as <typeparamref name="T"/>.</summary>
    /// <exception cref="ModelFileException">It is stored as another type.</exception>
    public T[] Values<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Type != TypeOf<T>())
            throw new ModelFileException($"{Name} of type {Type}", TypeOf<T>(), "convert it, or use the other --precision");
        return MemoryMarshal.Cast<byte, T>(Swapped<T>(Bytes.ToArray())).ToArray();
    }

    /// <summary>[2,3], or "one number".</summary>
    internal static string Shown(ImmutableArray<int> shape) => shape.IsEmpty ? "one number" : $"[{string.Join(',', shape)}]";

    // The format is little-endian; so is every machine .NET 10 is made for but one.
    private static byte[] Swapped<T>(byte[] bytes)
        where T : unmanaged
    {
        if (BitConverter.IsLittleEndian) return bytes;
        foreach (var element in bytes.Chunk(Unsafe.SizeOf<T>()).Index())
        {
            Array.Reverse(element.Item);
            element.Item.CopyTo(bytes, element.Index * Unsafe.SizeOf<T>());
        }

        return bytes;
    }
}
