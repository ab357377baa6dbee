namespace Sim;

/// <summary>Whole files or none: written beside, flushed to the disk (unless told otherwise), then renamed over the old one.</summary>
internal static class AtomicFile
{
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool flush = true)
    {
        path = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(path)!, beside = $"{path}.{Environment.ProcessId}.new";
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
}
