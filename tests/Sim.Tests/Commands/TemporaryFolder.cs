using System.Buffers.Binary;
using System.IO.Compression;

namespace Sim.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sim-test-").FullName;

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Four IDX files of 28×28 images that are one bright row each, its place the label; training images zipped.</summary>
    public void Mnist(int train, int test)
    {
        foreach (var (set, count) in new[] { ("train", train), ("t10k", test) })
        {
            byte[] images = [.. Header(0x803, count, 28, 28), .. Enumerable.Range(0, count * 784).Select(k => (byte)(k / 28 % 28 == 2 * (k / 784 % 10) ? 200 : 0))];
            File.WriteAllBytes(System.IO.Path.Combine(Path, $"{set}-labels-idx1-ubyte"), [.. Header(0x801, count), .. Enumerable.Range(0, count).Select(k => (byte)(k % 10))]);
            if (set != "train") File.WriteAllBytes(System.IO.Path.Combine(Path, $"{set}-images.idx3-ubyte"), images);
            else
                using (var zip = new GZipStream(File.Create(System.IO.Path.Combine(Path, $"{set}-images-idx3-ubyte.gz")), CompressionLevel.Fastest)) zip.Write(images);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static byte[] Header(params int[] numbers)
    {
        var bytes = new byte[4 * numbers.Length];
        for (var k = 0; k < numbers.Length; k++) BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * k), numbers[k]);
        return bytes;
    }
}
