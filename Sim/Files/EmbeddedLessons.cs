using System.Buffers;
using System.Reflection;

namespace Sim;

/// <summary>The lessons.json that is part of the program: read where the system has mapped it, for a copy would cost its size and a start its time.</summary>
internal static class EmbeddedLessons
{
    public static ReadOnlyMemory<byte> Read()
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("lessons.json")!;
        if (stream is UnmanagedMemoryStream mapped) return new Mapped(mapped).Memory;
        using (stream)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    // The stream keeps the assembly loaded, and an assembly that is not collectible never moves.
    private sealed unsafe class Mapped(UnmanagedMemoryStream stream) : MemoryManager<byte>
    {
        private readonly byte* _first = stream.PositionPointer;
        private readonly int _length = checked((int)stream.Length);

        public override Span<byte> GetSpan() => new(_first, _length);

        public override MemoryHandle Pin(int elementIndex = 0) => new(_first + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing) => stream.Dispose();
    }
}
