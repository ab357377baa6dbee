namespace Sim.Tests;

/// <summary>Image files that are damaged, through the command line.</summary>
public class BadImagesTests
{
    private const string Labels = "train-labels-idx1-ubyte", Zipped = "train-images-idx3-ubyte.gz", Tests = "t10k-images.idx3-ubyte";

    public static TheoryData<string, Func<byte[], byte[]>, string[]> Damages => new()
    {
        { Zipped, bytes => bytes[..(bytes.Length / 2)], ["train-images-idx3-ubyte", "take the whole file"] },
        { Zipped, bytes => bytes[..8], ["train-images-idx3-ubyte"] },
        { Zipped, bytes => [.. bytes[..12], 0xFF, 0xFF, 0xFF, .. bytes[15..]], ["train-images-idx3-ubyte"] },
        { Labels, bytes => [0, 0, 8, 3, .. bytes[4..]], ["magic number 0x00000803", "expected 0x00000801"] },
        { Labels, bytes => [.. bytes[..20], 255, .. bytes[21..]], ["label 255 at image 12", "0 to 9"] },
        { Labels, bytes => [.. bytes[..7], (byte)(bytes[7] - 1), .. bytes[8..^1]], ["40 images; expected 39", "belong together"] },
        { Tests, bytes => bytes[..^1], ["t10k-images", "take the whole file"] },
        { Tests, bytes => [.. bytes, 0], ["as its header says"] },
        { Tests, _ => [], ["a file of 0 bytes"] },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_file_is_refused_with_its_name_and_what_is_wrong(string file, Func<byte[], byte[]> damage, string[] parts)
    {
        using var folder = new TemporaryFolder();
        folder.Mnist(train: 40, test: 10);
        var path = Path.Combine(folder.Path, file);
        File.WriteAllBytes(path, damage(File.ReadAllBytes(path)));
        RunDigitsTests.Disk("run", folder.Write("d.json", RunDigitsTests.Digits), "--data", folder.Path).Refused(parts);
    }
}
