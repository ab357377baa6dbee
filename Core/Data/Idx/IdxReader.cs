namespace Core;

/// <summary>Reads labelled images from two IDX files (the format of MNIST), plain or gzipped. Inputs [n, rows, columns], byte/255.</summary>
internal static class IdxReader
{
    /// <summary>The first <paramref name="most"/> images with their labels, or all.</summary>
    /// <param name="open">Opens a file.</param>
    /// <param name="images">Magic number 0x00000803: count, rows, columns, a byte a pixel.</param>
    /// <param name="labels">Magic number 0x00000801: count, a byte a label.</param>
    /// <param name="classes">Labels are 0 … classes − 1.</param>
    /// <param name="most">How many to take; null: all.</param>
    /// <exception cref="BadDataException">A file is cut off, of another kind, or does not fit the other.</exception>
    public static DataSet Read(Func<string, Stream> open, string images, string labels, int classes, int? most = null)
    {
        var numbers = Labels(open, labels, classes, out var stated);
        using var file = new IdxStream(open(images), images);
        var sizes = file.Header(3, "images");
        var (count, width) = (sizes[0], (long)sizes[1] * sizes[2]);
        if (count != stated)
            throw file.Wrong($"{count} images", $"{stated}, as many as there are labels in {labels}", "take the two files that belong together");
        var taken = Math.Min(count, most ?? count);
        if (width * taken > DataSetCheck.MostValues)
            throw file.Wrong($"{taken} images of {sizes[1]}×{sizes[2]} pixels", $"at most {DataSetCheck.MostValues} pixels in all", "state a smaller \"n\"");
        var bytes = file.Bytes(width * taken, $"{width * count}, {count} images of {sizes[1]}×{sizes[2]} pixels");
        if (taken == count) file.End($"{width * count} bytes of values, as its header says");
        return DataSet.OfTable(new PixelInputs(new PixelStore(bytes, (int)width)), [sizes[1], sizes[2]], Targets.Classes(numbers[..taken], classes));
    }

    private static int[] Labels(Func<string, Stream> open, string labels, int classes, out int count)
    {
        using var file = new IdxStream(open(labels), labels);
        count = file.Header(1, "labels")[0];
        var bytes = file.Bytes(count, $"{count} labels, as its header says");
        file.End($"{count} labels, as its header says");
        for (var k = 0; k < bytes.Length; k++)
            if (bytes[k] >= classes)
                throw file.Wrong($"label {bytes[k]} at image {k} (counted from 0)", $"0 to {classes - 1}", "take a file that is not damaged, or state \"classes\"", k);
        return Array.ConvertAll(bytes, label => (int)label);
    }
}
