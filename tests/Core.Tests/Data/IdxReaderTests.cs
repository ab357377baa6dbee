using System.IO.Compression;

namespace Core.Tests;

/// <summary>Tiny IDX files made here, byte by byte from the format's description.</summary>
public class IdxReaderTests
{
    private static readonly byte[] TwoImages = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 51, 102, 153, 204, 255, 1, 2, 3, 4, 5, 6];
    private static readonly byte[] TwoLabels = [0, 0, 8, 1, 0, 0, 0, 2, 7, 0];

    private static byte[] Zipped(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionMode.Compress)) zip.Write(bytes);
        return target.ToArray();
    }

    private static byte[] With(byte[] bytes, int place, byte value) => [.. bytes[..place], value, .. bytes[(place + 1)..]];

    private static DataSet Read(byte[] images, byte[] labels, int? most = null, int classes = 10) =>
        IdxReader.Read(name => new Trickle(name == "images" ? images : labels), "images", "labels", classes, most);

    private static string Problem(byte[] images, byte[] labels, int? most = null, int classes = 10) =>
        Assert.Single(Expect.Problems(() => Read(images, labels, most, classes)));

    /// <summary>Gives one byte at a time and cannot go back: a slow pipe.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public void ImagesAndLabelsAreReadPlainAndZippedAlsoFromAPipe(bool zipImages, bool zipLabels)
    {
        var data = Read(zipImages ? Zipped(TwoImages) : TwoImages, zipLabels ? Zipped(TwoLabels) : TwoLabels);
        Assert.Equal([2, 3], data.SampleShape.ToArray());
        Assert.Equal([0, 0.2, 0.4, 0.6, 0.8, 1], data.Row(0).ToArray());
        Assert.Equal([7, 0], data.Targets.ClassNumbers.ToArray());
        Assert.Equal(10, data.Targets.ClassCount);
    }

    [Fact]
    public void OnlyTheFirstImagesCanBeTaken()
    {
        var data = Read(TwoImages, TwoLabels, most: 1);
        Assert.Equal((1, 7), (data.Rows, data.Targets.ClassNumbers[0]));
        Assert.Equal(2, Read(TwoImages, TwoLabels, most: 5).Rows);
    }

    [Fact]
    public void ALabelBeyondTheClassesIsRefusedWithItsPlace()
    {
        Assert.Equal("labels: given label 255 at image 1 (counted from 0); expected 0 to 9; take a file that is not damaged, or state \"classes\"", Problem(TwoImages, With(TwoLabels, 9, 255)));
        Assert.StartsWith("labels: given label 7 at image 0", Problem(TwoImages, TwoLabels, classes: 7));
    }

    [Fact]
    public void AnotherKindOfFileIsRefusedByItsMagicNumber()
    {
        Assert.Equal("images: given magic number 0x00000801 (labels); expected 0x00000803, a file of images; check which file is which, and that it is an IDX file", Problem(TwoLabels, TwoLabels));
        Assert.StartsWith("labels: given magic number 0x00000803 (images)", Problem(TwoImages, TwoImages));
        Assert.StartsWith("images: given magic number 0x00000d03", Problem(With(TwoImages, 2, 0x0D), TwoLabels)); // Floats: IDX, but not of bytes.
        Assert.StartsWith("images: given magic number 0x7b226461", Problem("{\"data\":1}"u8.ToArray(), TwoLabels));
    }

    [Fact]
    public void CountsThatDoNotMatchAreRefused() => Assert.Equal(
        "images: given 2 images; expected 1, as many as there are labels in labels; take the two files that belong together", Problem(TwoImages, [0, 0, 8, 1, 0, 0, 0, 1, 7]));

    [Theory]
    [InlineData(0, "a file of 0 bytes")]
    [InlineData(3, "a file of 3 bytes")]
    [InlineData(13, "a file that ends in its header")]
    [InlineData(16, "0 bytes of values")]
    [InlineData(27, "11 bytes of values")]
    public void AFileThatIsCutOffIsRefused(int length, string given)
    {
        Assert.StartsWith($"images: given {given}", Problem(TwoImages[..length], TwoLabels));
        Assert.StartsWith($"images: given {given}", Problem(Zipped(TwoImages[..length]), TwoLabels));
    }

    [Fact]
    public void EveryBeginningOfAZippedFileIsRefusedUnlessItHoldsEveryValue()
    {
        var zipped = Zipped(TwoImages);
        for (var length = 0; length < zipped.Length - 12; length++) Assert.StartsWith("images: given", Problem(zipped[..length], TwoLabels));
        for (var length = zipped.Length - 12; length < zipped.Length; length++)
            try { Assert.Equal(1, Read(zipped[..length], TwoLabels).Row(0)[5]); }
            catch (BadDataException refused) { Assert.StartsWith("images: given", refused.Message); }
    }

    [Fact]
    public void ADamagedZippedFileIsRefused()
    {
        var zipped = Zipped(TwoImages);
        Assert.StartsWith("images: given a gzipped file that cannot be unpacked", Problem(With(zipped, zipped.Length - 6, (byte)(zipped[^6] ^ 1)), TwoLabels));
        Assert.StartsWith("images: given a gzipped file that cannot be unpacked", Problem([0x1F, 0x8B, .. "no gzip at all"u8], TwoLabels));
    }

    [Fact]
    public void MoreThanTheHeaderSaysIsRefused()
    {
        Assert.StartsWith("images: given more bytes behind the values", Problem([.. TwoImages, 0], TwoLabels));
        Assert.StartsWith("labels: given more bytes behind the values", Problem(TwoImages, [.. TwoLabels, 0]));
    }

    [Fact]
    public void HostileSizesAreRefusedWithoutTakingMemory()
    {
        Assert.StartsWith("images: given 0 rows in its header", Problem(With(TwoImages, 11, 0), TwoLabels));
        Assert.StartsWith("images: given 4294967042 images", Problem([0, 0, 8, 3, 255, 255, 255, 2, .. TwoImages[8..]], TwoLabels));
        Assert.StartsWith("images: given 2 images of 134217730×3 pixels; expected at most 268435456 pixels in all", Problem(With(TwoImages, 8, 8), TwoLabels));
        var before = GC.GetTotalAllocatedBytes();
        Problem([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0x20, 0, 0, 0, 0x20, 0, 1], TwoLabels); // 2 × 8192 × 8192 bytes announced, 1 given.
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 4 << 20);
    }
}
