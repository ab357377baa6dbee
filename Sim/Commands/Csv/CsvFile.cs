namespace Sim;

/// <summary>Opens a table that is read twice: once to look, once to learn.</summary>
internal static class CsvFile
{
    // What other files begin with, what they are, and what to do with them.
    private static readonly (byte[] Mark, string What, string Remedy)[] Others =
    [
        ([0x1F, 0x8B], "a gzipped file", "Unpack it first (gunzip -k)."),
        ([0x50, 0x4B, 3, 4], "a workbook or an archive (xlsx, ods, zip)", "Save the sheet as CSV in UTF-8, or unpack it."),
        ([0x50, 0x41, 0x52, 0x31], "a Parquet file", "Convert it to CSV."),
        ("%PDF"u8.ToArray(), "a PDF", "Take the table itself as CSV."),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old workbook (xls)", "Save the sheet as CSV in UTF-8."),
    ];

    /// <summary>The text of a table; how far it is read is shown where the host has a terminal, and it can be broken off.</summary>
    public static TextReader Open(CommandHost host, string path)
    {
        var opened = host.Files.OpenText(path);
        if (opened is not StreamReader reader) return opened;
        try
        {
            if (!reader.BaseStream.CanSeek)
                throw new RequestException($"{path}: given a pipe or a device (it can be read only once); expected a file, for a table is read twice: first to see what its columns are. Write it into a file first.");
            Refuse(reader.BaseStream, path);
            return new WatchedReader(reader, host, path);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private static void Refuse(Stream stream, string path)
    {
        Span<byte> first = stackalloc byte[4];
        var length = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        foreach (var (mark, what, remedy) in Others)
            if (first[..length].StartsWith(mark)) throw new RequestException($"{path}: given {what}; expected a table as text, values separated by commas. {remedy}");
    }
}
