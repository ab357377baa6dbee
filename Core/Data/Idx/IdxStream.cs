using System.Buffers.Binary;
using System.IO.Compression;

namespace Core;

/// <summary>
/// One IDX file, read forward: a big-endian magic number, one big-endian size for each dimension, then the values. A gzipped file (its first two
/// bytes are 1F 8B) is unpacked on the way. Every failure names the file and what was expected.
/// </summary>
internal sealed class IdxStream : IDisposable
{
    private const int Chunk = 1 << 20;
    private readonly Stream stream;
    private readonly string file;
    private readonly bool isPacked;

    /// <summary>Takes over <paramref name="source"/>.</summary>
    public IdxStream(Stream source, string file)
    {
        this.file = file;
        var buffered = new BufferedPeek(source);
        isPacked = buffered.First is [0x1F, 0x8B];
        stream = isPacked ? new GZipStream(buffered, CompressionMode.Decompress) : buffered;
    }

    /// <summary>The header: checks the magic number 0x000008 and the number of dimensions, and gives their sizes.</summary>
    /// <exception cref="BadDataException">It is not such a file.</exception>
    public int[] Header(int dimensions, string what)
    {
        Span<byte> number = stackalloc byte[4];
        var given = Read(number);
        var magic = BinaryPrimitives.ReadUInt32BigEndian(number);
        if (given < 4 || magic - 0x800 != dimensions)
            throw Wrong(given < 4 ? $"a file of {given} bytes" : $"magic number 0x{magic:x8}{Name(magic)}", $"0x{0x800 + dimensions:x8}, a file of {what}",
                given < 4 ? "take the whole file" : "check which file is which, and that it is an IDX file");
        var sizes = new int[dimensions];
        for (var d = 0; d < dimensions; d++)
        {
            if (Read(number) < 4) throw Wrong("a file that ends in its header", $"{4 + 4 * dimensions} bytes of header", "take the whole file");
            long size = BinaryPrimitives.ReadUInt32BigEndian(number);
            if (size is 0 or > DataSetCheck.MostValues)
                throw Wrong($"{size} {(d == 0 ? what : d == 1 ? "rows" : "columns")} in its header", $"1 to {DataSetCheck.MostValues}", "take a file that is not damaged");
            sizes[d] = (int)size;
        }

        return sizes;
    }

    /// <summary>The next <paramref name="count"/> bytes. No more is allocated than the file really holds.</summary>
    /// <exception cref="BadDataException">The file ends before.</exception>
    public byte[] Bytes(long count, string expected)
    {
        var bytes = new byte[Math.Min(count, Chunk)];
        for (long done = 0; ;)
        {
            var read = Read(bytes.AsSpan((int)done));
            done += read;
            if (done == count) return bytes;
            if (done < bytes.Length) throw Wrong($"{done} bytes of values", expected, "take the whole file: this one is cut off");
            Array.Resize(ref bytes, (int)Math.Min(count, 2L * bytes.Length));
        }
    }

    /// <summary>Checks that nothing follows; this also checks a gzipped file's checksum.</summary>
    /// <exception cref="BadDataException">More bytes follow.</exception>
    public void End(string expected)
    {
        Span<byte> more = stackalloc byte[1];
        if (Read(more) > 0) throw Wrong("more bytes behind the values", expected, "take a file whose header and values agree");
    }

    /// <summary>A failure of this file.</summary>
    public BadDataException Wrong(string given, string expected, string remedy, int row = -1) => new([new DataProblem(file, given, expected, remedy, row)]);

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private int Read(Span<byte> target)
    {
        try
        {
            return stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException broken)
        {
            throw Wrong($"a gzipped file that cannot be unpacked ({broken.Message})", "a whole gzipped IDX file", "fetch or copy it again");
        }
    }

    private static string Name(uint magic) => magic switch
    {
        0x801 => " (labels)",
        0x803 => " (images)",
        _ => "",
    };
}
