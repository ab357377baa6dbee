using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Core;

/// <summary>Reads one buffer out of a copy of a program's state.</summary>
internal static class StateCopy
{
    /// <summary>The buffer's values in the copy, as shown; nothing for what is no state.</summary>
    /// <param name="program">Whose state was copied.</param>
    /// <param name="copy">The copy, as long as the state.</param>
    /// <param name="name">The buffer.</param>
    public static Tensor<T>? Read<T>(TrainingProgram<T> program, T[] copy, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (program.Find(name) is not { } buffer) return null;
        ref var state = ref MemoryMarshal.GetReference(program.State);
        var offset = Unsafe.ByteOffset(ref state, ref MemoryMarshal.GetReference(buffer.Stored())) / Unsafe.SizeOf<T>();
        if (offset < 0 || offset + buffer.Capacity > copy.Length) return null;
        var values = copy.AsSpan((int)offset, buffer.Capacity).ToArray();
        if (buffer.IsTransposed) values = Matrix.Transpose(values, buffer.Shape[1], buffer.Shape[0]);
        return new Tensor<T>(name, buffer.Shape, ImmutableCollectionsMarshal.AsImmutableArray(values));
    }
}
