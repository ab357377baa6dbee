namespace Sim;

/// <summary>Whole files or none: written beside, flushed to the disk (unless told otherwise), then renamed over the old one.</summary>
internal static class AtomicFile
{
    /// <summary>Fails as <see cref="Write"/> would where no file can be made; leaves nothing.</summary>
    public static void CheckFolder(string path)
    {
        var beside = Beside(Path.GetFullPath(path));
        if (!File.Exists(beside)) new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
    }

    public static void Write(string path, ReadOnlySpan<byte> bytes, bool flush = true)
    {
        path = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(path)!, beside = Beside(path);
        Directory.CreateDirectory(folder);
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: flush);
            }
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception wrong)
        {
            if (File.Exists(beside)) File.Delete(beside);
            // A file that may not grow (EFBIG) is told as an argument out of range.
            if (wrong is ArgumentOutOfRangeException) throw new IOException(wrong.Message, wrong);
            throw;
        }
    }

    private static string Beside(string path) => $"{path}.{Environment.ProcessId}.new";
}
