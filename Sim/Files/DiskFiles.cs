namespace Sim;

/// <summary>The files of this machine.</summary>
internal sealed class DiskFiles : IFiles
{
    private const int Chunk = 1 << 16;

    // A pipe or a device does not say how long it is: no document or model comes from there that is longer.
    private const long MostUnmeasured = 64L << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public bool Exists(string path) => Path.Exists(path);

    public ReadOnlyMemory<byte> Read(string path, long most)
    {
        using var stream = Open(path);
        if (stream.CanSeek && stream.Length > most) throw TooLarge(path, stream.Length, most);
        if (!stream.CanSeek || stream.Length == 0) most = Math.Min(most, MostUnmeasured);
        try
        {
            var bytes = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, Array.MaxLength) : 0);
            var chunk = new byte[Chunk];
            for (int count; (count = stream.Read(chunk)) > 0;)
            {
                bytes.Write(chunk, 0, count);
                if (bytes.Length > most) throw TooLarge(path, null, most);
            }

            return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RequestException($"{path}: it cannot be read ({error.Message}); expected a readable file.");
        }
    }

    public TextReader OpenText(string path) => new StreamReader(Open(path));

    public Stream OpenBytes(string path) => Open(path);

    public void CheckWritable(string path)
    {
        if (Directory.Exists(path)) throw new RequestException($"--save {path}: given a directory; expected the name of a file. Name a file in it.");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new RequestException($"--save {path}: there is no directory {folder}; expected one that exists. Make it first.");
        var target = Target(path);
        if (IsDevice(target)) return;
        try
        {
            AtomicFile.CheckFolder(target);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RequestException($"--save {path}: it cannot be written ({error.Message}); expected a folder where files can be made. Name another place.");
        }
    }

    public void Write(string path, ReadOnlyMemory<byte> bytes)
    {
        var target = Target(path);
        if (!IsDevice(target))
        {
            AtomicFile.Write(target, bytes.Span);
            return;
        }

        using var device = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        device.Write(bytes.Span);
    }

    private static string Target(string path) =>
        (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);

    // Renaming over a device would replace it by a file.
    private static bool IsDevice(string path) => path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static FileStream Open(string path)
    {
        if (Directory.Exists(path))
            throw new RequestException($"{path} is a directory; expected a file. Name a file in it.");
        try
        {
            // A pipe has no length, and one that nobody writes to would be waited for without end: on a thread of its own, for the pool's may all be busy.
            FileStream ToRead() => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (new FileInfo(path).Length > 0) return ToRead();
            var opening = Task.Factory.StartNew(ToRead, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            if (Task.WaitAny([opening], Patience) < 0)
                throw new RequestException($"{path}: given a pipe or a device that nobody writes to; expected a file. Write into it at the same time, or name a file.");
            return opening.GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RequestException($"there is no file {path}; expected a file that exists. Check the path{Near(path)}.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new RequestException($"{path}: no permission to read it; expected a readable file. Change its permissions (chmod u+r) or copy it.");
        }
        catch (Exception error) when (error is IOException or ArgumentException or NotSupportedException)
        {
            throw new RequestException($"{Shown(path)}: it cannot be opened ({error.Message}); expected a readable file.");
        }
    }

    private static string Near(string path)
    {
        try
        {
            var folder = Path.GetDirectoryName(path) is { Length: > 0 } given ? given : ".";
            var names = Directory.EnumerateFiles(folder).Take(1000).Select(file => Path.GetFileName(file));
            return Core.Nearest.Of(Path.GetFileName(path), names) is { } near ? $"; did you mean {Path.Combine(folder == "." ? "" : folder, near)}?" : "";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "";
        }
    }

    private static string Shown(string path) => path.Replace('\0', '?');

    private static RequestException TooLarge(string path, long? length, long most) => new(
        $"{path} has {(length is { } known ? $"{known}" : $"more than {most}")} bytes; expected at most {most} ({most >> 20} MB). Keep large data in a CSV file or take fewer samples.");
}
